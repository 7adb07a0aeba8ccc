/// One line of a file as a code frame shows it: cut around the marked part where it is too wide.
struct FrameLine {
    /// What is printed.
    let text: String
    /// Number of cells before the marked part.
    let markStart: Int
    /// Number of cells of the marked part that are printed.
    let markWidth: Int

    /// The line at `content`, of which `mark` is marked; both are ranges of `bytes`.
    ///
    /// - Parameter width: The cells that there are for the line.
    init(_ bytes: [UInt8], line content: Range<Int>, mark: Range<Int>, width: Int) {
        let width = max(width, 20)
        let mark = mark.clamped(to: content)
        // A minified line can have millions of characters; only those near the mark are looked at.
        let reach = width * 4
        let from = Self.characterStart(max(content.lowerBound, mark.lowerBound - reach), bytes, content.lowerBound)
        let markEnd = Self.characterStart(min(mark.upperBound, mark.lowerBound + reach), bytes, mark.lowerBound)
        let to = Self.characterStart(min(content.upperBound, markEnd + reach), bytes, markEnd)
        func glyphs(_ range: Range<Int>, _ column: Int) -> [Glyph] {
            Glyph.glyphs(of: String(decoding: bytes[range], as: UTF8.self), from: column)
        }
        var before = glyphs(from..<mark.lowerBound, 0)
        var marked = glyphs(mark.lowerBound..<markEnd, before.cells)
        var after = glyphs(markEnd..<to, before.cells + marked.cells)
        var isCutLeft = from > content.lowerBound
        var isCutRight = to < content.upperBound

        // An empty mark at the end is drawn behind the last character.
        let whole = before.cells + max(marked.isEmpty && after.isEmpty ? 1 : 0, marked.cells) + after.cells
        if isCutLeft || isCutRight || whole > width {
            let room = width - 2
            let least = min(after.cells, room / 4)
            if isCutLeft || before.cells + min(marked.cells, room / 2) + least > room {
                let left = max(room / 6, (room - marked.cells) / 2)
                let near = Array(Self.prefix(before.reversed(), left).reversed())
                isCutLeft = isCutLeft || near.count < before.count
                before = near
            }
            if before.cells + marked.cells > room {
                marked = Self.prefix(marked, room - before.cells)
                (after, isCutRight) = ([], true)
            } else if before.cells + marked.cells + after.cells > room {
                after = Self.prefix(after, room - before.cells - marked.cells)
                isCutRight = true
            }
        }
        text = (isCutLeft ? "…" : "") + (before + marked + after).text + (isCutRight ? "…" : "")
        markStart = before.cells + (isCutLeft ? 1 : 0)
        markWidth = marked.cells
    }

    /// As many glyphs as fit into a number of cells.
    private static func prefix(_ glyphs: [Glyph], _ cells: Int) -> [Glyph] {
        var used = 0
        return Array(
            glyphs.prefix {
                used += $0.width
                return used <= cells
            })
    }

    /// The offset at which the character that holds `offset` begins, but not before `least`.
    static func characterStart(_ offset: Int, _ bytes: [UInt8], _ least: Int) -> Int {
        var offset = offset
        // A character has at most four bytes; more of them are no character.
        for _ in 0..<3 where offset > least && offset < bytes.count && bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return max(offset, least)
    }
}
