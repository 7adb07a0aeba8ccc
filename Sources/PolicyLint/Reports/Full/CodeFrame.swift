/// The lines of a file around a span, with the span underlined.
struct CodeFrame {
    private let file: ReportedFile
    private let span: SourceSpan
    private let style: Paint.Style
    private let mark: Character
    private let context: Int
    private let first: Int
    private let last: Int

    /// A frame around `span`, underlined with `mark` in `style`, with `context` lines before and after.
    init(_ file: ReportedFile, _ span: SourceSpan, style: Paint.Style, mark: Character, context: Int) {
        self.file = file
        self.span = span
        self.style = style
        self.mark = mark
        self.context = context
        let end = max(span.start, span.end)
        first = file.lines.line(at: Int(span.start))
        // A span that takes in a line break still ends in the line that it breaks.
        last = max(first, file.lines.line(at: span.isEmpty ? Int(end) : Int(end) - 1))
    }

    /// Number of digits of the last line number that is shown.
    var gutterWidth: Int { String(min(last + context, file.lines.count)).count }

    /// The lines of the frame.
    func lines(gutter: Int, width: Int, _ paint: Paint) -> [String] {
        let writer = Writer(gutter: gutter, width: width, paint: paint)
        var result = [writer.bar()]
        for line in max(1, first - context)..<first where !isBlank(line) {
            result.append(around(line, writer))
        }
        result += first == last ? single(writer) : several(writer)
        if last < file.lines.count {
            for line in last + 1...min(file.lines.count, last + max(1, context)) where context > 0 && !isBlank(line) {
                result.append(around(line, writer))
            }
        }
        return result
    }

    /// How the gutter and what stands beside it are written.
    private struct Writer {
        let gutter: Int
        let width: Int
        let paint: Paint

        /// Cells for source text; `margin` cells are taken by the line that joins a long span.
        func room(_ margin: Int) -> Int { width - gutter - 3 - margin }

        func bar(_ text: String = "") -> String {
            let bar = paint(.gutter, String(repeating: " ", count: gutter) + " |")
            return text.isEmpty ? bar : bar + " " + text
        }

        func source(_ line: Int, _ text: String, margin: String) -> String {
            let number = String(line)
            let padding = String(repeating: " ", count: max(0, gutter - number.count))
            let content = (margin + text).trimmingTrailingSpaces
            return paint(.gutter, padding + number + " |") + (content.isEmpty ? "" : " " + content)
        }

        func fold() -> String { paint(.gutter, String(repeating: ".", count: max(3, gutter + 1))) }
    }

    /// A line before or after the span.
    private func around(_ line: Int, _ writer: Writer) -> String {
        let margin = first == last ? "" : "  "
        return writer.source(line, plain(line, writer, margin: margin.count), margin: margin)
    }

    // MARK: A span in one line

    private func single(_ writer: Writer) -> [String] {
        let shown = frameLine(first, mark: span.range, margin: 0, writer)
        let under =
            String(repeating: " ", count: shown.markStart)
            + writer.paint(style, String(repeating: mark, count: max(1, shown.markWidth)))
        return [writer.source(first, shown.text, margin: ""), writer.bar(under)]
    }

    // MARK: A span over several lines

    private func several(_ writer: Writer) -> [String] {
        var result: [String] = []
        let head = firstCharacter(of: first)
        let opening = frameLine(first, mark: Int(span.start)..<Int(span.start), margin: 2, writer)
        if Int(span.start) <= head {
            result.append(writer.source(first, opening.text, margin: writer.paint(style, "/") + " "))
        } else {
            result.append(writer.source(first, opening.text, margin: "  "))
            let line = " " + String(repeating: "_", count: opening.markStart + 1) + String(mark)
            result.append(writer.bar(writer.paint(style, line)))
        }
        let side = writer.paint(style, "|") + " "
        let inner = first + 1..<last
        let isFolded = inner.count > Self.mostInnerLines
        for line in isFolded ? inner.prefix(Self.innerLinesBeforeFold) : inner.prefix(inner.count) {
            result.append(writer.source(line, plain(line, writer, margin: 2), margin: side))
        }
        if isFolded {
            let padding = String(repeating: " ", count: max(0, writer.gutter + 3 - max(3, writer.gutter + 1)))
            result.append(writer.fold() + padding + writer.paint(style, "|"))
        }
        let lastByte = max(Int(span.start), Int(span.end) - 1)
        let lastCharacter = FrameLine.characterStart(lastByte, file.redaction.bytes, 0)
        let closing = frameLine(last, mark: lastCharacter..<Int(span.end), margin: 2, writer)
        result.append(writer.source(last, closing.text, margin: side))
        let line = "|" + String(repeating: "_", count: closing.markStart + max(1, closing.markWidth)) + String(mark)
        result.append(writer.bar(writer.paint(style, line)))
        return result
    }

    private static let mostInnerLines = 6
    private static let innerLinesBeforeFold = 3

    // MARK: Lines

    private func frameLine(_ line: Int, mark: Range<Int>, margin: Int, _ writer: Writer) -> FrameLine {
        FrameLine(
            file.redaction.bytes, line: file.lines.content(ofLine: line), mark: mark, width: writer.room(margin))
    }

    private func plain(_ line: Int, _ writer: Writer, margin: Int = 0) -> String {
        let start = file.lines.content(ofLine: line).lowerBound
        return frameLine(line, mark: start..<start, margin: margin, writer).text
    }

    private func isBlank(_ line: Int) -> Bool {
        file.report.file.bytes[file.lines.content(ofLine: line)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private func firstCharacter(of line: Int) -> Int {
        let content = file.lines.content(ofLine: line)
        return file.report.file.bytes[content].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? content.upperBound
    }
}

extension String {
    /// The text without spaces at its end.
    var trimmingTrailingSpaces: String {
        guard hasSuffix(" "), let last = utf8.lastIndex(where: { $0 != UInt8(ascii: " ") }) else {
            return hasSuffix(" ") ? "" : self
        }
        return String(self[...last])
    }
}
