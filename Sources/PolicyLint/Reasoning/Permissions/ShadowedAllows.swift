/// The Allow statements of a policy that never allow anything, since its Deny statements stop all of their
/// requests.
enum ShadowedAllows {
    /// An Allow statement, and the Deny statements that stop all its requests.
    struct Finding: Sendable {
        let statement: Statement
        let denies: [Statement]
    }

    /// The findings, in the order of the statements.
    static func find(in policy: Policy) -> [Finding] {
        // A quick look: most policies deny nothing.
        guard policy.statements.contains(where: { $0.denies }) else { return [] }
        let denies = policy.statements.filter { $0.denies }.map { (statement: $0, sketch: StatementSketch($0)) }
        let hasVariables = policy.replacesVariables
        var scopes: [StatementScope]?
        var findings: [Finding] = []
        for allow in policy.statements where allow.allows {
            let sketch = StatementSketch(allow)
            let meeting = denies.filter { sketch.mayMeet($0.sketch) }.map { $0.statement }
            guard allow.mayBeCovered(by: meeting),
                let own = StatementScope(allow, hasVariables: hasVariables)
            else { continue }
            let known = scopes ?? denies.compactMap { StatementScope($0.statement, hasVariables: hasVariables) }
            scopes = known
            let needed = own.scopes(coveringTogether: known)
            if !needed.isEmpty { findings.append(Finding(statement: allow, denies: needed.map(\.statement))) }
        }
        return findings
    }
}
