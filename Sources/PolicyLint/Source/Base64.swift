/// Base64 after RFC 4648, as `get-credential-report` returns its content.
enum Base64 {
    /// Decodes the bytes of `range`, which must be unbroken and correctly padded; nil otherwise.
    static func decode(_ bytes: [UInt8], in range: Range<Int>) -> (decoded: [UInt8], embedding: Embedding)? {
        guard range.count % 4 == 0 else { return nil }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(range.count / 4 * 3)
        var index = range.lowerBound
        while index < range.upperBound {
            var group: UInt32 = 0
            var padding = 0
            for offset in 0..<4 {
                let byte = bytes[index + offset]
                if byte == UInt8(ascii: "="), index + 4 == range.upperBound, offset >= 2 {
                    padding += 1
                    group <<= 6
                } else {
                    guard padding == 0, let value = value(of: byte) else { return nil }
                    group = group << 6 | UInt32(value)
                }
            }
            decoded.append(UInt8(group >> 16 & 0xff))
            if padding < 2 { decoded.append(UInt8(group >> 8 & 0xff)) }
            if padding < 1 { decoded.append(UInt8(group & 0xff)) }
            index += 4
        }
        let run = Embedding.Run(decoded: 0, outer: UInt32(range.lowerBound))
        return (decoded, Embedding(form: .base64, runs: [run], outerEnd: UInt32(range.upperBound)))
    }

    private static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
