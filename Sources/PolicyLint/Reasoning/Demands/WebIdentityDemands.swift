/// What demands say about the claims of a web identity token.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif>.
extension RequestDemands {
    /// Whether a claim of the issuer's tokens must be there and have a listed value.
    func restrictsClaim(_ claim: String, of issuer: String) -> Bool {
        restricts("\(issuer):\(claim)")
    }

    /// Whether some claim that tells one holder of the issuer's tokens from another is restricted; one claim may be
    /// left out.
    func restrictsHolder(of issuer: String, besides other: String? = nil) -> Bool {
        restricts { key in
            guard let claim = Self.claim(key, of: issuer) else { return false }
            if let other, claim.equalsIgnoringCase(other) { return false }
            return !Self.claimsOfMany.contains { claim.equalsIgnoringCase($0) }
        }
    }

    /// Whether a claim is needed that no token of an issuer carries, another issuer's or one that has no such name: then
    /// none gets in.
    func needsMissingClaim(of issuer: String) -> Bool {
        demands.contains { demand in
            guard !demand.holdsWithoutKey, let claim = WebIdentityClaim(key: demand.key) else { return false }
            return claim.meant != nil || !claim.issuer.equalsIgnoringCase(issuer)
        }
    }

    private static func claim(_ key: String, of issuer: String) -> Substring? {
        guard key.hasPrefixIgnoringCase(issuer + ":") else { return nil }
        return key.dropFirst(issuer.count + 1)
    }

    /// Claims whose values strangers have as well: who the token is for, how they signed in, and what anybody
    /// may call a branch, an environment or a workflow.
    private static let claimsOfMany = [
        "aud", "amr", "iss", "ref", "ref_type", "ref_protected", "environment", "workflow", "event_name",
        "runner_environment", "repository_visibility",
    ]
}

extension Statement {
    /// The check of IAM Access Analyzer that a statement fails which trusts a provider: AWS asks for any key of the
    /// provider, and of GitHub for the subject.
    func missingClaimCheck(of issuer: String) -> String? {
        issuer == WebIdentityProvider.gitHubIssuer
            ? testsClaim("sub", of: issuer) ? nil : "MISSING_GITHUB_REPO_CONDITION_KEY"
            : testsClaim(of: issuer) ? nil : "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL"
    }

    /// Whether a condition, of whatever operator, is on a claim of an issuer's tokens; on any where none is named.
    func testsClaim(_ name: String? = nil, of issuer: String) -> Bool {
        conditions.contains { condition in
            guard let claim = WebIdentityClaim(key: condition.key), claim.issuer.equalsIgnoringCase(issuer) else {
                return false
            }
            return name.map { claim.name.equalsIgnoringCase($0) } ?? true
        }
    }
}
