/// An identity provider as the principal of a policy that is no trust policy.
enum PrincipalFederatedMisplaced: PolicyRule {
    static let metadata = RuleMetadata(
        id: "principal-federated-misplaced", wing: .grammar, severity: .error,
        kinds: DocumentKinds(.resourcePolicy, .resourceControlPolicy, .vpcEndpointPolicy), fixes: [.narrowing],
        references: [
            .accessAnalyzer("FEDERATED_PRINCIPAL_NOT_SUPPORTED"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-federated-principal-not-supported"
            ),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements {
            for principal in statement.principals where isProvider(principal) {
                context.report(
                    .misplaced(principal.value.value), at: principal.value.span,
                    fix: fix(principal, of: statement, policy, context))
            }
            for principal in statement.notPrincipal.value?.principals ?? [] where isProvider(principal) {
                context.report(.misplaced(principal.value.value), at: principal.value.span)
            }
        }
    }

    /// Whether a principal is an identity provider. `*` is a matter of its own.
    private static func isProvider(_ principal: Principal) -> Bool {
        principal.type == .federated && principal.value.value != "*"
    }

    /// Takes it out of an Allow that has principals of other types. Where it is the only one, a role has to take
    /// its place, which a person must name.
    private static func fix(
        _ principal: Principal, of statement: Statement, _ policy: Policy, _ context: RuleContext
    ) -> Fix? {
        guard statement.principals.contains(where: { $0.type != .federated }),
            let edits = PrincipalEditing(statement, in: policy, context.editing).remove(principal)
        else { return nil }
        return Fix("remove the identity provider", .narrowing, edits)
    }
}

extension Message {
    fileprivate static func misplaced(_ principal: String) -> Message {
        Message(
            "`\(principal.excerpt)` is an identity provider, which only the trust policy of a role can name",
            help: "let the provider's users assume a role, and name that role under `AWS`")
    }
}
