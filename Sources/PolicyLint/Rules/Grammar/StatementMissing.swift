/// A policy without a statement.
enum StatementMissing: PolicyRule {
    static let metadata = RuleMetadata(
        id: "statement-missing", wing: .grammar, severity: .error, kinds: .policies,
        references: [
            .accessAnalyzer("MISSING_STATEMENT"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_structure.missing_statement"),
            .peer(.iamPolicyValidator, "policy_structure.empty_statement"), .peer(.cfnLint, "E3510"),
            .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        guard let member = policy.statementMember else {
            context.report(.statementMissing, at: policy.node.openingBracket)
            return
        }
        if member.value.isArray, member.value.isEmptyContainer { context.report(.noStatements, at: member.value.span) }
    }
}

extension Message {
    fileprivate static let statementMissing = Message(
        "the policy has no `Statement`",
        help: "add `Statement` with at least one statement; AWS refuses a policy without one")
    fileprivate static let noStatements = Message(
        "the policy has no statement", help: "add a statement, or delete the policy; AWS refuses an empty one")
}
