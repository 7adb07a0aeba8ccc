/// An element whose name is right but for the case of its letters.
enum ElementWrongCase: PolicyRule {
    static let metadata = RuleMetadata(
        id: "element-wrong-case", wing: .grammar, severity: .error, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("INVALID_POLICY_ELEMENT"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_structure.unknown_policy_field"),
            .peer(.iamPolicyValidator, "policy_structure.unknown_field"),
            .peer(.iamPolicyValidator, "policy_structure.missing_effect"),
            .peer(.iamPolicyValidator, "policy_structure.missing_action"),
            .peer(.iamPolicyValidator, "policy_structure.missing_resource"), .peer(.cfnLint, "E3510"),
            .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static let concerns: Statement.Contents = .flaws

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        report(policy.misspeltMembers, &context)
        for statement in policy.statements(with: .flaws) { report(statement.misspeltMembers, &context) }
    }

    private static func report(_ misspelt: [Misspelling], _ context: inout RuleContext) {
        for slip in misspelt where slip.isOfCase {
            context.report(
                .wrongCase(slip.member.key.value, slip.meant), at: slip.member.key.span,
                fix: Fix("write `\(slip.meant)`", .preserving, [context.editing.rename(slip.member, to: slip.meant)]))
        }
    }
}

extension Message {
    fileprivate static func wrongCase(_ key: String, _ meant: String) -> Message {
        Message("`\(key.excerpt)` must be written `\(meant)`", help: "the names of policy elements are case-sensitive")
    }
}
