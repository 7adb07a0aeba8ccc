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
        let denies = policy.statements.filter(\.denies)
        if denies.isEmpty { return [] }
        let hasVariables = policy.replacesVariables
        let scopes = denies.compactMap { StatementScope($0, hasVariables: hasVariables) }
        return policy.statements.filter(\.allows).compactMap { allow in
            guard let own = StatementScope(allow, hasVariables: hasVariables) else { return nil }
            var needed = scopes.filter { own.impliesConditions(of: $0) && own.isWithinPrincipals(of: $0) }
            guard own.isWithin(unionOf: needed) else { return nil }
            for scope in needed {
                let rest = needed.filter { $0.statement !== scope.statement }
                if own.isWithin(unionOf: rest) { needed = rest }
            }
            return Finding(statement: allow, denies: needed.map(\.statement))
        }
    }
}
