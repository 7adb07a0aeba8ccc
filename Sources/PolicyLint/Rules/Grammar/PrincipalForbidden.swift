/// A `Principal` in a policy that is attached to the principal itself.
enum PrincipalForbidden: StatementRule {
    static let metadata = RuleMetadata(
        id: "principal-forbidden", wing: .grammar, severity: .error, kinds: .principalPolicies,
        references: [
            .accessAnalyzer("UNSUPPORTED_PRINCIPAL"), .accessAnalyzer("SCP_SYNTAX_ERROR_PRINCIPAL"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_type_validation.unexpected_principal"),
            .peer(.iamPolicyValidator, "policy_type_validation.invalid_principal"),
            .peer(.iamPolicyValidator, "policy_type_validation.invalid_not_principal"), .peer(.cfnLint, "E3510"),
        ])

    static let concerns: Statement.Contents = .principals

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        report(statement.principal.member, &context)
        report(statement.notPrincipal.member, &context)
    }

    private static func report(_ member: JSONMember?, _ context: inout RuleContext) {
        guard let key = member?.key else { return }
        context.report(.principalForbidden(key.value, context.document.kind), at: key.span)
    }
}

extension Message {
    fileprivate static func principalForbidden(_ key: String, _ kind: DocumentKind) -> Message {
        Message(
            "\(kind.inWords) cannot have `\(key.excerpt)`",
            help: kind == .serviceControlPolicy
                ? "remove it; to spare some principals, add a condition on `aws:PrincipalArn`"
                : "remove it; the policy applies to whatever it is attached to, unless it was meant for a resource or a role's trust",
            issue: kind == .serviceControlPolicy ? "SCP_SYNTAX_ERROR_PRINCIPAL" : "UNSUPPORTED_PRINCIPAL")
    }
}
