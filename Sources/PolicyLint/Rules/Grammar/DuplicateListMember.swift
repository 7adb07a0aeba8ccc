/// A list that says the same twice.
enum DuplicateListMember: StatementRule {
    static let metadata = RuleMetadata(
        id: "duplicate-list-member", wing: .grammar, severity: .note, kinds: .policies, fixes: [.preserving],
        references: [.accessAnalyzer("REDUNDANT_ACTION"), .accessAnalyzer("REDUNDANT_RESOURCE")])

    static let concerns: Statement.Contents = .repetitions

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for list in statement.actionLists { check(list, "REDUNDANT_ACTION", ignoringCase: true, &context) }
        for list in statement.resourceLists { check(list, "REDUNDANT_RESOURCE", &context) }
        check(statement.principal.value, &context)
        check(statement.notPrincipal.value, &context)
        for condition in statement.conditions {
            check(condition.values, condition.keyMember.value, .none, &context)
        }
    }

    private static func check(_ block: PrincipalBlock?, _ context: inout RuleContext) {
        for list in block?.entries.compactMap(\.list) ?? [] { check(list, .none, &context) }
    }

    private static func check(
        _ list: StringList, _ issue: Message.Issue, ignoringCase: Bool = false, _ context: inout RuleContext
    ) {
        check(list.items, list.node, issue, ignoringCase: ignoringCase, &context)
    }

    private static func check(
        _ items: JSONStrings, _ node: @autoclosure () -> JSONNode,
        _ issue: Message.Issue, ignoringCase: Bool = false, _ context: inout RuleContext
    ) {
        // A quick look: one item repeats nothing.
        if items.count == 1 { return }
        for index in items.sketches.repetitions {
            let item = items[index]
            func isSame(_ other: Located<String>) -> Bool {
                ignoringCase ? other.value.equalsIgnoringCase(item.value) : other.value == item.value
            }
            guard let original = items[..<index].first(where: isSame) else { continue }
            let edits = context.editing.removeElement(at: item.span, of: node())
            context.report(
                .repeated(item.value, issue), at: item.span,
                fix: edits.map { Fix("remove the repetition", .preserving, $0) },
                related: [Diagnostic.Related("`\(original.value)` stands here", at: original.span)])
        }
    }
}

extension Message {
    fileprivate static func repeated(_ text: String, _ issue: Issue) -> Message {
        Message("`\(text.excerpt)` stands in this list already", help: "remove the repetition", issue: issue)
    }
}
