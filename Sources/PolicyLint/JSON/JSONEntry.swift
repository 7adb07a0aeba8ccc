/// Where a value, or the key of a member, stands in a JSON text. Entries stand in the order of the text: that of an
/// object is followed by key, value, key, value …, that of an array by its elements.
struct JSONEntry: Sendable {
    /// The kinds of JSON value (RFC 8259, section 3), and the key of a member.
    enum Kind: UInt8 { case null, `false`, `true`, number, string, key, array, object }

    let kind: Kind
    /// Of a string or key: whether it holds an escape sequence.
    let hasEscapes: Bool
    /// The offset of its first byte: of a quote, or of a bracket.
    let start: UInt32
    /// The offset behind its last byte.
    var end: UInt32
    /// Of an array or object: how many elements or members it has. Of others: how many texts stand before it, those of
    /// strings, keys and numbers.
    var count: UInt32
    /// The number of the entry that follows it, and all that it holds.
    var next: UInt32

    /// Where it stands.
    var span: SourceSpan { SourceSpan(start, end) }
}
