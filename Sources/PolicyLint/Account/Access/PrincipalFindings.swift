/// What the policies of a user or role come to, each looked for once for all who have the same policies.
struct PrincipalFindings {
    /// Whether they allow everything.
    let isAdministrator: Bool
    /// Whether they allow assuming any role of the account.
    let assumesAny: Bool
    /// The ways of escalation that they open.
    let ways: [OpenEscalation]

    /// The findings of a user or role whose sketch shows that there may be some.
    init(_ principal: AccessPrincipal, _ catalogue: ServiceCatalogue) {
        let permissions = PrincipalPermissions(
            principal.policies.compactMap(\.policy), within: principal.boundary, mayAllowMore: false,
            mayDenyMore: principal.mayDenyMore)
        isAdministrator = principal.sketch.reachesAllServices && permissions.isAdministrator == .yes
        assumesAny = isAdministrator || Self.assumesAny(principal, permissions)
        let candidates = principal.sketch.ways.filter { $0.kind != .use }
        ways = isAdministrator ? [] : permissions.openWays(among: candidates, catalogue)
    }

    /// A quick look at the statements comes first: most name the roles, which is no search worth.
    private static func assumesAny(_ principal: AccessPrincipal, _ permissions: PrincipalPermissions) -> Bool {
        let assuming = RoleAction.assumeRole.rawValue
        guard principal.sketch.mayAllow(assuming) else { return false }
        let roles = "arn:\(principal.arn.partition):iam::\(principal.arn.account):role/"
        let isHopeful = permissions.policies.lazy.flatMap(\.statements).contains { statement in
            guard statement.allows, statement.conditions.isEmpty, statement.place(of: assuming) != nil else {
                return false
            }
            return !statement.notResource.isAbsent
                || statement.resources.contains { GlobPattern.matches(roles + "a/b", pattern: $0.value) }
        }
        return isHopeful && permissions.canCertainlyDo(assuming, on: roles + "*") == .yes
    }
}
