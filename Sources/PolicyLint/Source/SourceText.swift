/// The text of one document, and how it is written in its file.
///
/// Most documents are their file, or a part of it. A policy may also be a JSON string inside an AWS
/// CLI answer, percent-encoded inside that string, or base64: then `bytes` is the decoded text, and
/// `embeddings` lead back to the file. Readers, rules and fixes work in offsets of `bytes`; only
/// `fileSpan(_:)` and `fileEdit(_:)` know the file.
public struct SourceText: Sendable {
    /// The decoded text.
    public let bytes: [UInt8]
    /// The ways from this text to the file, innermost first; empty where the text is the file.
    public let embeddings: [Embedding]

    /// A text that is its file.
    public init(_ bytes: [UInt8]) {
        self.init(bytes, embeddings: [])
    }

    /// A text decoded through `embeddings`, innermost first.
    public init(_ bytes: [UInt8], embeddings: [Embedding]) {
        self.bytes = bytes
        self.embeddings = embeddings
    }

    /// The text that an embedding inside this text decodes to.
    public func embedded(_ decoded: [UInt8], by embedding: Embedding) -> SourceText {
        SourceText(decoded, embeddings: [embedding] + embeddings)
    }

    /// The place in the file of a place in this text.
    public func fileSpan(_ span: SourceSpan) -> SourceSpan {
        embeddings.reduce(span) { $1.outerSpan($0) }
    }

    /// The characters at a span, with invalid bytes repaired.
    public subscript(span: SourceSpan) -> String {
        String(decoding: bytes[span.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}
