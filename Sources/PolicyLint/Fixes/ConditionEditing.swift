/// Adds, replaces and removes conditions of statements.
enum ConditionEditing {
    /// Adds a condition, which must hold beside all others; nil where the operator tests the key already, or
    /// where the statement's condition has no shape that could take it.
    static func add(
        _ operatorName: String, _ key: String, _ value: String, to statement: Statement, _ editing: JSONEditing
    ) -> TextEdit? {
        add(operatorName, key, .string(value), to: statement, editing)
    }

    /// The same for a value that may be a list.
    static func add(
        _ operatorName: String, _ key: String, _ value: JSONFragment, to statement: Statement, _ editing: JSONEditing
    ) -> TextEdit? {
        switch statement.condition {
        case .absent:
            let block = JSONFragment.object([(key: operatorName, value: test(key, value))])
            return editing.insertMember("Condition", block, into: statement.node)
        case .unrecognised:
            return nil
        case .present(let block, _):
            return insert(operatorName, key, value, into: block, editing)
        }
    }

    /// The edits that put the test `operatorName: { key: value }` in the place of a condition; nil where
    /// the condition block has no shape that allows it.
    static func replace(
        _ condition: Condition, in block: ConditionBlock, with operatorName: String, _ key: String, _ value: String,
        _ editing: JSONEditing
    ) -> [TextEdit]? {
        let (holder, tests) = (condition.operatorMember, condition.operatorMember.value)
        guard let keys = tests.object, let operators = block.node.object,
            let keyIndex = keys.firstIndex(where: { $0.span == condition.keyMember.span }),
            let operatorIndex = operators.firstIndex(where: { $0.span == holder.span })
        else { return nil }

        // The operator stays, or is renamed with nothing else in it: only the key and its value change.
        let isAlone = keys.count == 1 && block.node.member(operatorName) == nil
        if holder.key.value == operatorName || isAlone {
            var edits: [TextEdit] = []
            if holder.key.value != operatorName { edits.append(editing.rename(holder, to: operatorName)) }
            if !condition.isOn(key) { edits.append(editing.rename(condition.keyMember, to: key)) }
            if condition.values.map(\.value) != [value] || condition.keyMember.value.array != nil {
                edits.append(editing.replace(condition.keyMember.value.span, withString: value))
            }
            return edits.isEmpty ? nil : edits
        }
        let removal =
            keys.count == 1
            ? editing.removeMember(at: operatorIndex, of: block.node) : editing.removeMember(at: keyIndex, of: tests)
        return insert(operatorName, key, .string(value), into: block, editing).map { removal + [$0] }
    }

    /// Adds `IfExists` to the operator of a condition, and says what the operator is called then. Nil where it takes none,
    /// or other keys are tested by it.
    static func addIfExists(
        to condition: Condition, in statement: Statement, _ editing: JSONEditing
    ) -> (operatorName: String, edit: TextEdit)? {
        let member = condition.operatorMember
        guard let name = condition.operator, name.name != .null, !name.ifExists, member.value.object?.count == 1 else {
            return nil
        }
        let extended = name.description + "IfExists"
        guard statement.condition.value?.node[extended] == nil else { return nil }
        return (extended, editing.rename(member, to: extended))
    }

    /// Takes a condition out: its key, with the operator and the whole `Condition` where nothing else is in
    /// them. Nil where the statement's condition has no shape that allows it.
    static func remove(_ condition: Condition, from statement: Statement, _ editing: JSONEditing) -> [TextEdit]? {
        guard let block = statement.condition.value, let operators = block.node.object,
            let keys = condition.operatorMember.value.object,
            let keyIndex = keys.firstIndex(where: { $0.span == condition.keyMember.span }),
            let operatorIndex = operators.firstIndex(where: { $0.span == condition.operatorMember.span })
        else { return nil }
        if keys.count > 1 { return editing.removeMember(at: keyIndex, of: condition.operatorMember.value) }
        if operators.count > 1 { return editing.removeMember(at: operatorIndex, of: block.node) }
        guard let members = statement.node.object, let member = statement.condition.member,
            let index = members.firstIndex(where: { $0.span == member.span })
        else { return nil }
        return editing.removeMember(at: index, of: statement.node)
    }

    /// Adds a test beside those of its operator, or with its operator.
    private static func insert(
        _ operatorName: String, _ key: String, _ value: JSONFragment, into block: ConditionBlock, _ editing: JSONEditing
    ) -> TextEdit? {
        guard let tests = block.node.member(operatorName)?.value else {
            // In another case it is a slip, which is mended first.
            if block.node.object?.contains(where: { $0.key.value.equalsIgnoringCase(operatorName) }) ?? false {
                return nil
            }
            return editing.insertMember(operatorName, test(key, value), into: block.node)
        }
        guard let keys = tests.object, !keys.contains(where: { $0.key.value.equalsIgnoringCase(key) }) else {
            return nil
        }
        return editing.insertMember(key, value, into: tests)
    }

    private static func test(_ key: String, _ value: JSONFragment) -> JSONFragment {
        .object([(key: key, value: value)])
    }
}
