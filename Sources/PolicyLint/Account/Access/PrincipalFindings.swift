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
        let roles = "arn:\(principal.arn.partition):iam::\(principal.arn.account):role/*"
        let assuming = RoleAction.assumeRole.rawValue
        assumesAny =
            isAdministrator
            || (principal.sketch.mayAllow(assuming) && permissions.canCertainlyDo(assuming, on: roles) == .yes)
        let candidates = principal.sketch.ways.filter { $0.kind != .use }
        ways = isAdministrator ? [] : permissions.openWays(among: candidates, catalogue)
    }
}
