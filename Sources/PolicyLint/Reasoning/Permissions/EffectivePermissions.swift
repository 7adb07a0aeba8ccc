/// What the policies of one identity let it do: what they allow, within its permissions boundary, without what
/// they deny.
///
/// Conditions may hold or not. What a Deny with a condition takes away is taken away for sure only where
/// the conditions of the Allow say that the Deny's hold as well. Principals are not looked at: the policies
/// are all those of the one who asks.
struct EffectivePermissions: Sendable {
    private let allows: [StatementScope]
    private let denies: [StatementScope]
    /// What the permissions boundary allows; nil where there is none.
    private let limits: [StatementScope]?
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
        /// Whether it was found that something is left of it.
        let isSure: Bool
    }

    /// The permissions of some policies together, as far as a permissions boundary allows them too.
    init(_ policies: [Policy], within boundary: Policy? = nil) {
        let reading = Reading(policies)
        let limit = boundary.map { Reading([$0]) }
        allows = reading.allows
        denies = reading.denies + (limit?.denies ?? [])
        limits = limit?.allows
        mayAllowMore = reading.mayAllowMore || limit?.mayAllowMore == true
        mayDenyMore = reading.mayDenyMore || limit?.mayDenyMore == true
    }

    /// What a policy allows, without what the Deny statements of a resource's policy take from everyone.
    init(_ policy: Policy, deniedToEveryoneBy resourcePolicy: Policy) {
        let reading = Reading([policy])
        let refusal = Reading([resourcePolicy])
        allows = reading.allows
        denies = refusal.denies.filter { scope in
            scope.statement.principals.contains { $0.type == .aws && $0.identity == .anyone }
        }
        limits = nil
        mayAllowMore = reading.mayAllowMore
        mayDenyMore = refusal.mayDenyMore
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
        for (allow, limit) in grantedPairs {
            var region = asked.intersection(actions: allow.actions, resources: allow.resources)
            if let limit { region = region.intersection(actions: limit.actions, resources: limit.resources) }
            switch region.example(without: denies.filter { Self.holds($0, whenever: allow, limit) }) {
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
        let left = [allows, limits].compactMap(\.self).any {
            asked.example(without: $0.filter(\.isUnconditional)).isSomething
        }
        if left == .yes { return mayAllowMore ? .unclear : .no }
        return left == .no && isDenied == .no && !mayDenyMore ? .yes : .unclear
    }

    /// The statements by which an action, named in full, can be allowed on a resource that matches a pattern,
    /// without those of which the boundary and Deny statements leave nothing for sure.
    func grants(of action: String, on resource: String = "*") -> [Grant] {
        let (named, name) = (ActionName(action), action.lowercased())
        // What a list names is sure at a look.
        func speaks(_ scope: StatementScope) -> Bool {
            scope.statement.speaks(of: named)
                && (scope.statement.notAction.isAbsent || scope.actions.contains(name) == .yes)
        }
        let asked = TextRegion.everything.intersection(Self.resources(resource))
        // What is about other resources takes nothing away.
        let denies = denies.filter {
            speaks($0) && asked.intersection($0.resources).isSomething != .no
        }
        let limits = limits?.filter(speaks)
        return allows.filter(speaks).compactMap { allow in
            let left = Self.pairs([allow], limits).any { allow, limit in
                let granted = asked.intersection(allow.resources).intersection(limit?.resources ?? .everything)
                let taken = denies.filter { Self.holds($0, whenever: allow, limit) }
                return taken.reduce(granted) { $0.subtracting($1.resources) }.isSomething
            }
            if left == .no { return nil }
            return Grant(
                statement: allow.statement, resources: allow.resources, isConditional: !allow.isUnconditional,
                isSure: left == .yes)
        }
    }

    /// Those of some actions, named in full, that can be allowed on some resource.
    func allowedActions(among names: [String]) -> [String] {
        names.filter { !grants(of: $0).isEmpty }
    }

    /// The Allow statements, each with every one of the boundary by which it may be allowed.
    private var grantedPairs: [(StatementScope, StatementScope?)] { Self.pairs(allows, limits) }

    private static func pairs(
        _ allows: [StatementScope], _ limits: [StatementScope]?
    ) -> [(StatementScope, StatementScope?)] {
        guard let limits else { return allows.map { ($0, nil) } }
        return allows.flatMap { allow in limits.map { (allow, $0) } }
    }

    /// Whether the conditions of a Deny hold whenever those of an Allow, and of a boundary's, do.
    private static func holds(
        _ deny: StatementScope, whenever allow: StatementScope, _ limit: StatementScope?
    ) -> Bool {
        allow.impliesConditions(of: deny) || limit?.impliesConditions(of: deny) == true
    }

    private static func region(_ action: String, _ resource: String) -> RequestRegion {
        let actions = ValueList.texts([GlobPattern(action: action)], ignoresCase: false)
        return RequestRegion.everything.intersection(actions: .listed(actions), resources: resources(resource))
    }

    private static func resources(_ pattern: String) -> ValueSet {
        .listed(.texts([GlobPattern(resource: pattern, hasVariables: false)], ignoresCase: false))
    }

    /// The statements of some policies, as they are read.
    private struct Reading {
        var allows: [StatementScope] = []
        var denies: [StatementScope] = []
        var mayAllowMore = false
        var mayDenyMore = false

        init(_ policies: [Policy]) {
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
        }
    }
}
