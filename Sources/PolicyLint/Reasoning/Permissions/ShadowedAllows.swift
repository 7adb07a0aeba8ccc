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
        guard policy.statements.contains(where: \.denies) else { return [] }
        let denies = policy.statements.filter(\.denies).map { (statement: $0, sketch: StatementSketch($0)) }
        let hasVariables = policy.replacesVariables
        var scopes: [StatementScope]?
        return policy.statements.filter(\.allows).compactMap { allow in
            let sketch = StatementSketch(allow)
            let meeting = denies.lazy.filter { sketch.mayMeet($0.sketch) }.map(\.statement)
            guard allow.mayBeCovered(by: meeting),
                let own = StatementScope(allow, hasVariables: hasVariables)
            else { return nil }
            let known = scopes ?? denies.compactMap { StatementScope($0.statement, hasVariables: hasVariables) }
            scopes = known
            let needed = own.scopes(coveringTogether: known)
            return needed.isEmpty ? nil : Finding(statement: allow, denies: needed.map(\.statement))
        }
    }
}
