/// Edits that write a list of actions in another form.
struct ActionListEditing {
    private let statement: Statement
    private let editing: JSONEditing

    /// Edits of the lists of a statement.
    init(_ statement: Statement, _ editing: JSONEditing) {
        self.statement = statement
        self.editing = editing
    }

    /// Puts others in the place of members of a list, by their positions. A list on one line that grows too
    /// long for it is written with one member a line, where the statement has its elements on lines.
    func replace(_ replacements: [Int: [String]], in list: StringList) -> [TextEdit] {
        let members = list.items.enumerated().flatMap { replacements[$0.offset] ?? [$0.element.value] }
        guard list.isArray else {
            let text: JSONFragment = members.count == 1 ? .string(members[0]) : .array(members.map { .string($0) })
            return [editing.replace(list.node, with: text, in: statement.node)]
        }
        let width = members.reduce(0) { $0 + $1.utf8.count + 4 }
        if width > Self.lineWidth, !editing.layout(of: list.node).isMultiline,
            editing.layout(of: statement.node).isMultiline
        {
            return [editing.replace(list.node, with: .array(members.map { .string($0) }), in: statement.node)]
        }
        let removed = Set(replacements.filter { $0.value.isEmpty }.keys)
        let written = replacements.filter { !$0.value.isEmpty }.map { member in
            editing.replaceElement(list.items[member.key].span, of: list.node, with: member.value.map { .string($0) })
        }
        return written + editing.removeElements(at: removed, of: list.node)
    }

    /// What a list on one line may take of it.
    private static let lineWidth = 100
}
