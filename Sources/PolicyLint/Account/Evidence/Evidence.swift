/// A place in the export and what it says: what a line of the checklist rests on.
public struct Evidence: Hashable, Sendable {
    /// The file, as its position in `AccountEvidence.files`.
    public let file: Int
    /// Where in the file.
    public let span: SourceSpan
    /// What stands there, in words: "`mfa_active` is `false`". Never a secret.
    public let says: String
}

/// A document of the export: the file that holds it, and how its text is written there.
public struct EvidenceSource: Sendable {
    /// The file, as its position in `AccountEvidence.files`.
    public internal(set) var file: Int
    /// The document's JSON pointer in the file.
    public let pointer: String
    /// The document in its text.
    let span: SourceSpan
    /// The same for documents that say the same, white space aside.
    let fingerprint: UInt64
    private var embeddings: [Embedding]

    init(file: Int, _ document: Document) {
        self.file = file
        pointer = document.pointer
        span = document.span
        fingerprint = Self.fingerprint(document)
        embeddings = document.text.embeddings
    }

    /// The same for a document whose places in the file are worked out anew.
    var withoutEmbeddings: EvidenceSource {
        var result = self
        result.embeddings = []
        return result
    }

    private static func fingerprint(_ document: Document) -> UInt64 {
        let range = document.span.range.clamped(to: 0..<document.text.bytes.count)
        return document.text.bytes.withUnsafeBufferPointer { bytes in
            var hash = FNVHash()
            hash.add(bytes[range].lazy.filter { $0 > 0x20 })
            return hash.value
        }
    }

    /// Evidence at a place of the document's text.
    public func evidence(_ says: String, at span: SourceSpan) -> Evidence {
        Evidence(file: file, span: embeddings.reduce(span) { $1.outerSpan($0) }, says: says)
    }
}

/// A value with the document that it was read from; the places in it count in that document's text.
public struct Sourced<Value: Sendable>: Sendable {
    /// What was read.
    public let value: Value
    /// Where.
    public let source: EvidenceSource

    init(_ value: Value, from source: EvidenceSource) {
        self.value = value
        self.source = source
    }

    /// Evidence at a place of the document.
    public func evidence(_ says: String, at span: SourceSpan) -> Evidence { source.evidence(says, at: span) }

    /// A part of the value, from the same document.
    public func map<Other>(_ transform: (Value) -> Other) -> Sourced<Other> {
        Sourced<Other>(transform(value), from: source)
    }
}
