/// A statement about no action.
enum ActionMissing: StatementRule {
    static let metadata = RuleMetadata(
        id: "action-missing", wing: .grammar, severity: .error, kinds: .policies,
        references: [
            .accessAnalyzer("MISSING_ACTION"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_structure.missing_action"),
            .peer(.cfnLint, "E3510"), .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static let concerns: Statement.Contents = .gaps

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
