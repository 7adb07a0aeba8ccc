/// A statement that does not say whom it is about, in a policy that has to.
enum PrincipalMissing: StatementRule {
    static let metadata = RuleMetadata(
        id: "principal-missing", wing: .grammar, severity: .error, kinds: .policiesWithPrincipal,
        references: [
            .accessAnalyzer("MISSING_PRINCIPAL"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_type_validation.missing_principal"),
            .peer(.iamPolicyValidator, "policy_type_validation.missing_rcp_principal"), .peer(.cfnLint, "E3512"),
            .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.principal.isAbsent && statement.notPrincipal.isAbsent else { return }
        context.report(.principalMissing(context.document.kind), at: statement.node.openingBracket)
    }
}

extension Message {
    fileprivate static func principalMissing(_ kind: DocumentKind) -> Message {
        Message(
            "the statement has no `Principal`, which \(kind.inWords) needs",
            help: kind == .resourceControlPolicy
                ? "add `\"Principal\": \"*\"`"
                : "add `Principal` with the users, roles, accounts or services it is about")
    }
}
