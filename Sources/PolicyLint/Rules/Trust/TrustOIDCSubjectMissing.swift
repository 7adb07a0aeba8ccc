/// GitHub Actions is trusted by another claim than the subject.
enum TrustOIDCSubjectMissing: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-oidc-subject-missing", wing: .trust, severity: .note, kinds: .trustPolicy, fixes: [.suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html"),
            .accessAnalyzer("MISSING_GITHUB_REPO_CONDITION_KEY"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows && statement.allows(.assumeRoleWithWebIdentity) {
            for principal in statement.principals {
                guard case .openIDConnectProvider(WebIdentityProvider.gitHubIssuer) = principal.identity,
                    !statement.testsClaim("sub", of: WebIdentityProvider.gitHubIssuer)
                else { continue }
                let provider = WebIdentityProvider.provider(of: WebIdentityProvider.gitHubIssuer)
                let demands = RequestDemands(
                    of: statement, in: policy, principal: principal,
                    action: RoleAction.assumeRoleWithWebIdentity.rawValue)
                // That strangers are let in is another matter.
                guard demands.restrictsHolder(of: provider), !demands.needsMissingClaim(of: provider.issuer) else {
                    continue
                }
                let edit = ConditionEditing.add(
                    "StringEquals", "\(provider.issuer):sub", provider.subjectTemplate, to: statement, context.editing)
                context.report(
                    .noSubject, at: principal.value.span,
                    fix: edit.map { Fix("require the subject as well", .suggestion, [$0]) })
            }
        }
    }
}

extension Message {
    fileprivate static let noSubject = Message(
        "no condition tests `\(WebIdentityProvider.gitHubIssuer):sub`, which AWS asks for where GitHub is trusted",
        help: "test the subject beside the other claims, with `StringEquals`")
}
