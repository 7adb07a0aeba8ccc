/// An action by which a user or role can rewrite its own permissions: it may do it on itself, on one of its
/// groups, or on a policy that it has.
struct SelfEscalation: Sendable {
    /// The action.
    let action: String
    /// What it is done on.
    let resource: AmazonResourceName
    /// The statement that allows it.
    let statement: Statement
    /// The policy in which the statement stands.
    let holding: PrincipalPermissions.Holding

    /// The actions by which policies are changed.
    ///
    /// Source: <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html>.
    private enum Change {
        static let user = ["iam:PutUserPolicy", "iam:AttachUserPolicy"]
        static let group = ["iam:PutGroupPolicy", "iam:AttachGroupPolicy"]
        static let role = ["iam:PutRolePolicy", "iam:AttachRolePolicy"]
        static let policy = ["iam:CreatePolicyVersion"]
        static let all = user + group + role + policy
    }

    /// The first such action of a user or role; nil where there is none, or where it cannot be told.
    ///
    /// What is allowed on any resource, or on whoever asks, is left out: one policy says that by itself. So is who has a
    /// permissions boundary: no policy leads beyond it.
    static func find(
        in principal: AccountPrincipal, _ sketch: PrincipalSketch, _ catalogue: ServiceCatalogue
    ) -> SelfEscalation? {
        guard principal.boundary == nil, !sketch.allowsEverything,
            Change.all.contains(where: { sketch.together.mayAllow($0) }),
            let own = principal.arn.flatMap({ AmazonResourceName($0.value) })
        else { return nil }
        let permissions = PrincipalPermissions(principal)
        if permissions.mayDenyMore { return nil }
        let grants = OpenGrants(permissions.policies, catalogue)
        let requests = requests(of: principal, own)
        for (action, resource) in targets(of: principal, own)
        where sketch.together.mayAllow(action) && !isFoundInPolicies(action, grants) {
            for var request in requests {
                request.action = action
                request.resource = resource.description
                // What nothing allows is not judged.
                guard let (statement, holding) = grant(of: request, permissions),
                    PolicyLayers(identity: permissions.policies).verdict(on: request) == .allow
                else { continue }
                return SelfEscalation(action: action, resource: resource, statement: statement, holding: holding)
            }
        }
        return nil
    }

    /// Whether the policies show it by themselves, whoever has them.
    private static func isFoundInPolicies(_ action: String, _ grants: OpenGrants) -> Bool {
        let ways = EscalationPath.all.filter { $0.actions == [action] }
        return !OpenEscalation.find(among: ways, grants).isEmpty
    }

    /// The first statement that allows a request, and the policy in which it stands.
    private static func grant(
        of request: Request, _ permissions: PrincipalPermissions
    ) -> (Statement, PrincipalPermissions.Holding)? {
        let name = ActionName(request.action)
        for holding in permissions.holdings {
            let policy = holding.reading.policy
            let statement = policy.statements.first {
                $0.allows && $0.speaks(of: name) && $0.matches(request, hasVariables: policy.replacesVariables) == .yes
            }
            if let statement { return (statement, holding) }
        }
        return nil
    }

    private static func targets(
        of principal: AccountPrincipal, _ own: AmazonResourceName
    ) -> [(action: String, resource: AmazonResourceName)] {
        let ownChanges = principal.kind == .user ? Change.user : Change.role
        let groups = principal.groups.compactMap(\.arn)
        let policies = principal.policies.compactMap { $0.arn.flatMap { AmazonResourceName($0) } }
            .filter { AmazonResourceName.isAccountID($0.account) }
        return ownChanges.map { ($0, own) } + Change.group.flatMap { action in groups.map { (action, $0) } }
            + Change.policy.flatMap { action in policies.map { (action, $0) } }
    }

    /// What the principal asks for, as far as it depends on who asks: for a user, with and without MFA.
    private static func requests(of principal: AccountPrincipal, _ own: AmazonResourceName) -> [Request] {
        // A session of a role has no ARN before somebody gives it a name.
        let caller: Caller = principal.kind == .user ? .user(own) : .roleSession(own, role: own)
        var request = Request(by: caller, "", on: "")
        request["aws:PrincipalArn"] = [own.description]
        request["aws:PrincipalAccount"] = [own.account]
        request["aws:SecureTransport"] = ["true"]
        request["aws:RequestedRegion"] = ["us-east-1"]
        request["aws:ViaAWSService"] = ["false"]
        request["iam:PolicyARN"] = ["arn:\(own.partition):iam::aws:policy/AdministratorAccess"]
        guard principal.kind == .user, let name = principal.name?.value else { return [request] }
        request["aws:username"] = [name]
        var withMFA = request
        withMFA["aws:MultiFactorAuthPresent"] = ["true"]
        withMFA["aws:MultiFactorAuthAge"] = ["1"]
        return [request, withMFA]
    }
}
