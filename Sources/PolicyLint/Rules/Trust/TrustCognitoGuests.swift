/// A role for the users of a Cognito identity pool that guests, who never signed in, can take as well.
///
/// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html>.
enum TrustCognitoGuests: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-cognito-guests", wing: .trust, severity: .warning, kinds: .trustPolicy, fixes: [.suggestion],
        references: [
            .documentation("https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html"),
            .peer(.iamPolicyValidator, "trust_policy_validation.missing_required_condition_for_assume_action"),
            .peer(.iamPolicyValidator, "set_operator_validation.forallvalues_allow_without_null_check"),
        ])

    private static let issuer = "cognito-identity.amazonaws.com"

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows {
            for principal in statement.principals {
                guard case .openIDConnectProvider(issuer) = principal.identity,
                    statement.allows(.assumeRoleWithWebIdentity)
                else { continue }
                let demands = RequestDemands(
                    of: statement, in: policy, principal: principal,
                    action: RoleAction.assumeRoleWithWebIdentity.rawValue)
                if demands.restrictsClaim("amr", of: issuer) || demands.restrictsClaim("sub", of: issuer) { continue }
                let edit = ConditionEditing.add(
                    "ForAnyValue:StringLike", "\(issuer):amr", "authenticated", to: statement, context.editing)
                context.report(
                    .guests, at: principal.value.span,
                    fix: edit.map { Fix("require that the user signed in", .suggestion, [$0]) })
            }
        }
    }
}

extension Message {
    fileprivate static let guests = Message(
        "guests of the identity pool, who have never signed in, can take this role as well as its users",
        help: """
            require `authenticated` in `cognito-identity.amazonaws.com:amr`, or `unauthenticated` where the role is \
            meant for guests
            """)
}
