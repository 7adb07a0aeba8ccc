/// The actions that mean something in a role trust policy.
///
/// Source: <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html>.
enum RoleAction: String, CaseIterable, Sendable {
    case assumeRole = "sts:AssumeRole"
    case assumeRoleWithSAML = "sts:AssumeRoleWithSAML"
    case assumeRoleWithWebIdentity = "sts:AssumeRoleWithWebIdentity"
    case tagSession = "sts:TagSession"
    case setSourceIdentity = "sts:SetSourceIdentity"
    case setContext = "sts:SetContext"

    /// The actions of STS that no role is the resource of: in a trust policy they do nothing.
    static let otherSTSActions = [
        "sts:AssumeRoot", "sts:DecodeAuthorizationMessage", "sts:GetAccessKeyInfo", "sts:GetCallerIdentity",
        "sts:GetDelegatedAccessToken", "sts:GetFederationToken", "sts:GetServiceBearerToken", "sts:GetSessionToken",
        "sts:GetWebIdentityToken",
    ]

    /// Whether the action itself lets somebody become the role; the others only accompany it.
    var assumes: Bool {
        switch self {
        case .assumeRole, .assumeRoleWithSAML, .assumeRoleWithWebIdentity: true
        case .tagSession, .setSourceIdentity, .setContext: false
        }
    }

    /// The role actions that a pattern stands for.
    static func matching(_ pattern: String) -> [RoleAction] {
        allCases.filter { GlobPattern.matches($0.rawValue, pattern: pattern, ignoringCase: true) }
    }

    /// The action by which a principal assumes a role; nil where its kind does not say.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-mismatched-action-for-principal>.
    static func assuming(_ principal: Principal) -> RoleAction? {
        switch principal.type {
        case .service: .assumeRole
        case .aws: principal.identity == .anyone ? nil : .assumeRole
        case .federated:
            switch principal.identity {
            case .openIDConnectProvider: .assumeRoleWithWebIdentity
            case .samlProvider: .assumeRoleWithSAML
            default: nil
            }
        case .canonicalUser: nil
        }
    }

    /// All actions that a principal needs before it can assume a role; nil where its kind does not say.
    ///
    /// Source: <https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html>.
    static func needed(by principal: Principal) -> [RoleAction]? {
        if isRolesAnywhere(principal) { return [.assumeRole, .tagSession, .setSourceIdentity] }
        return assuming(principal).map { [$0] }
    }

    /// All actions that a principal uses when it assumes a role, also those without which it could; nil where its kind
    /// does not say.
    ///
    /// Source: <https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html>.
    static func used(by principal: Principal) -> [RoleAction]? {
        let isPod = principal.type == .service && principal.value.value == "pods.eks.amazonaws.com"
        return isPod ? [.assumeRole, .tagSession] : needed(by: principal)
    }

    /// Whether a principal is IAM Roles Anywhere, which sets a source identity and tags of its own.
    static func isRolesAnywhere(_ principal: Principal) -> Bool {
        principal.type == .service && principal.value.value == "rolesanywhere.amazonaws.com"
    }
}

extension Statement {
    /// Whether one of the statement's actions is, or stands for, this one.
    func allows(_ action: RoleAction) -> Bool {
        if let notActions = notAction.value?.items {
            return !notActions.contains { GlobPattern.matches(action.rawValue, pattern: $0.value, ignoringCase: true) }
        }
        return actions.contains { GlobPattern.matches(action.rawValue, pattern: $0.value, ignoringCase: true) }
    }
}
