/// A statement that says neither Allow nor Deny.
enum EffectMissing: StatementRule {
    static let metadata = RuleMetadata(
        id: "effect-missing", wing: .grammar, severity: .error, kinds: .policies,
        references: [
            .accessAnalyzer("MISSING_EFFECT"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_structure.missing_effect"),
            .peer(.cfnLint, "E3510"), .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static let concerns: Statement.Contents = .gaps

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        if statement.effect.isAbsent { context.report(.effectMissing, at: statement.node.openingBracket) }
    }
}

extension Message {
    fileprivate static let effectMissing = Message(
        "the statement has no `Effect`",
        help: "add `\"Effect\": \"Allow\"` or `\"Effect\": \"Deny\"`; there is no default")
}
