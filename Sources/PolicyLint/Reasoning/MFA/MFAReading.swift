/// What the conditions of one statement say of MFA.
struct MFAReading: Sendable {
    /// The conditions on MFA keys, in their order; never empty.
    let conditions: [MFACondition]
    /// The states of MFA in which all of them can hold; nil where that cannot be told.
    let contexts: MFAContexts?
    /// Whether nothing else is asked of a request that a person makes.
    let isUnconditional: Bool

    /// The reading of a statement; nil where it does not speak of MFA.
    init?(_ statement: Statement) {
        let all = statement.conditions
        if all.isEmpty { return nil }
        let found = all.compactMap { MFACondition($0) }
        if found.isEmpty { return nil }
        conditions = found
        var contexts: MFAContexts? = .all
        for condition in found {
            contexts = contexts.flatMap { soFar in condition.contexts.map { soFar.intersection($0) } }
        }
        self.contexts = contexts
        isUnconditional =
            statement.condition.value?.unrecognised.isEmpty ?? true
            && all.allSatisfy { MFACondition($0) != nil || Self.holdsForPeople($0) }
    }

    /// Whether a condition holds for every request that a person makes directly: no service makes it
    /// for them.
    private static func holdsForPeople(_ condition: Condition) -> Bool {
        guard condition.isOn("aws:ViaAWSService") || condition.isOn("aws:PrincipalIsAWSService"),
            condition.operator?.name == .bool
        else { return false }
        return condition.values.contains { $0.value.equalsIgnoringCase("false") }
    }

    /// Whether the statement applies to requests with MFA only.
    var requiresMFA: Bool { contexts == .withMFA }

    /// The states without MFA that a Deny with these conditions surely stops.
    var surelyStops: MFAContexts { isUnconditional ? contexts?.intersection(.unprotected) ?? [] : [] }
}

extension Statement {
    /// Whether a condition speaks of MFA.
    var mentionsMFA: Bool {
        // A quick look: most statements speak of other keys.
        guard !conditionKeys.isDisjoint(with: MFACondition.keys.bits) else { return false }
        return conditions.contains { $0.isOn(MFACondition.keys) }
    }
}
