/// Those whom a role lets in through an OpenID Connect provider without telling one from another.
enum ProviderCrowd: Hashable, Sendable {
    /// Customers, whom nobody chose, of a provider that many share.
    case strangers(provider: String)
    /// Whoever gets a token of a provider that somebody set up for their own.
    case holders(provider: String)
    /// Guests of a Cognito identity pool, who never sign in.
    case guests

    private static let cognito = "cognito-identity.amazonaws.com"

    /// The crowd that a statement of a trust policy lets in; nil where it tells who may.
    init?(_ principal: Principal, _ statement: Statement, in policy: Policy) {
        guard case .openIDConnectProvider(let issuer) = principal.identity,
            statement.allows(.assumeRoleWithWebIdentity)
        else { return nil }
        let demands = RequestDemands(
            of: statement, in: policy, principal: principal, action: RoleAction.assumeRoleWithWebIdentity.rawValue)
        if demands.isImpossible || demands.isUnclear { return nil }
        let provider = WebIdentityProvider.provider(of: issuer)
        if !demands.restrictsHolder(of: provider) || provider.isShared && demands.takesEveryOwner(of: provider) {
            self = provider.isShared ? .strangers(provider: provider.name) : .holders(provider: provider.name)
        } else if issuer == Self.cognito, demands.takesGuests(of: issuer) {
            self = .guests
        } else {
            return nil
        }
    }

    /// The crowd in words.
    var inWords: String {
        switch self {
        case .strangers(let provider): "any stranger with a token of \(provider)"
        case .holders(let provider): "everybody with a token of \(provider)"
        case .guests: "any guest of the Cognito identity pool"
        }
    }
}

extension RequestDemands {
    /// Whether a token must carry a claim that tells its holder, or the holder's project, from others.
    func restrictsHolder(of provider: WebIdentityProvider) -> Bool {
        provider.decidingClaims.contains { restrictsClaim($0, of: provider.issuer) }
            || restrictsHolder(of: provider.issuer)
            || needsMissingClaim(of: provider.issuer)
    }

    /// Whether the subject, which alone tells the provider's customers apart here, is taken of more than one of them.
    fileprivate func takesEveryOwner(of provider: WebIdentityProvider) -> Bool {
        guard let form = provider.subject, restrictsClaim("sub", of: provider.issuer) else { return false }
        return !restricts("\(provider.issuer):sub") { SubjectBreadth($0, form) != .everyOwner }
            && !restrictsHolder(of: provider.issuer, besides: "sub") && !needsMissingClaim(of: provider.issuer)
    }

    /// Whether a claim of GitHub's that names the project must have one value.
    func restrictsProject(of issuer: String) -> Bool {
        restricts { key in
            key.hasPrefixIgnoringCase(issuer + ":repository") || key.equalsIgnoringCase(issuer + ":job_workflow_ref")
        } where: {
            $0.literal != nil
        }
    }

    /// Whether no condition keeps those out who never signed in.
    fileprivate func takesGuests(of issuer: String) -> Bool {
        if restrictsClaim("sub", of: issuer) { return false }
        return !restricts("\(issuer):amr") { $0.literal.map { $0 != "unauthenticated" } ?? false }
    }
}
