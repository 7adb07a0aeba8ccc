/// JSON that an edit writes.
enum JSONFragment: Sendable {
    case string(String)
    case array([JSONFragment])
    case object([(key: String, value: JSONFragment)])
    /// Text that stands in the document already.
    case verbatim(String)
}

/// How a document is laid out around an edit.
struct JSONLayout: Hashable, Sendable {
    /// What stands between an opening bracket and the first child: a line break and indentation, or
    /// nothing.
    let lineBreak: String
    /// The indentation of the children of the container that is edited.
    let indentation: String
    /// What one further level adds.
    let unit: String
    /// What stands between a key's colon and its value.
    let afterColon: String
    /// What stands after a comma on the same line.
    let afterComma: String
    /// What stands inside the braces of an object on one line.
    let padding: String

    /// Whether children stand on lines of their own.
    var isMultiline: Bool { !lineBreak.isEmpty }

    /// The fragment's text, where its own line is indented by `indentation` and `depth` further units.
    func render(_ fragment: JSONFragment, depth: Int = 0) -> String {
        switch fragment {
        case .verbatim(let text): text
        case .string(let text): JSONText.quote(text)
        case .array(let elements):
            enclose("[", elements.map { render($0, depth: depth + 1) }, "]", depth: depth, padding: "")
        case .object(let members):
            enclose(
                "{", members.map { member($0.key, $0.value, depth: depth + 1) }, "}", depth: depth, padding: padding)
        }
    }

    /// A member's text.
    func member(_ key: String, _ value: JSONFragment, depth: Int = 0) -> String {
        JSONText.quote(key) + ":" + afterColon + render(value, depth: depth)
    }

    private func enclose(_ open: String, _ children: [String], _ close: String, depth: Int, padding: String) -> String {
        if children.isEmpty { return open + close }
        guard isMultiline else {
            return open + padding + children.joined(separator: "," + afterComma) + padding + close
        }
        let outer = lineBreak + indentation + String(repeating: unit, count: depth)
        let inner = outer + unit
        return open + inner + children.joined(separator: "," + inner) + outer + close
    }
}
