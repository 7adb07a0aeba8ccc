/// Breaks text between its words.
enum TextWrap {
    /// `text` behind `head`, in lines of `width` cells; the lines after the first begin `indent` cells in.
    static func lines(_ text: String, behind head: String, indent: Int, width: Int) -> [String] {
        let room = max(20, width - indent)
        var lines: [String] = []
        var line = ""
        var cells = 0
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let length = Glyph.glyphs(of: String(word)).cells
            if !line.isEmpty, cells + 1 + length > room {
                lines.append(line)
                (line, cells) = (String(word), length)
            } else {
                cells += length + (line.isEmpty ? 0 : 1)
                line += (line.isEmpty ? "" : " ") + word
            }
        }
        lines.append(line)
        let padding = String(repeating: " ", count: indent)
        return lines.enumerated().map { $0 == 0 ? head + $1 : padding + $1 }
    }
}
