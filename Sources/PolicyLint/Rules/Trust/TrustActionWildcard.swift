/// A wildcard in an action of a trust policy.
enum TrustActionWildcard: StatementRule {
    static let metadata = RuleMetadata(
        id: "trust-action-wildcard", wing: .trust, severity: .warning, kinds: .trustPolicy, fixes: [.narrowing],
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.allows else { return }
        for action in statement.actions where action.value.hasWildcard {
            let matching = RoleAction.matching(action.value)
            if matching.isEmpty { continue }
            context.report(
                .wildcard(action.value, matching), at: action.span, fix: fix(action, matching, statement, context))
        }
    }

    private static func fix(
        _ action: Located<String>, _ matching: [RoleAction], _ statement: Statement, _ context: RuleContext
    ) -> Fix? {
        guard let list = statement.action.value, let wanted = wanted(matching, statement) else { return nil }
        let title = "allow only what these principals need to assume the role"
        let named = list.items.filter { !$0.value.hasWildcard }.flatMap { RoleAction.matching($0.value) }
        let missing = wanted.filter { !named.contains($0) }
        // A further wildcard has nothing left to add.
        let isFirst =
            list.items.first { $0.value.hasWildcard && !RoleAction.matching($0.value).isEmpty }?.span == action.span
        if missing.isEmpty || !isFirst {
            return context.editing.removeElement(at: action.span, of: list.node).map { Fix(title, .narrowing, $0) }
        }
        if missing.count == 1 {
            return Fix(title, .narrowing, [context.editing.replace(action.span, withString: missing[0].rawValue)])
        }
        if list.isArray {
            let layout = context.editing.layout(of: list.node)
            let separator = "," + (layout.isMultiline ? layout.lineBreak + layout.indentation : layout.afterComma)
            let text = missing.map { JSONText.quote($0.rawValue) }.joined(separator: separator)
            return Fix(title, .narrowing, [TextEdit(replacing: action.span, with: text)])
        }
        let actions = JSONFragment.array(missing.map { .string($0.rawValue) })
        return Fix(title, .narrowing, [context.editing.replace(list.node, with: actions, in: statement.node)])
    }

    /// The actions in the place of the wildcard: of those it stands for, the ones the principals need.
    private static func wanted(_ matching: [RoleAction], _ statement: Statement) -> [RoleAction]? {
        if matching.count == 1 { return matching }
        let used = statement.principals.map { RoleAction.used(by: $0) }
        guard !used.contains(where: { $0 == nil }) else { return nil }
        // What the conditions ask for, somebody must be allowed to set.
        let all = Set(
            used.compactMap { $0 }.joined() + statement.conditions.compactMap { SessionSetting.action(for: $0.key) })
        let wanted = matching.filter(all.contains)
        return wanted.isEmpty ? nil : wanted
    }
}

extension Message {
    fileprivate static func wildcard(_ text: String, _ matching: [RoleAction]) -> Message {
        let names = matching.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        return Message(
            "`\(text)` stands for \(names), and for what AWS adds to it",
            help: """
                name the action that the principal needs; allow `sts:TagSession` and `sts:SetSourceIdentity` only where \
                they are used: they let the caller choose tags and names that other policies may trust
                """)
    }
}
