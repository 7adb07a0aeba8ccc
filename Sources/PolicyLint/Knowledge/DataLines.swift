/// The facts in a text of `rules/data/`: one a line, its fields apart by `|`.
enum DataLines {
    /// The fields of each line that is neither empty nor a comment, without the spaces around them. Read byte by byte:
    /// the lists are read at the first policy, and starting is to cost nothing.
    static func facts(in text: String) -> [[String]] {
        text.withBytes { bytes in
            bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map { line in
                line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map(field)
            }
        }
    }

    private static func field(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        var rest = bytes
        while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
        while rest.last == UInt8(ascii: " ") { rest.removeLast() }
        return String(decoding: rest, as: UTF8.self)
    }

    /// The words of a field.
    static func words(_ field: String, apart separator: Unicode.Scalar = " ") -> [String] {
        field.utf8.split { Unicode.Scalar($0) == separator }.map { String(Substring($0)) }
    }
}
