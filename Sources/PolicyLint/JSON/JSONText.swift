import CJSONC

/// The writing of JSON strings.
enum JSONText {
    /// `text` as a JSON string with its quotes, as json-c writes it: `/` and what lies beyond ASCII
    /// stand as they are.
    static func quote(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                let value = JSONCValue(
                    pointer: json_object_new_string_len(characters.baseAddress, Int32(characters.count)))
                let flags = JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE
                guard let written = json_object_to_json_string_ext(value.pointer, flags) else { return "\"\"" }
                return String(cString: written)
            }
        }
    }

    /// `text` as it stands between the quotes of a JSON string.
    static func escape(_ text: String) -> String { String(quote(text).dropFirst().dropLast()) }

    /// Decodes the string whose quotes enclose `span`, keeping the way back to each byte. The string
    /// must be one that `SpanScanner` accepted.
    static func decode(_ bytes: [UInt8], string span: SourceSpan) -> (decoded: [UInt8], embedding: Embedding) {
        let start = span.range.lowerBound + 1
        return decode(bytes, between: start..<max(start, span.range.upperBound - 1))
    }

    /// Decodes what may stand between the quotes of a JSON string, whether or not it is well-formed.
    static func decode(_ bytes: [UInt8], between range: Range<Int>) -> (decoded: [UInt8], embedding: Embedding) {
        var builder = Embedding.Builder(reserving: range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
                builder.append(byte, at: index)
                index += 1
                continue
            }
            let start = index
            index += 2
            switch bytes[start + 1] {
            case UInt8(ascii: "b"): builder.append(escape: CollectionOfOne(0x08), at: start)
            case UInt8(ascii: "f"): builder.append(escape: CollectionOfOne(0x0C), at: start)
            case UInt8(ascii: "n"): builder.append(escape: CollectionOfOne(0x0A), at: start)
            case UInt8(ascii: "r"): builder.append(escape: CollectionOfOne(0x0D), at: start)
            case UInt8(ascii: "t"): builder.append(escape: CollectionOfOne(0x09), at: start)
            case UInt8(ascii: "u"):
                var units = [codeUnit(bytes, at: index)]
                index += 4
                if units[0] & 0xFC00 == 0xD800, index + 5 < range.upperBound, bytes[index] == UInt8(ascii: "\\"),
                    bytes[index + 1] == UInt8(ascii: "u")
                {
                    let low = codeUnit(bytes, at: index + 2)
                    if low & 0xFC00 == 0xDC00 {
                        units.append(low)
                        index += 6
                    }
                }
                builder.append(escape: String(decoding: units, as: UTF16.self).utf8, at: start)
            case let character: builder.append(escape: CollectionOfOne(character), at: start)
            }
        }
        return (builder.decoded, builder.finish(.jsonString, outerEnd: range.upperBound))
    }

    private static func codeUnit(_ bytes: [UInt8], at offset: Int) -> UInt16 {
        (offset..<min(offset + 4, bytes.count)).reduce(0) { $0 << 4 | UInt16(bytes[$1].hexadecimalValue ?? 0) }
    }
}
