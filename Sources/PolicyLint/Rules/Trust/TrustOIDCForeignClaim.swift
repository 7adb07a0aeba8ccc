/// A condition that needs a claim of another web identity provider than those that the statement trusts.
enum TrustOIDCForeignClaim: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-oidc-foreign-claim", wing: .trust, severity: .warning, kinds: .trustPolicy, fixes: [.suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif"
            ),
            .accessAnalyzer("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL"),
            .accessAnalyzer("MISSING_GITHUB_REPO_CONDITION_KEY"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements
        where statement.allows && statement.allows(.assumeRoleWithWebIdentity) {
            let issuers = statement.principals.compactMap { principal -> String? in
                if case .openIDConnectProvider(let issuer) = principal.identity { issuer } else { nil }
            }
            guard let issuer = issuers.first, issuers.count == statement.principals.count else { continue }
            var issue = statement.missingClaimCheck(of: issuer).map { Message.Issue.code($0) } ?? Message.Issue.none
            for condition in statement.conditions {
                guard let claim = WebIdentityClaim(key: condition.key),
                    !issuers.contains(where: { claim.issuer.equalsIgnoringCase($0) }),
                    let demand = Demand(condition, hasVariables: policy.replacesVariables), !demand.holdsWithoutKey
                else { continue }
                context.report(
                    .foreign(condition.key, issuer, issue), at: condition.keyMember.key.span,
                    fix: issuers.count == 1 ? fix(condition, "\(issuer):\(claim.name)", context) : nil)
                // AWS speaks of the principal, once.
                issue = .none
            }
        }
    }

    /// The claim of the provider that is trusted: that lets in who was kept out.
    private static func fix(_ condition: Condition, _ key: String, _ context: RuleContext) -> Fix? {
        guard let tests = condition.operatorMember.value.object,
            !tests.contains(where: { $0.key.value.equalsIgnoringCase(key) })
        else { return nil }
        return Fix(
            "test the claim of the provider", .suggestion, [context.editing.rename(condition.keyMember, to: key)])
    }
}

extension Message {
    fileprivate static func foreign(_ key: String, _ issuer: String, _ issue: Issue) -> Message {
        Message(
            "no token of `\(issuer.excerpt)` carries `\(key.excerpt)`, so this statement lets nobody in",
            help: "test the claims of `\(issuer.excerpt)`, or trust the provider whose claims these are", issue: issue)
    }
}
