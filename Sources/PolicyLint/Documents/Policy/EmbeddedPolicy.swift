/// A policy written inside a JSON string.
enum EmbeddedPolicy {
    /// The text inside the string at `span`, percent-decoded where it is percent-encoded, and without the further
    /// backslashes that API Gateway writes before its quotes; nil where it does not begin like an object.
    static func text(_ span: SourceSpan, in text: SourceText) -> SourceText? {
        let (decoded, embedding) = JSONText.decode(text.bytes, string: span)
        let inner = text.embedded(decoded, by: embedding)
        guard let first = decoded.first(where: { !isSpace($0) }) else { return nil }
        if first == UInt8(ascii: "{") {
            guard isEscapedAgain(decoded) else { return inner }
            let (plain, again) = JSONText.decode(decoded, between: 0..<decoded.count)
            return inner.embedded(plain, by: again)
        }
        guard first == UInt8(ascii: "%"),
            let (plain, percent) = PercentEncoding.decode(decoded, in: 0..<decoded.count),
            plain.first(where: { !isSpace($0) }) == UInt8(ascii: "{")
        else { return nil }
        return inner.embedded(plain, by: percent)
    }

    /// Whether the first name of an object has a backslash before its quote, as in the `policy` of
    /// `apigateway get-rest-api`.
    private static func isEscapedAgain(_ text: [UInt8]) -> Bool {
        text.first { !isSpace($0) && $0 != UInt8(ascii: "{") } == UInt8(ascii: "\\")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
