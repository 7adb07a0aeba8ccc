/// Percent-encoding after RFC 3986, as the IAM API writes policy documents.
enum PercentEncoding {
    /// Decodes the bytes of `range`; `+` stands for itself. Nil where a `%` is not followed by two
    /// hexadecimal digits.
    static func decode(_ bytes: [UInt8], in range: Range<Int>) -> (decoded: [UInt8], embedding: Embedding)? {
        var builder = Embedding.Builder(reserving: range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == UInt8(ascii: "%") {
                guard index + 2 < range.upperBound, let high = bytes[index + 1].hexadecimalValue,
                    let low = bytes[index + 2].hexadecimalValue
                else { return nil }
                builder.append(escape: CollectionOfOne(high << 4 | low), at: index)
                index += 3
            } else {
                builder.append(bytes[index], at: index)
                index += 1
            }
        }
        return (builder.decoded, builder.finish(.percentEncoded, outerEnd: range.upperBound))
    }

    /// Encodes all but RFC 3986's unreserved characters.
    static func encode(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.append(byte)
            default:
                result.append(UInt8(ascii: "%"))
                result.append(hexadecimalDigits[Int(byte >> 4)])
                result.append(hexadecimalDigits[Int(byte & 15)])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let hexadecimalDigits = Array("0123456789ABCDEF".utf8)
}
