/// A way of escalation that several policies of a user or role open together, and none of them alone.
struct CombinedEscalation: Sendable {
    /// One action of the way, and the policy that allows it.
    struct Share: Sendable {
        /// The action.
        let action: String
        /// The statement that allows it.
        let statement: Statement
        /// The policy in which the statement stands.
        let holding: PrincipalPermissions.Holding
    }

    /// The way.
    let path: EscalationPath
    /// Its actions.
    let shares: [Share]

    /// Those of some ways that are opened so, in their order; none where one policy alone lets its holder change
    /// who may do what, beside which nothing else is worth a word.
    static func find(
        in principal: AccountPrincipal, among ways: [EscalationPath], _ catalogue: ServiceCatalogue
    ) -> [CombinedEscalation] {
        if ways.isEmpty { return [] }
        let permissions = PrincipalPermissions(principal)
        let single = permissions.holdings.map { OpenGrants([$0.reading.policy], catalogue) }
        let granting = GrantSketch(permissions.policies).ways.filter { $0.kind == .grant }
        if single.indices.contains(where: { !OpenEscalation.find(among: granting, single[$0]).isEmpty }) { return [] }
        return permissions.openWays(among: ways, catalogue).compactMap { way in
            let shares = zip(way.path.actions, way.statements).compactMap { action, statement in
                permissions.holding(of: statement).map { Share(action: action, statement: statement, holding: $0) }
            }
            let isAlone = single.indices.contains { !OpenEscalation.find(among: [way.path], single[$0]).isEmpty }
            return isAlone || shares.count < way.statements.count
                ? nil : CombinedEscalation(path: way.path, shares: shares)
        }
    }
}
