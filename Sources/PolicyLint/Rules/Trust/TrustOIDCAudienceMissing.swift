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
                if hasQualifiedAudience(statement, issuer) { continue }
                let demands = RequestDemands(
                    of: statement, in: policy, principal: principal,
                    action: RoleAction.assumeRoleWithWebIdentity.rawValue)
                if demands.restrictsClaim("aud", of: issuer) || demands.needsMissingClaim(of: issuer) { continue }
                let edit = ConditionEditing.add(
                    "StringEquals", "\(issuer):aud", provider.usualAudience ?? "AUDIENCE", to: statement,
                    context.editing)
                // AWS asks for any key of the provider, once; where strangers get in, that is said already.
                let isKnownToAWS = !statement.testsClaim(of: issuer) && demands.restrictsHolder(of: provider)
                context.report(
                    .noAudience(issuer, isKnownToAWS ? .ofRule : .none), at: principal.value.span,
                    fix: edit.map { Fix("require the audience of the tokens", .suggestion, [$0]) })
            }
        }
    }

    /// Whether the audience is there, behind a `ForAllValues` that has to go: that is all there is to mend.
    private static func hasQualifiedAudience(_ statement: Statement, _ issuer: String) -> Bool {
        statement.conditions.contains { $0.operator?.setPrefix == .forAllValues && $0.isOn("\(issuer):aud") }
    }
}

extension Message {
    fileprivate static func noAudience(_ issuer: String, _ issue: Issue) -> Message {
        Message(
            "tokens that `\(issuer)` issued for another application of yours can take this role",
            help: "add a condition with `StringEquals` on `\(issuer):aud`; it is often `sts.amazonaws.com`",
            issue: issue)
    }
}
