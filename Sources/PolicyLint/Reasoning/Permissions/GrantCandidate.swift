/// An Allow statement by which watched actions may be granted.
struct GrantCandidate {
    /// The statement.
    let statement: Statement
    /// Whether its policy replaces `${…}`.
    let hasVariables: Bool
    /// The watched actions that it names; nil where it names those that it leaves out.
    let named: WatchedActions?

    /// Those of some policies, in the order of their statements.
    static func all(in policies: [Policy]) -> [GrantCandidate] {
        var candidates: [GrantCandidate] = []
        for policy in policies {
            let hasVariables = policy.replacesVariables
            for statement in policy.statements where statement.allows {
                if let candidate = GrantCandidate(statement, hasVariables) { candidates.append(candidate) }
            }
        }
        return candidates
    }

    /// The candidate that an Allow statement is; nil where it names no action that is watched, nor any service by a
    /// pattern.
    private init?(_ statement: Statement, _ hasVariables: Bool) {
        self.statement = statement
        self.hasVariables = hasVariables
        if !statement.notAction.isAbsent {
            named = nil
        } else if let list = statement.actionLists.first {
            let watched = WatchedActions(matching: list)
            if watched.isEmpty && !list.traits.contains(.wildcardInPrefix) { return nil }
            named = watched
        } else {
            return nil
        }
    }

    /// Whether it speaks of an action, which is the only one of a set.
    func speaks(of action: ActionName, _ set: WatchedActions) -> Bool {
        named?.isSuperset(of: set) ?? statement.speaks(of: action)
    }
}
