/// The lines of a text, each with its LF, as line-based tools see them.
struct TextLines {
    /// The text.
    let bytes: [UInt8]
    /// The offset of each line, and of the text's end.
    private let bounds: [Int]

    /// The lines of `bytes`.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var bounds = [0]
        bytes.withUnsafeBufferPointer { buffer in
            for index in buffer.indices where buffer[index] == UInt8(ascii: "\n") { bounds.append(index + 1) }
        }
        if bounds[bounds.count - 1] != bytes.count { bounds.append(bytes.count) }
        self.bounds = bounds
    }

    /// Number of lines.
    var count: Int { bounds.count - 1 }

    /// A line, from 0, with its LF.
    subscript(line: Int) -> ArraySlice<UInt8> { bytes[bounds[line]..<bounds[line + 1]] }

    /// Whether a line equals one of another text.
    func line(_ line: Int, equals other: TextLines, _ otherLine: Int) -> Bool {
        let (start, otherStart) = (bounds[line], other.bounds[otherLine])
        let length = bounds[line + 1] - start
        guard other.bounds[otherLine + 1] - otherStart == length else { return false }
        for offset in 0..<length where bytes[start + offset] != other.bytes[otherStart + offset] { return false }
        return true
    }
}
