extension Statement {
    /// What stands somewhere in a statement, noted when it is read: most rules look for what most statements do not have.
    /// Of what is not as it should be, too much may be noted, and never too little.
    struct Contents: OptionSet, Sendable {
        let rawValue: UInt16

        /// Nothing in particular: every statement has it.
        static let anything = Contents(rawValue: 1)
        /// What IAM does not take as it is: an element or a part of one of a wrong shape, or a key that is none.
        static let flaws = Contents(rawValue: 2)
        /// A list, or an object, with nothing in it.
        static let emptyLists = Contents(rawValue: 4)
        /// A text among the actions, or the principals, that no action has.
        static let oddTexts = Contents(rawValue: 8)
        /// `NotPrincipal`, `NotAction` or `NotResource`.
        static let exclusions = Contents(rawValue: 16)
        /// `Principal` or `NotPrincipal`.
        static let principals = Contents(rawValue: 32)
        /// A condition.
        static let conditions = Contents(rawValue: 64)
        /// A `${` in a list of actions or resources, or in a condition.
        static let variables = Contents(rawValue: 128)
        /// A list, be it of values in a condition, in which two texts may be the same but for case.
        static let repetitions = Contents(rawValue: 256)
        /// No effect, no actions or no resources.
        static let gaps = Contents(rawValue: 512)
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
        switch self {
        case .absent: []
        case .unrecognised: .flaws
        case .present(let list, _): list.contents
        }
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
        switch self {
        case .absent: return []
        case .unrecognised: return .flaws
        case .present(let block, _):
            var contents: Statement.Contents = block.hasEmptyOperator || block.conditions.isEmpty ? .emptyLists : []
            if !block.unrecognised.isEmpty || !block.irregularOperators.isEmpty { contents.insert(.flaws) }
            for condition in block.conditions {
                contents.insert(.conditions)
                if condition.values.isEmpty { contents.insert(.emptyLists) }
                if !condition.unrecognised.isEmpty { contents.insert(.flaws) }
                if condition.traits.contains(.variable) { contents.insert(.variables) }
                if !condition.sketches.repetitions.isEmpty { contents.insert(.repetitions) }
            }
            return contents
        }
    }
}

extension StringList {
    fileprivate var contents: Statement.Contents {
        var contents: Statement.Contents = items.isEmpty ? .emptyLists : []
        if !unrecognised.isEmpty { contents.insert(.flaws) }
        if traits.contains(.variable) { contents.insert(.variables) }
        if traits.contains(.noAction) { contents.insert(.oddTexts) }
        if !sketches.repetitions.isEmpty { contents.insert(.repetitions) }
        return contents
    }
}

extension ConditionBlock {
    /// Whether nothing stands under an operator.
    fileprivate var hasEmptyOperator: Bool {
        node.members.contains { $0.value.isEmptyContainer }
    }
}

extension Policy {
    /// The statements in which something of this stands.
    func statements(with contents: Statement.Contents) -> [Statement] {
        // A quick look: most policies have none of it.
        if self.contents.isDisjoint(with: contents) { return [] }
        return statements.filter { !$0.contents.isDisjoint(with: contents) }
    }
}
