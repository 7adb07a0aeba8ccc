/// Makes edits of a shared file that take whole lines, or blanks; none of them repeats a word of the
/// file, so that no secret gets into a fix.
struct SharedFileEditing: Sendable {
    private let bytes: [UInt8]

    /// Edits of the document's text.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The line break that the file uses.
    var lineBreak: String {
        guard let first = TextLine.lines(of: bytes).first, first.next > first.end else { return "\n" }
        return bytes.string(first.end..<first.next)
    }

    /// Removes the lines that a span touches, with their line breaks.
    func removeLines(of span: SourceSpan) -> TextEdit { .deletion(lines(of: span)) }

    /// Removes a section: its header, its properties, and the empty lines behind it.
    func removeSection(_ section: SharedFile.Section) -> TextEdit {
        var range = lines(of: section.span).range
        for line in TextLine.lines(of: bytes, from: range.upperBound) {
            guard line.content(in: bytes).isEmpty else { break }
            range = range.lowerBound..<line.next
        }
        guard range.upperBound == bytes.count else { return .deletion(SourceSpan(range)) }
        // At the end of the file the empty lines before the section go too.
        for line in TextLine.lines(of: Array(bytes[..<range.lowerBound])).reversed() {
            guard line.content(in: bytes).isEmpty else { break }
            range = line.start..<range.upperBound
        }
        return .deletion(SourceSpan(range))
    }

    /// Removes the blanks before the text of a line; nil where there are none.
    func removeIndentation(before offset: Int) -> TextEdit? {
        var start = offset
        while start > 0, bytes[start - 1].isBlank { start -= 1 }
        return start == offset ? nil : .deletion(SourceSpan(start, offset))
    }

    /// Puts what begins at an offset on a line of its own.
    func breakLine(before offset: Int) -> TextEdit {
        var start = offset
        while start > 0, bytes[start - 1].isBlank { start -= 1 }
        return TextEdit(replacing: SourceSpan(start, offset), with: lineBreak)
    }

    /// The lines that a span touches, with their line breaks.
    private func lines(of span: SourceSpan) -> SourceSpan {
        var start = span.range.lowerBound
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n"), bytes[start - 1] != UInt8(ascii: "\r") { start -= 1 }
        var end = span.range.upperBound
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
        return SourceSpan(start, end)
    }
}
