/// Rewrites conditions on MFA.
enum MFAConditionEditing {
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
        let target = operators.last { $0.key.value == operatorName && $0.span != holder.span }

        // The same operator: only the key and its value change.
        if holder.key.value == operatorName || (keys.count == 1 && target == nil) {
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
        guard let target else {
            return removal + [
                editing.insertMember(operatorName, .object([(key: key, value: .string(value))]), into: block.node)
            ]
        }
        if target.value.object?.contains(where: { $0.key.value.equalsIgnoringCase(key) }) ?? true { return nil }
        return removal + [editing.insertMember(key, .string(value), into: target.value)]
    }
}
