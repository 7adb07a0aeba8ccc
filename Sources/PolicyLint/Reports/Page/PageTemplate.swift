/// A page with holes, `{{name}}`, that is written from its beginning to its end.
struct PageTemplate {
    private let text: Substring

    /// A template of the folder `templates`.
    init(named name: String) { text = Substring(Self.text(name)) }

    init(_ text: String) { self.text = text[...] }

    /// A text of the folder `templates`.
    static func text(_ name: String) -> String { TemplateIndex.text(name)?.description ?? "" }

    /// The hash of a text of the folder, as a security policy names it.
    static func hash(_ name: String) -> String { TemplateIndex.hash(name)?.description ?? "" }

    /// Writes the page; `fill` writes what belongs in a hole.
    func write<Sink: ByteSink>(to sink: inout Sink, _ fill: (Substring, inout Sink) -> Void) {
        var rest = text
        while let (before, name, after) = Self.firstHole(rest) {
            sink.append(String(before))
            fill(name, &sink)
            rest = after
        }
        sink.append(String(rest))
    }

    private static func firstHole(_ text: Substring) -> (before: Substring, name: Substring, after: Substring)? {
        var start = text.startIndex
        while let brace = text[start...].firstIndex(of: "{") {
            let inner = text[brace...].dropFirst(2)
            if text[brace...].hasPrefix("{{"), let end = inner.firstIndex(of: "}"), inner[end...].hasPrefix("}}") {
                return (text[..<brace], inner[..<end], inner[end...].dropFirst(2))
            }
            start = text.index(after: brace)
        }
        return nil
    }
}
