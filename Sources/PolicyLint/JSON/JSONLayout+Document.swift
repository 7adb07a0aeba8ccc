extension JSONLayout {
    /// The layout of a document that nobody has laid out yet.
    static let document = JSONLayout(
        lineBreak: "\n", indentation: "", unit: "    ", afterColon: " ", afterComma: " ", padding: "")
    /// The layout of what stands in a command: all on one line.
    static let command = JSONLayout(
        lineBreak: "", indentation: "", unit: "", afterColon: "", afterComma: "", padding: "")
}

extension JSONNode {
    /// The value as an edit writes it, laid out anew.
    var fragment: JSONFragment {
        switch value {
        case .null: .verbatim("null")
        case .bool(let value): .verbatim(value ? "true" : "false")
        case .number(let text): .verbatim(text)
        case .string(let text): .string(text)
        case .array(let elements): .array(elements.map(\.fragment))
        case .object(let members): .object(members.map { (key: $0.key.value, value: $0.value.fragment) })
        }
    }
}
