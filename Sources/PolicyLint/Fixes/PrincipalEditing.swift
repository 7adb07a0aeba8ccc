/// Edits of the principals of a statement.
struct PrincipalEditing {
    private let statement: Statement
    private let policy: Policy
    private let editing: JSONEditing

    /// Edits of one statement of a policy.
    init(_ statement: Statement, in policy: Policy, _ editing: JSONEditing) {
        self.statement = statement
        self.policy = policy
        self.editing = editing
    }

    /// Takes one principal out: from its list, with its type, or, where it is the statement's only one, with
    /// the whole statement. Nil where nothing would be left of the policy. Only for an Allow: there it
    /// narrows.
    func remove(_ principal: Principal) -> [TextEdit]? {
        guard statement.allows, let block = statement.principal.value else { return nil }
        for (index, entry) in block.entries.enumerated() {
            guard let list = entry.list, let place = list.items.firstIndex(where: { $0.span == principal.value.span })
            else { continue }
            if let edits = editing.removeElement(at: list.items[place].span, of: list.node) { return edits }
            if block.entries.count > 1 { return editing.removeMember(at: index, of: block.node) }
        }
        return policy.statementMember.flatMap { editing.removeElement(at: statement.node.span, of: $0.value) }
    }

    /// Writes a user or role in the place of a wider principal. Where the statement names it already, or
    /// `isReplaced` holds for an earlier principal, the wider one is taken out instead, so that nothing
    /// stands there twice.
    func narrow(
        _ principal: Principal, to arn: AmazonResourceName, where isReplaced: (Principal) -> Bool
    ) -> [TextEdit]? {
        guard let block = statement.principal.value else { return nil }
        if block.entries.isEmpty {
            let value = JSONFragment.object([(key: "AWS", value: .string(arn.description))])
            return [editing.replace(block.node, with: value, in: statement.node)]
        }
        let isNamed = block.principals.contains { $0.type == .aws && $0.value.value == arn.description }
        let isFirst = block.principals.first(where: isReplaced)?.value.span == principal.value.span
        if isNamed || !isFirst { return remove(principal) }
        return [editing.replace(principal.value.span, withString: arn.description)]
    }
}
