/// One line of a text: where it begins, and where it ends before its line break.
struct TextLine: Sendable {
    /// Offset of the first byte.
    let start: Int
    /// Offset of the line break, or of the end of the text.
    let end: Int
    /// Offset of the next line.
    let next: Int

    /// The lines of a text; LF, CRLF and a lone CR end a line, as Python reads text files.
    static func lines(of bytes: [UInt8], from start: Int = 0) -> [TextLine] {
        var result: [TextLine] = []
        var begin = start
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
                index += 1
                continue
            }
            let isPair = byte == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
            let next = index + (isPair ? 2 : 1)
            result.append(TextLine(start: begin, end: index, next: next))
            begin = next
            index = next
        }
        if begin < bytes.count { result.append(TextLine(start: begin, end: bytes.count, next: bytes.count)) }
        return result
    }

    /// The line without the blanks around it.
    func content(in bytes: [UInt8]) -> Range<Int> { Self.trim(start..<end, in: bytes) }

    /// A range without the blanks at its ends.
    static func trim(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, bytes[low].isBlank { low += 1 }
        while high > low, bytes[high - 1].isBlank { high -= 1 }
        return low..<high
    }
}

extension UInt8 {
    /// Whether it is a space, a tab, a vertical tab or a form feed.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }

    /// Whether it begins a comment in a shared file.
    var beginsComment: Bool { self == UInt8(ascii: "#") || self == UInt8(ascii: ";") }
}

extension [UInt8] {
    /// The characters of a range, with invalid bytes repaired.
    func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}

extension SourceSpan {
    /// The span of a range of offsets.
    init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }
}
