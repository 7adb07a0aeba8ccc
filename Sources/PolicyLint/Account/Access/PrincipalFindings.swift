/// What the policies of a user or role come to, each looked for once for all who have the same policies.
struct PrincipalFindings {
    /// Whether they allow everything.
    let isAdministrator: Bool
    /// Whether they allow assuming any role of the account.
    let assumesAny: Bool
    /// Whether they would make an administrator, if the boundary that is not known let them.
    let hangsOnBoundary: Bool

    /// The findings of a user or role whose sketch shows that there may be some.
    init(_ principal: AccessPrincipal, _ catalogue: ServiceCatalogue) {
        let permissions = PrincipalPermissions(
            principal.policies.compactMap(\.policy), within: principal.boundary, mayAllowMore: false,
            mayDenyMore: principal.mayDenyMore)
        isAdministrator = principal.sketch.reachesAllServices && permissions.isAdministrator == .yes
        assumesAny = isAdministrator || Self.assumesAny(principal, permissions)
        hangsOnBoundary =
            principal.boundaryGap != nil
            && Self.isAdministrator(principal, principal.sketch.ways.filter { $0.kind != .use }, catalogue)
    }

    /// Whether the policies would make an administrator without the boundary.
    private static func isAdministrator(
        _ principal: AccessPrincipal, _ candidates: [EscalationPath], _ catalogue: ServiceCatalogue
    ) -> Bool {
        let permissions = PrincipalPermissions(
            principal.policies.compactMap(\.policy), mayAllowMore: false, mayDenyMore: principal.mayDenyMore)
        return principal.sketch.reachesAllServices && permissions.isAdministrator == .yes
            || !permissions.openWays(among: candidates, catalogue).isEmpty
    }

    /// Whether one statement allows it by itself, and nothing limits it. What several statements do together is found
    /// role by role.
    private static func assumesAny(_ principal: AccessPrincipal, _ permissions: PrincipalPermissions) -> Bool {
        let assuming = RoleAction.assumeRole.rawValue
        guard principal.sketch.mayAllow(assuming), case .none = principal.boundary else { return false }
        let statements = permissions.policies.flatMap(\.statements)
        let isLimited = statements.contains { !$0.allows && ($0.actions.isEmpty || $0.place(of: assuming) != nil) }
        if isLimited { return false }
        let roles = "arn:\(principal.arn.partition):iam::\(principal.arn.account):role/"
        return statements.contains { statement in
            statement.allows && statement.condition.isAbsent && statement.notAction.isAbsent
                && statement.place(of: assuming) != nil
                && statement.resources.contains { covers($0.value, roles) }
        }
    }

    /// Whether a pattern matches every text that begins with another one.
    private static func covers(_ pattern: String, _ start: String) -> Bool {
        pattern.hasSuffix("*") && GlobPattern.matches(start, pattern: pattern)
    }
}
