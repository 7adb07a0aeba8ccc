/// A list in which nothing stands, so that its statement does nothing.
enum EmptyList: PolicyRule {
    static let metadata = RuleMetadata(
        id: "empty-list", wing: .grammar, severity: .warning, kinds: .policies, fixes: [.preserving, .suggestion],
        references: [
            .accessAnalyzer("EMPTY_ARRAY_ACTION"), .accessAnalyzer("EMPTY_ARRAY_RESOURCE"),
            .accessAnalyzer("EMPTY_ARRAY_PRINCIPAL"), .accessAnalyzer("EMPTY_OBJECT_PRINCIPAL"),
            .accessAnalyzer("EMPTY_ARRAY_CONDITION"), .accessAnalyzer("EMPTY_OBJECT_CONDITION"),
            .accessAnalyzer("EMPTY_ARRAY_CONDITION_FORALLVALUES"),
            .accessAnalyzer("EMPTY_ARRAY_CONDITION_FORANYVALUE"),
            .accessAnalyzer("EMPTY_ARRAY_CONDITION_IFEXISTS"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"),
            .peer(.cfnLint, "E3510"),
        ])

    static let concerns: Statement.Contents = .emptyLists

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements(with: .emptyLists) {
            check(statement.action, statement, policy, &context)
            check(statement.notAction, statement, policy, &context)
            check(statement.resource, statement, policy, &context)
            check(statement.notResource, statement, policy, &context)
            check(statement.principal, statement, policy, &context)
            check(statement.notPrincipal, statement, policy, &context)
            checkCondition(of: statement, &context)
        }
    }

    private static func check(
        _ element: Element<StringList>, _ statement: Statement, _ policy: Policy, _ context: inout RuleContext
    ) {
        guard case .present(let list, let member) = element, isEmpty(list.node) else { return }
        let name = member.key.value
        let issue: Message.Issue = name.hasSuffix("Action") ? "EMPTY_ARRAY_ACTION" : "EMPTY_ARRAY_RESOURCE"
        context.report(
            .emptyList(name, issue), at: list.node.span, fix: removal(of: statement, without: name, policy, context))
    }

    private static func check(
        _ element: Element<PrincipalBlock>, _ statement: Statement, _ policy: Policy, _ context: inout RuleContext
    ) {
        guard case .present(let block, let member) = element else { return }
        if isEmpty(block.node) {
            context.report(
                .emptyList(member.key.value, issue(block.node)), at: block.node.span,
                fix: removal(of: statement, without: member.key.value, policy, context))
        }
        for entry in block.entries where isEmpty(entry.member.value) {
            let node = entry.member.value
            context.report(.emptyList(entry.member.key.value, issue(node)), at: node.span)
        }
    }

    /// Takes a statement out that an empty list keeps from matching anything. It may be the list that is to be
    /// filled instead. Without what an empty list leaves out, a statement is about everything.
    private static func removal(
        of statement: Statement, without element: String, _ policy: Policy, _ context: RuleContext
    ) -> Fix? {
        if element.hasPrefix("Not") { return nil }
        return policy.statementMember
            .flatMap { context.editing.removeElement(at: statement.node.span, of: $0.value) }
            .map { Fix("remove the statement, which matches nothing", .suggestion, $0) }
    }

    private static func checkCondition(of statement: Statement, _ context: inout RuleContext) {
        guard let block = statement.condition.value, let operators = block.node.object else { return }
        let isWhole = operators.count < 2
        for node in [block.node] + operators.map(\.value) where isEmpty(node) {
            let edits =
                isWhole
                ? context.editing.removeMembers(of: statement.node) { $0.span == statement.condition.member?.span }
                : context.editing.removeMembers(of: block.node) { $0.value.span == node.span }
            context.report(
                node.span == block.node.span ? .noCondition : .emptyCondition, at: node.span,
                fix: Fix("remove the empty condition", .preserving, edits))
        }
        for condition in block.conditions where isEmpty(condition.keyMember.value) {
            context.report(.emptyValues(condition), at: condition.keyMember.value.span)
        }
    }

    private static func issue(_ principal: JSONNode) -> Message.Issue {
        principal.array == nil ? "EMPTY_OBJECT_PRINCIPAL" : "EMPTY_ARRAY_PRINCIPAL"
    }

    private static func isEmpty(_ node: JSONNode) -> Bool {
        switch node.value {
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        default: false
        }
    }
}

extension Message {
    fileprivate static func emptyList(_ name: String, _ issue: Issue) -> Message {
        Message("`\(name)` lists nothing", help: "say what belongs here, or remove the statement", issue: issue)
    }

    fileprivate static let noCondition = Message(
        "nothing stands in `Condition`, so it limits nothing", help: "remove it, or add the condition that is meant",
        severity: .note, issue: "EMPTY_OBJECT_CONDITION")

    fileprivate static let emptyCondition = Message(
        "nothing stands in this condition, so it limits nothing", help: "add the condition that is meant, or remove it",
        issue: "EMPTY_OBJECT_CONDITION")

    fileprivate static func emptyValues(_ condition: Condition) -> Message {
        let key = condition.key.excerpt
        let test = condition.operator
        if test?.setPrefix == .forAnyValue {
            return Message(
                "`\(key)` is compared with no value, so this condition never holds",
                help: "add the values that are meant, or remove the statement, which does nothing",
                issue: "EMPTY_ARRAY_CONDITION_FORANYVALUE")
        }
        if test?.setPrefix == .forAllValues || test?.ifExists == true {
            return Message(
                "`\(key)` is compared with no value, so this condition holds only for requests without the key",
                help:
                    "add the values that are meant; or write `\"Null\": { \"\(condition.key)\": \"true\" }`, which says it plainly",
                issue: test?.setPrefix == .forAllValues
                    ? "EMPTY_ARRAY_CONDITION_FORALLVALUES" : "EMPTY_ARRAY_CONDITION_IFEXISTS")
        }
        return Message(
            "`\(key)` is compared with no value", help: "add the values that are meant, or remove the condition",
            issue: "EMPTY_ARRAY_CONDITION")
    }
}
