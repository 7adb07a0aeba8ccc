/// A fix as a small unified diff: its hunks only, with long lines cut around what changes.
struct FixPreview {
    private let file: ReportedFile
    private let width: Int
    private let paint: Paint

    /// Previews of fixes of a file, `width` cells wide.
    init(_ file: ReportedFile, width: Int, _ paint: Paint) {
        self.file = file
        self.width = width
        self.paint = paint
    }

    /// The lines of the diff.
    func lines(of fix: Fix) -> [String] {
        var result: [String] = []
        // How many lines the new text is ahead of the old one.
        var ahead = 0
        for window in windows(of: fix.edits) { result += lines(of: window, &ahead) }
        guard result.count > Self.mostLines else { return result }
        return result.prefix(Self.mostLines - 1) + ["… \(result.count - Self.mostLines + 1) more lines"]
    }

    private static let mostLines = 40

    /// A part of the file with the edits in it.
    private struct Window {
        let range: Range<Int>
        let edits: [TextEdit]
        /// Whether text of the first line, or the last one, lies outside.
        let isCutLeft: Bool
        let isCutRight: Bool
    }

    /// The lines around the edits, or as much of the lines as can be shown: a minified file is one line
    /// of any length.
    private func windows(of edits: [TextEdit]) -> [Window] {
        let bytes = file.redaction.bytes
        let table = file.lines
        let reach = width * 4
        var windows: [Window] = []
        for edit in edits {
            let first = max(1, table.line(at: Int(edit.span.start)) - 1)
            let last = min(table.count, table.line(at: Int(edit.span.end)) + 1)
            // A byte order mark stands before the first line's content.
            let start = min(table.content(ofLine: first).lowerBound, Int(edit.span.start))
            let end = last < table.count ? table.content(ofLine: last + 1).lowerBound : bytes.count
            let from = max(start, FrameLine.characterStart(Int(edit.span.start) - reach, bytes, start))
            let to = FrameLine.characterStart(min(end, Int(edit.span.end) + reach), bytes, Int(edit.span.end))
            let window = Window(
                range: from..<max(from, to), edits: [edit], isCutLeft: cuts(from), isCutRight: cuts(to))
            if let previous = windows.last, window.range.lowerBound <= previous.range.upperBound {
                windows[windows.count - 1] = Window(
                    range: previous.range.lowerBound..<max(previous.range.upperBound, window.range.upperBound),
                    edits: previous.edits + [edit], isCutLeft: previous.isCutLeft, isCutRight: window.isCutRight)
            } else {
                windows.append(window)
            }
        }
        return windows
    }

    /// Whether an offset lies within a line, not at its beginning or end.
    private func cuts(_ offset: Int) -> Bool {
        let content = file.lines.content(ofLine: file.lines.line(at: offset))
        return offset > content.lowerBound && offset < content.upperBound
    }

    private func lines(of window: Window, _ ahead: inout Int) -> [String] {
        let start = window.range.lowerBound
        let edits = window.edits.map {
            TextEdit(
                replacing: SourceSpan(Int($0.span.start) - start, Int($0.span.end) - start),
                with: file.text($0.replacement))
        }
        let oldBytes = Array(file.redaction.bytes[window.range])
        let (old, new) = (TextLines(oldBytes), TextLines(TextEdit.apply(edits, to: oldBytes)))
        let offset = file.lines.line(at: start) - 1
        var result: [String] = []
        for hunk in UnifiedDiff.hunks(of: LineDiff.changes(from: old, to: new), oldCount: old.count, context: 1) {
            let oldRange = hunk.old.lowerBound + offset..<hunk.old.upperBound + offset
            let newRange = hunk.new.lowerBound + offset + ahead..<hunk.new.upperBound + offset + ahead
            result.append(
                paint(.hunk, "@@ -\(UnifiedDiff.range(oldRange)) +\(UnifiedDiff.range(newRange)) @@"))
            let side = Side(old: old, new: new, window: window, width: width - 1)
            var line = hunk.old.lowerBound
            for change in hunk.changes {
                for kept in line..<change.old.lowerBound {
                    result.append((" " + side.kept(kept)).trimmingTrailingSpaces)
                }
                for removed in change.old { result.append(paint(.removed, "-" + side.removed(removed, change))) }
                for added in change.new { result.append(paint(.added, "+" + side.added(added, change))) }
                line = change.old.upperBound
            }
            for kept in line..<hunk.old.upperBound { result.append((" " + side.kept(kept)).trimmingTrailingSpaces) }
        }
        ahead += new.count - old.count
        return result
    }

    /// The lines before and after, as they are shown.
    private struct Side {
        let old: TextLines
        let new: TextLines
        let window: Window
        let width: Int

        func kept(_ line: Int) -> String { show(old, line, at: 0) }

        func removed(_ line: Int, _ change: LineDiff.Change) -> String {
            let partner = change.new.lowerBound + (line - change.old.lowerBound)
            return show(old, line, at: change.new.contains(partner) ? common(line, partner) : 0)
        }

        func added(_ line: Int, _ change: LineDiff.Change) -> String {
            let partner = change.old.lowerBound + (line - change.new.lowerBound)
            return show(new, line, at: change.old.contains(partner) ? common(partner, line) : 0)
        }

        /// Bytes that an old line and a new one begin with alike.
        private func common(_ oldLine: Int, _ newLine: Int) -> Int {
            zip(old[oldLine], new[newLine]).prefix { $0 == $1 }.count
        }

        private func show(_ text: TextLines, _ line: Int, at change: Int) -> String {
            var bytes = Array(text[line])
            if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
            if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
            let place = FrameLine.characterStart(min(change, bytes.count), bytes, 0)
            var shown = FrameLine(bytes, line: 0..<bytes.count, mark: place..<place, width: width).text
            if window.isCutLeft, line == 0, !shown.hasPrefix("…") { shown = "…" + shown }
            if window.isCutRight, line == text.count - 1, !shown.hasSuffix("…") { shown += "…" }
            return shown
        }
    }
}
