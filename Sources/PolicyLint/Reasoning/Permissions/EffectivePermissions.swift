/// What the policies of one identity let it do: what they allow, without what they deny.
///
/// Conditions may hold or not. What a Deny with a condition takes away is taken away for sure only where
/// the conditions of the Allow say that the Deny's hold as well. Principals are not looked at: the policies
/// are all those of the one who asks.
struct EffectivePermissions: Sendable {
    private let allows: [StatementScope]
    private let denies: [StatementScope]
    /// Whether a statement was not understood that may allow something.
    private let mayAllowMore: Bool
    /// Whether a statement was not understood that may deny something.
    private let mayDenyMore: Bool

    /// An Allow statement's part in what is granted.
    struct Grant: Sendable {
        /// The statement.
        let statement: Statement
        /// The resources it names.
        let resources: ValueSet
        /// Whether conditions have to hold.
        let isConditional: Bool
    }

    /// The permissions of some policies together.
    init(_ policies: [Policy]) {
        var (allows, denies): ([StatementScope], [StatementScope]) = ([], [])
        var (mayAllowMore, mayDenyMore) = (false, false)
        for policy in policies {
            for statement in policy.statements {
                let scope = StatementScope(statement, hasVariables: policy.replacesVariables)
                switch (statement.effect.value, scope) {
                case (.allow, let scope?): if !scope.isImpossible { allows.append(scope) }
                case (.deny, let scope?): if !scope.isImpossible { denies.append(scope) }
                case (.allow, nil): mayAllowMore = true
                case (.deny, nil): mayDenyMore = true
                case (nil, _): (mayAllowMore, mayDenyMore) = (true, true)
                }
            }
            if !policy.unrecognisedStatements.isEmpty { (mayAllowMore, mayDenyMore) = (true, true) }
        }
        (self.allows, self.denies) = (allows, denies)
        (self.mayAllowMore, self.mayDenyMore) = (mayAllowMore, mayDenyMore)
    }

    /// Whether a request can be allowed whose action and resource match two patterns.
    func mayAllow(_ action: String, on resource: String = "*") -> Answer {
        let found = example(of: action, on: resource).isSomething
        return found == .no && mayAllowMore ? .unclear : found
    }

    /// A request that can be allowed, its action and resource matching two patterns.
    func example(of action: String, on resource: String = "*") -> RequestRegion.Outcome {
        let asked = Self.region(action, resource)
        var result = RequestRegion.Outcome.nothing
        for allow in allows {
            let region = asked.intersection(actions: allow.actions, resources: allow.resources)
            switch region.example(without: denies.filter { allow.impliesConditions(of: $0) }) {
            case .found(let action, let resource): return .found(action: action, resource: resource)
            case .nothing: break
            case .outOfBudget: result = .outOfBudget
            }
        }
        return result
    }

    /// Whether every request is allowed whose action and resource match two patterns, whatever else it
    /// carries.
    func certainlyAllows(_ action: String, on resource: String) -> Answer {
        let asked = Self.region(action, resource)
        let isDenied = denies.any { deny in
            asked.intersection(actions: deny.actions, resources: deny.resources).example(without: []).isSomething
        }
        if isDenied == .yes { return .no }
        let left = asked.example(without: allows.filter(\.isUnconditional)).isSomething
        if left == .yes { return mayAllowMore ? .unclear : .no }
        return left == .no && isDenied == .no && !mayDenyMore ? .yes : .unclear
    }

    /// The statements by which an action, named in full, can be allowed, without those of which Deny
    /// statements leave nothing.
    func grants(of action: String) -> [Grant] {
        let name = action.lowercased()
        let denies = denies.filter { $0.actions.contains(name) == .yes }
        return allows.filter { $0.actions.contains(name) == .yes }.compactMap { allow in
            let taken = denies.filter { allow.impliesConditions(of: $0) }
            let left = taken.reduce(TextRegion.everything.intersection(allow.resources)) {
                $0.subtracting($1.resources)
            }
            if left.example == .nothing { return nil }
            return Grant(
                statement: allow.statement, resources: allow.resources, isConditional: !allow.isUnconditional)
        }
    }

    /// Those of some actions, named in full, that can be allowed on some resource.
    func allowedActions(among names: [String]) -> [String] {
        names.filter { !grants(of: $0).isEmpty }
    }

    private static func region(_ action: String, _ resource: String) -> RequestRegion {
        let actions = ValueList.texts([GlobPattern(action: action)], ignoresCase: false)
        let resources = ValueList.texts([GlobPattern(resource: resource, hasVariables: false)], ignoresCase: false)
        return RequestRegion.everything.intersection(actions: .listed(actions), resources: .listed(resources))
    }
}
