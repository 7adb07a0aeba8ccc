/// A condition on one of the two MFA keys, and the states of MFA in which it holds.
struct MFACondition: Sendable {
    /// The condition keys that speak of MFA.
    enum Key: String, CaseIterable, Sendable {
        /// A boolean.
        case present = "aws:MultiFactorAuthPresent"
        /// Seconds since MFA; only there after MFA.
        case age = "aws:MultiFactorAuthAge"
    }

    /// The names of the keys, in the order of `Key.allCases`.
    static let keys = NameSet(Key.allCases.map(\.rawValue))

    /// The condition.
    let condition: Condition
    /// Which of the keys it is on.
    let key: Key
    /// The states in which it can hold; nil where that cannot be told: an operator that AWS does not
    /// know, or that does not fit the key. For the states without MFA it is exact.
    let contexts: MFAContexts?

    /// The condition as one on MFA; nil where it is on another key.
    init?(_ condition: Condition) {
        guard let position = Self.keys.position(of: condition.key, condition.keyHash) else { return nil }
        let key = Key.allCases[position]
        self.condition = condition
        self.key = key
        contexts = condition.operator.flatMap { test in
            guard condition.unrecognised.isEmpty else { return nil }
            switch key {
            case .present: return Self.present(test, condition.values.map(\.value))
            case .age: return Self.age(test, condition.values.map(\.value))
            }
        }
    }

    private static func present(_ test: ConditionOperator, _ values: [String]) -> MFAContexts? {
        if test.name == .null { return null(values, absent: .noKey, present: [.withoutMFA, .withMFA]) }
        switch test.name {
        case .bool, .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase, .stringEquals, .stringNotEquals, .stringLike,
            .stringNotLike:
            break
        // Other operators do not fit a boolean.
        default: return nil
        }
        func matches(_ text: String) -> Bool {
            values.contains { ValueList([$0], of: test.name, hasVariables: false)?.contains(text) == .yes }
        }
        var contexts: MFAContexts = test.holdsWithoutKey ? .noKey : []
        if matches("false") != test.isNegated { contexts.insert(.withoutMFA) }
        if matches("true") != test.isNegated { contexts.insert(.withMFA) }
        return contexts
    }

    private static func age(_ test: ConditionOperator, _ values: [String]) -> MFAContexts? {
        if test.name == .null { return null(values, absent: .unprotected, present: .withMFA) }
        let limits = values.compactMap { Double($0) }
        guard limits.count == values.count, !limits.isEmpty else { return nil }
        let mayHold: Bool
        switch test.name {
        case .numericLessThan: mayHold = limits.contains { $0 > 0 }
        case .numericLessThanEquals, .numericEquals: mayHold = limits.contains { $0 >= 0 }
        case .numericGreaterThan, .numericGreaterThanEquals, .numericNotEquals: mayHold = true
        default: return nil
        }
        let absent: MFAContexts = test.holdsWithoutKey ? .unprotected : []
        return mayHold ? absent.union(.withMFA) : absent
    }

    private static func null(_ values: [String], absent: MFAContexts, present: MFAContexts) -> MFAContexts {
        var contexts: MFAContexts = []
        if values.contains(where: { $0.equalsIgnoringCase("true") }) { contexts.formUnion(absent) }
        if values.contains(where: { $0.equalsIgnoringCase("false") }) { contexts.formUnion(present) }
        return contexts
    }
}
