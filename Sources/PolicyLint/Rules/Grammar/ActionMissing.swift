/// A statement about no action.
enum ActionMissing: StatementRule {
    static let metadata = RuleMetadata(
        id: "action-missing", wing: .grammar, severity: .error, kinds: .policies,
        references: [
            .accessAnalyzer("MISSING_ACTION"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        if statement.action.isAbsent && statement.notAction.isAbsent {
            context.report(.actionMissing, at: statement.node.openingBracket)
        }
    }
}

extension Message {
    fileprivate static let actionMissing = Message(
        "the statement has neither `Action` nor `NotAction`", help: "add `Action` with the actions it is about")
}
