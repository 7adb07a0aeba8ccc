/// Somebody or something that acts in an account, or that one can become there.
enum AccessNode: Hashable, Sendable {
    /// An IAM user, by name.
    case user(String)
    /// A role, by name.
    case role(String)
    /// Whoever of the account may, by their own policies, assume every role that lets the account in: one node in the
    /// place of all pairs of them.
    case members
    /// A service that works with a role.
    case service(String)
    /// A SAML or OpenID Connect provider.
    case provider(String)
    /// Those whom an OpenID Connect provider lets in without telling one from another.
    case crowd(ProviderCrowd)
    /// Another account.
    case account(String)
    /// A user or role of another account, by ARN.
    case foreign(String)
    /// Everyone.
    case anyone
    /// Who may do everything in the account, or give themselves the right to.
    case administrator

    /// Whether it belongs to another account, or to none.
    var isOutside: Bool {
        switch self {
        case .account, .foreign, .crowd, .anyone: true
        case .user, .role, .members, .service, .provider, .administrator: false
        }
    }

    /// Whether conditions of a trust policy are met by what only it knows, such as an external id or the claims of a
    /// token.
    var meetsConditions: Bool {
        switch self {
        case .account, .foreign, .anyone, .service, .provider, .crowd: true
        case .user, .role, .members, .administrator: false
        }
    }

    /// Whether it may be just anybody.
    var isAnybody: Bool {
        switch self {
        case .anyone, .crowd(.strangers): true
        case .user, .role, .members, .service, .provider, .crowd, .account, .foreign, .administrator: false
        }
    }

    /// Whether an identity provider lets it in without telling who it is.
    var isCrowd: Bool { if case .crowd = self { true } else { false } }

    /// What a line about it is about.
    var subject: Subject {
        switch self {
        case .user(let name): .user(name)
        case .role(let name): .role(name)
        case .members, .service, .provider, .crowd, .account, .foreign, .anyone, .administrator: .account
        }
    }

    /// The node in words.
    var inWords: String {
        switch self {
        case .user(let name): "user `\(name)`"
        case .role(let name): "role `\(name)`"
        case .members: "the account's own"
        case .service(let name): "service `\(name)`"
        case .provider(let name): "provider `\(name)`"
        case .crowd(let crowd): crowd.inWords
        case .account(let id): "account \(id)"
        case .foreign(let arn): "`\(arn)`"
        case .anyone: "anyone"
        case .administrator: "an administrator"
        }
    }
}
