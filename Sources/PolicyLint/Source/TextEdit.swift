/// One replacement of a span of text.
public struct TextEdit: Hashable, Sendable {
    /// What is replaced; an empty span inserts.
    public let span: SourceSpan
    /// What stands there afterwards; empty deletes.
    public let replacement: String

    /// Replaces `span` with `replacement`.
    public init(replacing span: SourceSpan, with replacement: String) {
        self.span = span
        self.replacement = replacement
    }

    /// Inserts text at an offset.
    public static func insertion(_ text: String, at offset: Int) -> TextEdit {
        TextEdit(replacing: .at(offset), with: text)
    }

    /// Deletes a span.
    public static func deletion(_ span: SourceSpan) -> TextEdit {
        TextEdit(replacing: span, with: "")
    }

    /// Whether the two cannot both be applied: they share a byte, or insert at the same place.
    public func conflicts(with other: TextEdit) -> Bool {
        if span.isEmpty && other.span.isEmpty { return span.start == other.span.start }
        if span.isEmpty { return other.span.start < span.start && span.start < other.span.end }
        if other.span.isEmpty { return span.start < other.span.start && other.span.start < span.end }
        return span.overlaps(other.span)
    }

    /// The text after all edits, which must not conflict with one another.
    public static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.replacement.utf8.count })
        var position = 0
        for edit in edits.sorted(by: { $0.span < $1.span }) {
            precondition(Int(edit.span.start) >= position, "edits that are applied together do not overlap")
            result.append(contentsOf: bytes[position..<Int(edit.span.start)])
            result.append(contentsOf: edit.replacement.utf8)
            position = Int(edit.span.end)
        }
        result.append(contentsOf: bytes[position...])
        return result
    }
}
