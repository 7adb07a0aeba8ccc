/// A web identity provider is trusted without saying for whom its tokens must be issued.
///
/// A note only: IAM itself compares a token's audience with the client ids registered for the provider.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html>.
enum TrustOIDCAudienceMissing: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-oidc-audience-missing", wing: .trust, severity: .note, kinds: .trustPolicy, fixes: [.suggestion],
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html"),
            .accessAnalyzer("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL"),
            .peer(.iamPolicyValidator, "trust_policy_validation.missing_required_condition_for_assume_action"),
            .peer(.iamPolicyValidator, "set_operator_validation.set_operator_on_single_valued_key"),
            .peer(.iamPolicyValidator, "set_operator_validation.forallvalues_allow_without_null_check"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows {
            for principal in statement.principals {
                guard case .openIDConnectProvider(let issuer) = principal.identity,
                    statement.allows(.assumeRoleWithWebIdentity)
                else { continue }
                let provider = WebIdentityProvider.provider(of: issuer)
                // Where the audience decides everything, its absence is not a note.
                if provider.decidingClaims[0] != "sub" { continue }
                let demands = RequestDemands(
                    of: statement, in: policy, principal: principal,
                    action: RoleAction.assumeRoleWithWebIdentity.rawValue)
                if demands.restrictsClaim("aud", of: issuer) || demands.needsOtherIssuer(than: issuer) { continue }
                let edit = ConditionEditing.add(
                    "StringEquals", "\(issuer):aud", provider.usualAudience ?? "AUDIENCE", to: statement,
                    context.editing)
                context.report(
                    .noAudience(issuer), at: principal.value.span,
                    fix: edit.map { Fix("require the audience of the tokens", .suggestion, [$0]) })
            }
        }
    }
}

extension Message {
    fileprivate static func noAudience(_ issuer: String) -> Message {
        Message(
            "tokens that `\(issuer)` issued for another application of yours can take this role",
            help: "add a condition with `StringEquals` on `\(issuer):aud`; it is often `sts.amazonaws.com`")
    }
}
