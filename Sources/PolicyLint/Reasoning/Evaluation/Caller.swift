/// Who makes a request.
enum Caller: Hashable, Sendable {
    /// An IAM user.
    case user(AmazonResourceName)
    /// A session of a role (`assumed-role`), and the role.
    case roleSession(AmazonResourceName, role: AmazonResourceName)
    /// A session of `GetFederationToken`, and the user who asked for it.
    case federatedSession(AmazonResourceName, user: AmazonResourceName)
    /// The root user of an account.
    case rootUser(account: String)
    /// A service: `ec2.amazonaws.com`.
    case service(String)
    /// Somebody with a token of an OpenID Connect provider, named by host and path.
    case webIdentity(String)
    /// Somebody with an assertion of a SAML provider.
    case saml(AmazonResourceName)
    /// Somebody who did not sign the request.
    case anonymous

    /// The account to which the caller belongs, if any.
    var account: String? {
        switch self {
        case .user(let arn), .roleSession(let arn, _), .federatedSession(let arn, _): arn.account
        case .rootUser(let account): account
        case .service, .webIdentity, .saml, .anonymous: nil
        }
    }

    /// The session's ARN, if it is one.
    fileprivate var session: AmazonResourceName? {
        switch self {
        case .roleSession(let arn, _), .federatedSession(let arn, _): arn
        default: nil
        }
    }

    /// The role or user behind a session.
    fileprivate var entity: AmazonResourceName? {
        switch self {
        case .roleSession(_, let role): role
        case .federatedSession(_, let user): user
        default: nil
        }
    }

    /// Under how many names AWS may look the caller up: as itself, its role or user, and its account.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html>.
    var namings: Set<PrincipalMatch> {
        switch self {
        case .user: [.itself, .account]
        case .roleSession, .federatedSession: [.itself, .entity, .account]
        case .rootUser, .service, .webIdentity, .saml, .anonymous: [.itself]
        }
    }
}

/// As what a `Principal` names a caller.
enum PrincipalMatch: Hashable, Sendable {
    /// As one of everyone.
    case anyone
    /// As one of its account.
    case account
    /// By its role, or by the user behind a federated session.
    case entity
    /// By itself: a user, a session, a service, a provider.
    case itself
}

extension Principal {
    /// As what the principal names a caller; nil where it does not.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>.
    func match(_ caller: Caller) -> PrincipalMatch? {
        switch identity {
        case .anyone: matchAnyone(caller)
        case .account(let account, _):
            caller == .rootUser(account: account) ? .itself : caller.account == account ? .account : nil
        case .user(let arn): caller == .user(arn) ? .itself : caller.entity == arn ? .entity : nil
        case .role(let arn): caller.entity == arn ? .entity : nil
        case .roleSession(let arn), .federatedSession(let arn): caller.session == arn ? .itself : nil
        case .service(let name): caller == .service(name) ? .itself : nil
        case .openIDConnectProvider(let name): caller == .webIdentity(name) ? .itself : nil
        case .samlProvider(let arn): caller == .saml(arn) ? .itself : nil
        case .uniqueID, .canonicalUser, .other: nil
        }
    }

    private func matchAnyone(_ caller: Caller) -> PrincipalMatch? {
        if type == .aws { return .anyone }
        if type == .service, case .service = caller { return .itself }
        return nil
    }
}
