/// A condition on a claim that no token has: the word for it instead of its name.
enum TrustOIDCClaimUnknown: ConditionRule {
    static let metadata = RuleMetadata(
        id: "trust-oidc-claim-unknown", wing: .trust, severity: .error, kinds: .trustPolicy, fixes: [.suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif"
            ),
            .accessAnalyzer("MISSING_GITHUB_REPO_CONDITION_KEY"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.allows, statement.allows(.assumeRoleWithWebIdentity) else { return }
        for condition in statement.conditions {
            guard let claim = WebIdentityClaim(key: condition.key), let meant = claim.meant else { continue }
            let key = "\(claim.issuer):\(meant)"
            let isThere = statement.conditions.contains { $0.isOn(key) }
            let edit = context.editing.rename(condition.keyMember, to: key)
            context.report(
                .unknown(condition, key, isOfGitHub: isOfGitHub(claim, meant) && !isThere),
                at: condition.keyMember.key.span, fix: isThere ? nil : Fix("test `\(key)`", .suggestion, [edit]))
        }
    }

    /// Whether AWS asks for the claim that is meant: the subject, of GitHub's tokens.
    private static func isOfGitHub(_ claim: WebIdentityClaim, _ meant: String) -> Bool {
        meant == "sub" && claim.issuer.equalsIgnoringCase(WebIdentityProvider.gitHubIssuer)
    }
}

extension Message {
    fileprivate static func unknown(_ condition: Condition, _ key: String, isOfGitHub: Bool) -> Message {
        Message(
            "no token carries `\(condition.key.excerpt)`: "
                + (condition.holdsWithoutKey ? "this condition limits nothing" : "this statement lets nobody in"),
            help: "the claim is called `\(key)`", issue: isOfGitHub ? .ofRule : .none)
    }
}
