extension HTMLText {
    /// A line that `Paint` coloured for a terminal, with a `span` of the style's name in the place of each colour.
    /// No text of a document holds an escape sequence: `Glyph` shows a picture in its place.
    mutating func painted(_ line: String) {
        var rest = line.utf8[...]
        while let escape = rest.firstIndex(of: 0x1B), let end = rest[escape...].firstIndex(of: UInt8(ascii: "m")) {
            write(String(Substring(rest[..<escape])))
            let code = String(Substring(rest[rest.index(escape, offsetBy: 2)..<end]))
            rest = rest[rest.index(after: end)...]
            guard let style = Paint.Style(code: code) else { continue }
            let close = rest.firstIndex(of: 0x1B) ?? rest.endIndex
            element("span", class: style.rawValue, text: String(Substring(rest[..<close])))
            rest = rest[close...]
        }
        write(String(Substring(rest)))
    }

    /// Lines that are shown as they stand.
    mutating func preformatted(_ lines: [String], class style: String) {
        element("pre", class: style) { pre in
            pre.element("code") { code in
                for (index, line) in lines.enumerated() {
                    if index > 0 { code.lineBreak() }
                    code.painted(line)
                }
            }
        }
    }
}
