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
    /// Whether a condition could not be understood, so that it might demand anything.
    let isUnclear: Bool
    /// Whether the policy denies all that the statement allows.
    let isImpossible: Bool

    /// The demands on requests of one principal for one action.
    init(of statement: Statement, in policy: Policy, principal: Principal, action: String) {
        let hasVariables = policy.replacesVariables
        var demands = statement.conditions.compactMap { Demand($0, hasVariables: hasVariables) }
        var isImpossible = false
        for deny in policy.statements where deny.denies {
            guard deny.reaches(principal: principal), deny.reaches(action: action) else { continue }
            switch deny.condition {
            case .absent: isImpossible = true
            // Conditions of a Deny must all hold before it speaks: only a single one can be turned round.
            case .present(let block, _) where block.conditions.count == 1 && block.unrecognised.isEmpty:
                if let demand = Demand(denying: block.conditions[0], hasVariables: hasVariables) {
                    demands.append(demand)
                }
            case .present, .unrecognised: break
            }
        }
        self.demands = demands
        self.isImpossible = isImpossible
        isUnclear = Self.isUnclear(statement.condition)
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
