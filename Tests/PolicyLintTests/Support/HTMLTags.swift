import Foundation

/// The tags of a page: enough of HTML to see whether every element that is opened is closed, in their order.
struct HTMLTags {
    /// The names of the elements that were opened, with their attributes as they stand.
    private(set) var opened: [(name: String, attributes: String)] = []
    /// What is wrong: an element that is not closed, or one that was not open.
    private(set) var problems: [String] = []

    private static let void: Set<String> = ["meta", "input", "br", "hr", "link", "img"]

    init(_ html: String) {
        var open: [String] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[start...].dropFirst()
            if rest.hasPrefix("!") {
                rest = rest.drop { $0 != ">" }
                continue
            }
            guard let end = rest.firstIndex(of: ">") else {
                problems.append("a tag has no end")
                return
            }
            let tag = rest[..<end]
            rest = rest[end...].dropFirst()
            if tag.hasPrefix("/") {
                let name = String(tag.dropFirst())
                if open.popLast() != name { problems.append("</\(name)> closes nothing") }
                continue
            }
            let name = String(tag.prefix { $0.isLetter || $0.isNumber })
            if name.isEmpty { problems.append("a `<` that is no tag: \(tag.prefix(30))") }
            opened.append((name, String(tag.dropFirst(name.count))))
            if Self.void.contains(name) { continue }
            open.append(name)
            // The text of these is no markup.
            if name == "style" || name == "script", let close = rest.range(of: "</\(name)>") {
                rest = rest[close.lowerBound...]
            }
        }
        problems += open.map { "<\($0)> is not closed" }
    }
}
