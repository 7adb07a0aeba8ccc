/// The facts in a text of `rules/data/`: one a line, its fields apart by `|`.
enum DataLines {
    /// The fields of each line that is neither empty nor a comment, without the spaces around them. Read byte by byte:
    /// the lists are read at the first policy, and starting is to cost nothing.
    static func facts(in text: String) -> [[String]] {
        var facts: [[String]] = []
        text.withBytes { bytes in
            forEachPart(of: bytes, apart: UInt8(ascii: "\n")) { line in
                guard let first = line.first, first != UInt8(ascii: "#") else { return }
                var fields: [String] = []
                forEachPart(of: line, apart: UInt8(ascii: "|")) { fields.append(field($0)) }
                facts.append(fields)
            }
        }
        return facts
    }

    private static func field(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var rest = bytes[...]
        while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
        while rest.last == UInt8(ascii: " ") { rest.removeLast() }
        return String(decoding: rest, as: UTF8.self)
    }

    /// The words of a field.
    static func words(_ field: String, apart separator: Unicode.Scalar = " ") -> [String] {
        var words: [String] = []
        field.withBytes { bytes in
            forEachPart(of: bytes, apart: UInt8(ascii: separator)) { word in
                if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            }
        }
        return words
    }

    /// Hands `body` what stands between the separators in a text, empty parts included.
    private static func forEachPart(
        of bytes: UnsafeBufferPointer<UInt8>, apart separator: UInt8, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var start = 0
        while let end = bytes.firstPlace(of: separator, in: start..<bytes.count) {
            body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            start = end + 1
        }
        body(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
}
