/// A condition value that is a number or a boolean and not a string.
enum ConditionValueUnquoted: ConditionRule {
    static let metadata = RuleMetadata(
        id: "condition-value-unquoted", wing: .grammar, severity: .note, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("INVALID_CONDITION_DATA_TYPE"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions {
            let node = condition.keyMember.value
            // A quick look: most values are strings.
            if node.entry.kind == .string { continue }
            for value in node.oneOrMore { check(value, of: condition, &context) }
        }
    }

    private static func check(_ node: JSONNode, of condition: Condition, _ context: inout RuleContext) {
        let written: String
        switch node.value {
        case .bool(let value): written = value ? "true" : "false"
        case .number(let value):
            written = context.text[node.span]
            // A number that cannot be held is a flaw of another sort.
            if value != written { return }
        default: return
        }
        // A value that the operator cannot take is not mended by quotes.
        if let name = condition.operator?.name, !ConditionValue.suits(written, name) { return }
        let isMixed = condition.keyMember.value.oneOrMore.contains { $0.entry.kind != node.entry.kind }
        context.report(
            .unquoted(written, isMixed), at: node.span,
            fix: Fix("put it in quotes", .preserving, [context.editing.replace(node.span, withString: written)]))
    }
}

extension Message {
    fileprivate static func unquoted(_ written: String, _ isMixed: Bool) -> Message {
        Message(
            "the condition value `\(written.excerpt)` stands without quotes",
            help: "write `\"\(written)\"`: the policy grammar knows strings only, though IAM takes this as well",
            // AWS's check is about lists whose values differ in their JSON type.
            issue: isMixed ? "INVALID_CONDITION_DATA_TYPE" : .none)
    }
}
