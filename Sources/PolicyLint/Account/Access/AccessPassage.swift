/// Whether something is let through by all policies that have a say in it, and whether only with MFA.
enum AccessPassage: Equatable {
    /// It is, without MFA.
    case open
    /// It is, with MFA only.
    case withMFA
    /// It cannot be told.
    case unclear
    /// It is not.
    case closed

    /// What the policies say to an action.
    init(
        _ layers: PolicyLayers, _ action: String, on resource: String, by caller: Caller,
        _ context: [(key: String, value: String)] = []
    ) {
        var isUnclear = false
        for hasMFA in [false, true] {
            // The credentials of a role carry no mark of MFA, nor do those of services and providers.
            if hasMFA, !caller.canHaveMFA { continue }
            var request = Self.request(action, on: resource, by: caller)
            for (key, value) in context { request[key] = [value] }
            if hasMFA {
                request["aws:MultiFactorAuthPresent"] = ["true"]
                request["aws:MultiFactorAuthAge"] = ["1"]
            }
            switch layers.verdict(on: request) {
            case .allow:
                self = hasMFA ? .withMFA : .open
                return
            case .unclear: isUnclear = true
            case .explicitDeny, .implicitDeny: break
            }
        }
        self = isUnclear ? .unclear : .closed
    }

    /// A request with what is known of every one of its kind.
    private static func request(_ action: String, on resource: String, by caller: Caller) -> Request {
        var request = Request(by: caller, action, on: resource)
        request["aws:SecureTransport"] = ["true"]
        request["aws:RequestedRegion"] = ["us-east-1"]
        request["aws:ViaAWSService"] = ["false"]
        request["iam:PolicyARN"] = ["arn:aws:iam::aws:policy/AdministratorAccess"]
        switch caller {
        case .user(let arn):
            request["aws:PrincipalArn"] = [arn.description]
            request["aws:PrincipalAccount"] = [arn.account]
            request["aws:PrincipalType"] = ["User"]
            request["aws:username"] = arn.typeAndName.name.split(separator: "/").suffix(1).map(String.init)
        case .roleSession(_, let role):
            request["aws:PrincipalArn"] = [role.description]
            request["aws:PrincipalAccount"] = [role.account]
            request["aws:PrincipalType"] = ["AssumedRole"]
        case .federatedSession, .rootUser, .service, .webIdentity, .saml, .anonymous: break
        }
        return request
    }
}

extension Caller {
    /// Whether its requests can carry a mark of MFA.
    fileprivate var canHaveMFA: Bool {
        switch self {
        case .user, .rootUser: true
        case .roleSession, .federatedSession, .service, .webIdentity, .saml, .anonymous: false
        }
    }
}
