/// A web identity provider is trusted with all its users, or all its customers.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html>.
enum TrustOIDCUnrestricted: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-oidc-unrestricted", wing: .trust, severity: .warning, kinds: .trustPolicy, fixes: [.suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html"),
            .accessAnalyzer("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL"),
            .accessAnalyzer("MISSING_GITHUB_REPO_CONDITION_KEY"),
            .peer(.iamPolicyValidator, "trust_policy_validation.missing_required_condition_for_assume_action"),
            .peer(.iamPolicyValidator, "set_operator_validation.set_operator_on_single_valued_key"),
            .peer(.iamPolicyValidator, "set_operator_validation.forallvalues_allow_without_null_check"),
            .peer(.checkov, "CKV_AWS_358"), .peer(.checkov, "CKV_AWS_393"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows {
            for principal in statement.principals {
                guard case .openIDConnectProvider(let issuer) = principal.identity,
                    statement.allows(.assumeRoleWithWebIdentity)
                else { continue }
                let demands = RequestDemands(
                    of: statement, in: policy, principal: principal,
                    action: RoleAction.assumeRoleWithWebIdentity.rawValue)
                let provider = WebIdentityProvider.provider(of: issuer)
                if demands.restrictsHolder(of: provider) { continue }
                let issue = statement.missingClaimCheck(of: issuer).map { Message.Issue.code($0) } ?? Message.Issue.none
                if !provider.isShared, demands.restrictsClaim("aud", of: issuer) {
                    context.report(
                        .everyUser(provider, issue, isApplication: issuer.hasPrefix("sts.windows.net/")),
                        at: principal.value.span, fix: fix(statement, provider, context))
                    continue
                }
                context.report(
                    .unrestricted(provider, issue), at: principal.value.span,
                    fix: fix(statement, provider, context))
            }
        }
    }

    private static func fix(_ statement: Statement, _ provider: WebIdentityProvider, _ context: RuleContext) -> Fix? {
        let claim = provider.decidingClaims[0]
        let value = claim == "sub" ? provider.subjectTemplate : claim == "aud" ? "AUDIENCE" : "APPLICATION_ID"
        return ConditionEditing.add(
            "StringEquals", "\(provider.issuer):\(claim)", value, to: statement, context.editing
        )
        .map { Fix("require the `\(claim)` that may assume the role", .suggestion, [$0]) }
    }
}

extension Message {
    /// - Parameter isApplication: Whether an audience is one application of one customer, as of Microsoft Entra ID, and
    ///   mostly has no users but programs.
    fileprivate static func everyUser(_ provider: WebIdentityProvider, _ issue: Issue, isApplication: Bool) -> Message {
        let claim = "\(provider.issuer):\(provider.decidingClaims[0])"
        return Message(
            "everybody whom \(provider.name) gives a token for this audience can take this role, as no condition requires a value of `\(claim)`",
            help: "if not all of them are meant, add a condition with `StringEquals` on `\(claim)`",
            severity: isApplication ? .note : nil, issue: issue)
    }

    fileprivate static func unrestricted(_ provider: WebIdentityProvider, _ issue: Issue) -> Message {
        let claim = provider.decidingClaims[0]
        let who =
            provider.isShared
            ? "any customer or user of \(provider.name)" : "everybody whom \(provider.name) gives a token"
        return Message(
            "\(who) can take this role, as no condition requires a value of `\(provider.issuer):\(claim)`",
            help: """
                add a condition with `StringEquals` on `\(provider.issuer):\(claim)`; `…IfExists`, `ForAllValues:` and \
                negated operators let tokens without the value in
                """,
            severity: provider.isShared ? .error : nil,
            issue: issue)
    }
}
