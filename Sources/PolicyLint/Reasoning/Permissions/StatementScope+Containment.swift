/// How the scopes of statements stand to one another. Only a yes is a proof.
extension StatementScope {
    /// Whether another statement speaks of every request of which this one speaks, its conditions and
    /// principals left aside.
    func isWithinActionsAndResources(of other: StatementScope) -> Answer {
        actions.isSubset(of: other.actions).and(resources.isSubset(of: other.resources))
    }

    /// Whether the conditions of another statement hold for every request for which those of this one hold.
    ///
    /// A statement that a variable without a value may make invalid can be relied on only where the same
    /// would make this one invalid.
    func impliesConditions(of other: StatementScope) -> Bool {
        other.variables.isSubset(of: variables) && impliesTests(of: other)
    }

    /// The same, variables left aside.
    func impliesTests(of other: StatementScope) -> Bool {
        other.tests.allSatisfy { test in
            test.isAlwaysTrue == .yes || tests.contains { $0.implies(test) == .yes }
        } && other.opaque.allSatisfy { condition in opaque.contains { Self.areSame($0, condition) } }
    }

    /// Whether another statement of the same effect speaks of all principals of which this one speaks.
    ///
    /// An Allow must name the same ones: what it grants to an account, only the account's own policies pass
    /// on, and what it grants to a role or everyone, a permissions boundary may limit.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>.
    func isWithinPrincipals(of other: StatementScope) -> Bool {
        let (own, others) = (statement, other.statement)
        if others.notPrincipal.isAbsent && own.notPrincipal.isAbsent {
            if others.principal.isAbsent || own.principal.isAbsent {
                return others.principal.isAbsent && own.principal.isAbsent
            }
            return own.principals.allSatisfy { principal in
                others.principals.contains { $0.type == principal.type && $0.value == principal.value }
                    || (others.denies && others.reaches(principal: principal))
            }
        }
        return Self.haveSameNames(own.principals, others.principals)
            && Self.haveSameNames(own.notPrincipal.value?.principals ?? [], others.notPrincipal.value?.principals ?? [])
    }

    /// Whether another statement speaks of every request of which this one speaks.
    func isWithin(_ other: StatementScope) -> Bool {
        isWithinPrincipals(of: other) && impliesConditions(of: other)
            && isWithinActionsAndResources(of: other) == .yes
    }

    /// Those of some statements that together speak of every request of which this one speaks, none of which
    /// can be left out; empty where they do not.
    func scopes(coveringTogether others: [StatementScope]) -> [StatementScope] {
        var needed = others.filter { isWithinPrincipals(of: $0) && impliesConditions(of: $0) }
        // A quick look: those that are left may have too few actions or resources.
        guard needed.count == others.count || statement.mayBeCovered(by: needed.map { $0.statement }) else { return [] }
        guard isWithin(unionOf: needed) else { return [] }
        for scope in needed {
            let rest = needed.filter { $0.statement !== scope.statement }
            if isWithin(unionOf: rest) { needed = rest }
        }
        return needed
    }

    /// Whether the actions and resources of other statements together are all that this one has. Each action
    /// is looked at by itself: whether those that speak of it have all resources among them.
    private func isWithin(unionOf others: [StatementScope]) -> Bool {
        if others.isEmpty { return false }
        return slices(of: actions).allSatisfy { slice in
            let covering = others.filter { slice.isSubset(of: $0.actions) == .yes }
            if covering.isEmpty { return false }
            return slices(of: resources).allSatisfy { Self.isSubset($0, ofUnion: covering.map(\.resources)) }
        }
    }

    private func slices(of set: ValueSet) -> [ValueSet] {
        guard case .listed(.texts(let patterns, let ignoresCase)) = set else { return [set] }
        return patterns.map { .listed(.texts([$0], ignoresCase: ignoresCase)) }
    }

    private static func isSubset(_ set: ValueSet, ofUnion sets: [ValueSet]) -> Bool {
        // Nearly always one of them is enough.
        if sets.contains(where: { set.isSubset(of: $0) == .yes }) { return true }
        var known: Set<GlobPattern> = []
        var listed: [GlobPattern] = []
        for other in sets {
            if case .listed(.texts(let patterns, _)) = other {
                listed += patterns.filter { known.insert($0).inserted }
            }
        }
        return set.isSubset(of: .listed(.texts(listed, ignoresCase: false))) == .yes
    }

    private static func haveSameNames(_ left: [Principal], _ right: [Principal]) -> Bool {
        func isAmong(_ principal: Principal, _ others: [Principal]) -> Bool {
            others.contains { $0.type == principal.type && $0.value == principal.value }
        }
        return left.allSatisfy { isAmong($0, right) } && right.allSatisfy { isAmong($0, left) }
    }

    private static func areSame(_ left: Condition, _ right: Condition) -> Bool {
        guard let test = left.operator, test == right.operator else { return false }
        return left.isOn(right.key) && left.unrecognised.isEmpty && right.unrecognised.isEmpty
            && Set(left.values) == Set(right.values)
    }
}

extension Statement {
    /// Whether the statement speaks of every request for which another one speaks, conditions left aside.
    /// Says no where it cannot tell.
    func reaches(everythingOf other: Statement, hasVariables: Bool) -> Bool {
        guard let own = StatementScope(self, hasVariables: hasVariables),
            let others = StatementScope(other, hasVariables: hasVariables)
        else { return false }
        return others.isWithinActionsAndResources(of: own) == .yes && reaches(principalsOf: other)
    }

    /// Whether the statement speaks of every action that a pattern matches.
    func reaches(action: String) -> Bool {
        if let list = self.action.value { return list.items.contains { GlobPattern.covers($0.value, action) } }
        guard let list = notAction.value else { return false }
        let pattern = GlobPattern(action: action)
        return list.items.allSatisfy { GlobPattern(action: $0.value).overlaps(pattern) == .no }
    }

    private func reaches(principalsOf other: Statement) -> Bool {
        if principal.isAbsent && notPrincipal.isAbsent { return true }
        guard !other.principals.isEmpty, notPrincipal.isAbsent else { return false }
        return other.principals.allSatisfy { reaches(principal: $0) }
    }
}
