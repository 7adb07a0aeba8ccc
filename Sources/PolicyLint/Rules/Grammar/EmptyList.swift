/// A list in which nothing stands, so that its statement does nothing.
enum EmptyList: StatementRule {
    static let metadata = RuleMetadata(
        id: "empty-list", wing: .grammar, severity: .warning, kinds: .policies,
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

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        check(statement.action, "EMPTY_ARRAY_ACTION", &context)
        check(statement.notAction, "EMPTY_ARRAY_ACTION", &context)
        check(statement.resource, "EMPTY_ARRAY_RESOURCE", &context)
        check(statement.notResource, "EMPTY_ARRAY_RESOURCE", &context)
        check(statement.principal, &context)
        check(statement.notPrincipal, &context)
        guard let block = statement.condition.value else { return }
        if isEmpty(block.node) { context.report(.emptyCondition, at: block.node.span) }
        for member in block.node.object ?? [] where isEmpty(member.value) {
            context.report(.emptyCondition, at: member.value.span)
        }
        for condition in block.conditions where isEmpty(condition.keyMember.value) {
            context.report(.emptyValues(condition), at: condition.keyMember.value.span)
        }
    }

    private static func check(_ element: Element<StringList>, _ issue: Message.Issue, _ context: inout RuleContext) {
        guard case .present(let list, let member) = element, isEmpty(list.node) else { return }
        context.report(.emptyList(member.key.value, issue), at: list.node.span)
    }

    private static func check(_ element: Element<PrincipalBlock>, _ context: inout RuleContext) {
        guard case .present(let block, let member) = element else { return }
        if isEmpty(block.node) {
            context.report(.emptyList(member.key.value, issue(block.node)), at: block.node.span)
        }
        for entry in block.entries where isEmpty(entry.member.value) {
            let node = entry.member.value
            context.report(.emptyList(entry.member.key.value, issue(node)), at: node.span)
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
