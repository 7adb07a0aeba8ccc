extension Statement {
    /// What stands somewhere in a statement, noted when it is read: most rules look for what most statements do not have.
    /// Of what is not as it should be, too much may be noted, and never too little.
    struct Contents: OptionSet, Sendable {
        let rawValue: UInt8

        /// Nothing in particular: every statement has it.
        static let anything = Contents(rawValue: 1)
        /// What IAM does not take as it is: an element or a part of one of a wrong shape, or a key that is none.
        static let flaws = Contents(rawValue: 2)
        /// A list, or an object, with nothing in it.
        static let emptyLists = Contents(rawValue: 4)
        /// A text among the actions that no action has.
        static let oddActions = Contents(rawValue: 8)
        /// `NotPrincipal`, `NotAction` or `NotResource`.
        static let exclusions = Contents(rawValue: 16)
        /// `Principal` or `NotPrincipal`.
        static let principals = Contents(rawValue: 32)
        /// A condition.
        static let conditions = Contents(rawValue: 64)
        /// A `${` in a list of actions or resources, or in a condition.
        static let variables = Contents(rawValue: 128)
    }
}

extension Element {
    /// What the shape of an element tells.
    var shape: Statement.Contents {
        if case .unrecognised = self { .flaws } else { [] }
    }
}

extension Element<StringList> {
    /// What stands in a list of actions or resources.
    var contents: Statement.Contents {
        guard let list = value else { return shape }
        return list.traits.contains(.variable) ? list.contents.union(.variables) : list.contents
    }
}

extension Element<PrincipalBlock> {
    /// What stands in an element that says who is meant.
    var contents: Statement.Contents {
        switch self {
        case .absent: return []
        case .unrecognised: return [.principals, .flaws]
        case .present(let block, _):
            var contents = Statement.Contents.principals
            if block.principals.isEmpty { contents.insert(.emptyLists) }
            for entry in block.entries {
                if entry.type == nil { contents.insert(.flaws) }
                contents.formUnion(entry.list?.contents ?? [.flaws, .emptyLists])
            }
            return contents
        }
    }
}

extension Element<ConditionBlock> {
    /// What stands in conditions.
    var contents: Statement.Contents {
        guard let block = value else { return shape }
        var contents: Statement.Contents = block.hasEmptyOperator || block.conditions.isEmpty ? .emptyLists : []
        if !block.unrecognised.isEmpty || !block.irregularOperators.isEmpty { contents.insert(.flaws) }
        for condition in block.conditions {
            contents.insert(.conditions)
            if condition.values.isEmpty { contents.insert(.emptyLists) }
            if !condition.unrecognised.isEmpty { contents.insert(.flaws) }
            if condition.traits.contains(.variable) { contents.insert(.variables) }
        }
        return contents
    }
}

extension StringList {
    fileprivate var contents: Statement.Contents {
        if !unrecognised.isEmpty { return .flaws }
        return items.isEmpty ? .emptyLists : []
    }
}

extension ConditionBlock {
    /// Whether nothing stands under an operator.
    fileprivate var hasEmptyOperator: Bool {
        node.object?.contains { member in
            switch member.value.value {
            case .object(let keys): keys.isEmpty
            case .array(let elements): elements.isEmpty
            default: false
            }
        } ?? false
    }
}

extension Policy {
    /// The statements in which something of this stands.
    func statements(with contents: Statement.Contents) -> [Statement] {
        if self.contents.isDisjoint(with: contents) { return [] }
        return statements.filter { !$0.contents.isDisjoint(with: contents) }
    }
}
