/// Adds conditions to statements.
enum ConditionEditing {
    /// Adds a condition, which must hold beside all others; nil where the operator tests the key already, or
    /// where the statement's condition has no shape that could take it.
    static func add(
        _ operatorName: String, _ key: String, _ value: String, to statement: Statement, _ editing: JSONEditing
    ) -> TextEdit? {
        let member: (key: String, value: JSONFragment) = (key: key, value: .string(value))
        switch statement.condition {
        case .absent:
            let block = JSONFragment.object([(key: operatorName, value: .object([member]))])
            return editing.insertMember("Condition", block, into: statement.node)
        case .unrecognised:
            return nil
        case .present(let block, _):
            guard let tests = block.node.member(operatorName)?.value else {
                return editing.insertMember(operatorName, .object([member]), into: block.node)
            }
            guard let keys = tests.object, !keys.contains(where: { $0.key.value.equalsIgnoringCase(key) }) else {
                return nil
            }
            return editing.insertMember(key, member.value, into: tests)
        }
    }
}
