/// A quick look at all policies of a user or role, before any of them is read in full.
struct PrincipalSketch: Sendable {
    /// The sketches of the policies, in their order; nil where one is not known.
    let sketches: [GrantSketch?]
    /// What they may allow together.
    let together: GrantSketch

    /// The sketch of a user or role.
    init(_ principal: AccountPrincipal) {
        sketches = principal.policies.map { $0.noted { GrantSketch([$0]) } }
        together = sketches.reduce(into: GrantSketch([])) { if let sketch = $1 { $0.formUnion(sketch) } }
    }

    /// Whether one of the policies allows everything by itself, so that nothing is left to gain.
    var allowsEverything: Bool { together.allowsEverything }

    /// The ways of escalation that several policies may open together, one each.
    var combinedWays: [EscalationPath] {
        let counting = sketches.filter { $0?.actions.isEmpty == false }
        if allowsEverything || counting.count < 2 { return [] }
        return together.ways.filter { $0.actions.count > 1 }
    }

    /// Whether several policies may allow everything together, while none does alone.
    var mayCombineToEverything: Bool {
        !allowsEverything && together.reachesAllServices && sketches.count > 1
    }
}
