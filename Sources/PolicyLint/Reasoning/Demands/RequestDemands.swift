/// All that a policy demands of a request which one of its Allow statements lets through: what the
/// statement's own conditions say, and what the policy's Deny statements leave over.
///
/// A condition restricts when it needs its key to be there and lists what the key may be. `IfExists`,
/// `ForAllValues` and negated operators let a request without the key pass, so that they restrict only
/// beside another condition that needs the key.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>.
struct RequestDemands: Sendable {
    /// The demands; a request must meet all of them.
    let demands: [Demand]
    /// Demands of which a request must meet one of each list: what a Deny with several conditions leaves over.
    private let choices: [[Demand]]
    /// Whether a condition could not be understood, so that it might demand anything.
    let isUnclear: Bool
    /// Whether the policy denies all that the statement allows, or no request meets its conditions.
    let isImpossible: Bool

    /// The demands on requests of one principal for one action.
    ///
    /// - Parameter caller: Who asks, where that is known: conditions of a Deny that hold for all such callers are then
    ///   no way past it.
    init(
        of statement: Statement, in policy: Policy, principal: Principal, action: String,
        caller: CallerContext? = nil
    ) {
        let hasVariables = policy.replacesVariables
        var demands = statement.conditions.compactMap { Demand($0, hasVariables: hasVariables) }
        var choices: [[Demand]] = []
        var isImpossible = statement.conditions.contains(where: \.asksForPrivateAddress)
        for deny in policy.statements where deny.denies {
            guard deny.reaches(principal: principal), deny.reaches(action: action),
                deny.mayReach(resourcesOf: statement, hasVariables: hasVariables)
            else { continue }
            switch deny.condition {
            case .absent: isImpossible = true
            case .present(let block, _) where block.unrecognised.isEmpty:
                let ways = Self.waysPast(block, caller, hasVariables: hasVariables)
                switch ways?.count {
                case nil: break
                case 0: isImpossible = true
                case 1: demands += ways ?? []
                default: choices.append(ways ?? [])
                }
            case .present, .unrecognised: break
            }
        }
        self.init(
            demands: demands, choices: choices, isUnclear: Self.isUnclear(statement.condition),
            isImpossible: isImpossible)
    }

    private init(demands: [Demand], choices: [[Demand]], isUnclear: Bool, isImpossible: Bool) {
        self.demands = demands
        self.choices = choices
        self.isUnclear = isUnclear
        self.isImpossible = isImpossible
    }

    /// The demands of which a request must meet one, so that not all conditions of a Deny hold; nil where some way
    /// past it cannot be put so, or where it never speaks of such a caller.
    private static func waysPast(
        _ block: ConditionBlock, _ caller: CallerContext?, hasVariables: Bool
    ) -> [Demand]? {
        if block.conditions.isEmpty { return nil }
        var ways: [Demand] = []
        for condition in block.conditions {
            if condition.asksForPrivateAddress { return nil }
            switch caller?.meets(condition, hasVariables: hasVariables) ?? .unclear {
            case .yes: continue
            case .no: return nil
            case .unclear:
                guard let way = Demand(denying: condition, hasVariables: hasVariables) else { return nil }
                ways.append(way)
            }
        }
        return ways
    }

    /// Whether something holds of the demands, whichever way past the Deny statements a request takes.
    func hold(_ property: (RequestDemands) -> Bool) -> Bool {
        if property(self) { return true }
        return choices.contains { ways in
            ways.allSatisfy { way in
                property(
                    RequestDemands(
                        demands: demands + [way], choices: [], isUnclear: isUnclear, isImpossible: isImpossible))
            }
        }
    }

    /// Whether every request must carry the key.
    func needs(_ key: String) -> Bool {
        isUnclear || isImpossible || demands.contains { !$0.holdsWithoutKey && $0.key.equalsIgnoringCase(key) }
    }

    /// Whether every request must carry the key with one of a list of values that are all narrow enough.
    ///
    /// - Parameters:
    ///   - key: The condition key.
    ///   - isAlwaysPresent: Whether AWS puts the key into every request that could match, so that an
    ///     operator's `IfExists` opens nothing.
    ///   - isNarrow: Whether a value restricts; by default all but lone wildcards do.
    func restricts(
        _ key: String, isAlwaysPresent: Bool = false, where isNarrow: (GlobPattern) -> Bool = { !$0.isTrivial }
    ) -> Bool {
        restricts({ $0.equalsIgnoringCase(key) }, isAlwaysPresent: isAlwaysPresent, where: isNarrow)
    }

    /// The same for any one of the keys for which `isKey` holds.
    func restricts(
        _ isKey: (String) -> Bool, isAlwaysPresent: Bool = false,
        where isNarrow: (GlobPattern) -> Bool = { !$0.isTrivial }
    ) -> Bool {
        if isUnclear || isImpossible { return true }
        return demands.contains { demand in
            guard let accepted = demand.accepted, isKey(demand.key) else { return false }
            return accepted.allSatisfy(isNarrow)
                && (isAlwaysPresent || !demand.holdsWithoutKey || needs(demand.key))
        }
    }

    // MARK: Reading

    private static func isUnclear(_ condition: Element<ConditionBlock>) -> Bool {
        switch condition {
        case .absent: false
        case .unrecognised: true
        case .present(let block, _):
            !block.unrecognised.isEmpty
                || block.conditions.contains { $0.operator == nil || !$0.unrecognised.isEmpty }
        }
    }
}

extension Statement {
    /// Whether the statement may speak of all that another one names in one of its resources. `*` in a policy of a
    /// resource is that resource, whatever it is called.
    fileprivate func mayReach(resourcesOf other: Statement, hasVariables: Bool) -> Bool {
        let named = other.resources
        if named.isEmpty || named.contains(where: { GlobPattern.isEveryResource($0.value) }) { return true }
        guard let own = StatementScope(self, hasVariables: hasVariables)?.resources else { return true }
        return named.contains { resource in
            let pattern = GlobPattern(resource: resource.value, hasVariables: hasVariables)
            return ValueSet.listed(.texts([pattern], ignoresCase: false)).isSubset(of: own) != .no
        }
    }
}
