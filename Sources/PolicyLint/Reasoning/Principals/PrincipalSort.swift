/// Whether a principal stands for people, who can have an MFA device, or for something that never
/// carries an MFA mark.
enum PrincipalSort: Hashable, Sendable {
    /// An IAM user, a whole account, or everyone: people can be among them.
    case people
    /// An IAM role or a session of one. The credentials that `AssumeRole` returns carry no MFA mark.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html>.
    case role
    /// A service.
    case service
    /// A SAML provider.
    case saml
    /// An OpenID Connect provider.
    case webIdentity
    /// Nothing that can be told: a deleted user's id, a canonical user, a misspelt ARN.
    case unknown

    /// The sort of a principal.
    init(_ principal: Principal) {
        switch principal.type {
        case .canonicalUser: self = .unknown
        case .service: self = .service
        case .federated:
            switch principal.identity {
            case .samlProvider: self = .saml
            case .openIDConnectProvider: self = .webIdentity
            default: self = .unknown
            }
        case .aws:
            switch principal.identity {
            case .anyone, .account, .user: self = .people
            case .role, .roleSession: self = .role
            default: self = .unknown
            }
        }
    }

    /// Whether a request of such a principal never carries an MFA mark.
    var neverHasMFA: Bool {
        switch self {
        case .role, .service, .saml, .webIdentity: true
        case .people, .unknown: false
        }
    }
}

extension Statement {
    /// The principals among whom people can be.
    var peoplePrincipals: [Principal] { principals.filter { PrincipalSort($0) == .people } }

    /// The principals that never carry an MFA mark.
    var principalsWithoutMFA: [Principal] { principals.filter { PrincipalSort($0).neverHasMFA } }

    /// Whether a condition lets only roles or services through, whatever the principal says: an
    /// `aws:PrincipalArn` of roles, a role's `aws:userid`, a principal type of roles.
    var isLimitedToMachines: Bool {
        conditions.contains { condition in
            guard let test = condition.operator, !test.holdsWithoutKey, !test.isNegated, test.name != .null,
                !condition.values.isEmpty
            else { return false }
            if condition.isOn("aws:PrincipalArn") {
                return condition.values.allSatisfy {
                    $0.value.contains(":role/") || $0.value.contains(":assumed-role/")
                }
            }
            if condition.isOn("aws:userid") { return condition.values.allSatisfy { $0.value.hasPrefix("AROA") } }
            if condition.isOn("aws:PrincipalType") { return condition.values.allSatisfy { $0.value == "AssumedRole" } }
            if condition.isOn("aws:PrincipalServiceName") { return true }
            if condition.isOn("aws:PrincipalIsAWSService") {
                return condition.values.allSatisfy { $0.value.equalsIgnoringCase("true") }
            }
            return false
        }
    }

    /// Whether principals and conditions let think of machines: a whole account stands there, and a condition asks for
    /// an ARN of a role, a private network, or a tag of the principal. People may have them too.
    var mayAwaitMachines: Bool {
        guard peoplePrincipals.contains(where: { if case .user = $0.identity { false } else { true } }) else {
            return false
        }
        return conditions.contains { condition in
            guard let test = condition.operator, !test.isNegated, !condition.values.isEmpty else { return false }
            if test.name == .null, !condition.values.contains(where: { $0.value.equalsIgnoringCase("false") }) {
                return false
            }
            if condition.isOn("aws:PrincipalArn") { return condition.values.contains { $0.value.contains("role/") } }
            return CallerKey.isOfPrivateNetwork(condition.key)
                || condition.key.hasPrefixIgnoringCase("aws:PrincipalTag/")
        }
    }

    /// Whether a condition asks for an external id, which only the software of a third party sends.
    var asksForExternalID: Bool {
        conditions.contains { condition in
            condition.isOn("sts:ExternalId")
                && condition.operator.map { !$0.holdsWithoutKey && $0.name != .null } ?? false
        }
    }
}
