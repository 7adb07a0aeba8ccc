/// A policy written inside a JSON string.
enum EmbeddedPolicy {
    /// The text inside the string at `span`, percent-decoded where it is percent-encoded; nil where it
    /// does not begin like an object.
    static func text(_ span: SourceSpan, in text: SourceText) -> SourceText? {
        let (decoded, embedding) = JSONText.decode(text.bytes, string: span)
        let inner = text.embedded(decoded, by: embedding)
        guard let first = decoded.first(where: { !isSpace($0) }) else { return nil }
        if first == UInt8(ascii: "{") { return inner }
        guard first == UInt8(ascii: "%"),
            let (plain, percent) = PercentEncoding.decode(decoded, in: 0..<decoded.count),
            plain.first(where: { !isSpace($0) }) == UInt8(ascii: "{")
        else { return nil }
        return inner.embedded(plain, by: percent)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
