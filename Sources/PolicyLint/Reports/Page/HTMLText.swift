/// HTML that is written piece by piece. Every element that is opened is closed, and every text is escaped: there is no
/// way to write a text of a document as markup.
struct HTMLText {
    private var text = ""

    /// The attributes of an element, in their order.
    typealias Attributes = KeyValuePairs<String, String>

    /// Hands what was written to a sink, and begins anew.
    mutating func drain(to sink: inout some ByteSink) {
        sink.append(text)
        text.removeAll(keepingCapacity: true)
    }

    /// An element with what `body` writes in it.
    mutating func element(
        _ name: String, class style: String? = nil, _ attributes: Attributes = [:], _ body: (inout HTMLText) -> Void
    ) {
        open(name, style, attributes)
        body(&self)
        text += "</\(name)>"
        if Self.blocks.contains(name) { text += "\n" }
    }

    /// An element with a text in it.
    mutating func element(
        _ name: String, class style: String? = nil, _ attributes: Attributes = [:], text content: String
    ) {
        element(name, class: style, attributes) { $0.write(content) }
    }

    /// An element that holds nothing and has no end.
    mutating func void(_ name: String, class style: String? = nil, _ attributes: Attributes = [:]) {
        open(name, style, attributes)
    }

    /// A text.
    mutating func write(_ content: String) { text += Self.escaped(Glyph.printable(content)) }

    /// A line break between pieces of preformatted text.
    mutating func lineBreak() { text += "\n" }

    /// A text in which what stands between backticks is code.
    mutating func words(_ content: String) {
        let parts = content.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count % 2 == 1 else { return write(content) }
        for (index, part) in parts.enumerated() where !part.isEmpty {
            if index % 2 == 0 { write(String(part)) } else { element("code", text: String(part)) }
        }
    }

    /// A paragraph of such a text behind a label: what to do next.
    mutating func advice(_ label: String, _ content: String) {
        element("p", class: "next") { paragraph in
            paragraph.element("span", class: "label", text: label)
            paragraph.write(" ")
            paragraph.words(content)
        }
    }

    private mutating func open(_ name: String, _ style: String?, _ attributes: Attributes) {
        text += "<\(name)"
        if let style { text += " class=\"\(Self.escaped(style))\"" }
        for (key, value) in attributes {
            text += " \(key)"
            if !value.isEmpty { text += "=\"\(Self.escaped(Glyph.printable(value)))\"" }
        }
        text += ">"
    }

    /// Elements behind which a line ends, so that the page can be read as a text.
    private static let blocks: Set<String> = [
        "article", "circle", "dd", "defs", "desc", "details", "div", "dl", "dt", "figcaption", "figure", "g", "h2",
        "h3",
        "h4", "li", "marker", "ol", "p", "path", "pre", "rect", "section", "summary", "svg", "table", "tbody", "thead",
        "title", "tr", "ul",
    ]

    /// A text as it stands between tags and in attributes.
    static func escaped(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
            default: true
            }
        }
        if isPlain { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
