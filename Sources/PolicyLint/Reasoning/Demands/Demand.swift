/// What a policy demands of one condition key before it lets a request through.
struct Demand: Sendable {
    /// The condition key as written.
    let key: String
    /// Whether a request that does not carry the key passes.
    let holdsWithoutKey: Bool
    /// The values of which a key that is there must have one; nil where it may have any, or any but a
    /// few.
    let accepted: [GlobPattern]?

    /// What a condition of an Allow demands. Nil where it demands nothing: AWS documents an empty list of
    /// values as without effect.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>.
    init?(_ condition: Condition, hasVariables: Bool) {
        guard let name = condition.operator, !condition.values.isEmpty else { return nil }
        key = condition.key
        if name.name == .null {
            holdsWithoutKey = condition.values.contains { $0.value.equalsIgnoringCase("true") }
            accepted = nil
        } else {
            holdsWithoutKey = name.holdsWithoutKey
            accepted = name.limitsValues ? Self.patterns(condition, name, hasVariables) : nil
        }
    }

    /// What a Deny demands whose only condition this is: that it does not hold.
    init?(denying condition: Condition, hasVariables: Bool) {
        guard let name = condition.operator, !condition.values.isEmpty else { return nil }
        key = condition.key
        if name.name == .null {
            holdsWithoutKey = !condition.values.contains { $0.value.equalsIgnoringCase("true") }
            accepted = nil
        } else {
            holdsWithoutKey = !name.holdsWithoutKey
            accepted =
                switch name.name {
                case .bool: Self.booleansBut(condition)
                case _ where name.isNegated: Self.patterns(condition, name, hasVariables)
                default: nil
                }
        }
    }

    private static func patterns(
        _ condition: Condition, _ name: ConditionOperator, _ hasVariables: Bool
    ) -> [GlobPattern] {
        condition.values.map {
            GlobPattern(value: $0.value, hasWildcards: name.name.takesWildcards, hasVariables: hasVariables)
                .widenedForCallers
        }
    }

    private static func booleansBut(_ condition: Condition) -> [GlobPattern] {
        ["true", "false"]
            .filter { value in !condition.values.contains { $0.value.equalsIgnoringCase(value) } }
            .map { GlobPattern(literal: $0) }
    }
}

extension ConditionOperator {
    /// Whether the operator's values list what a key may be.
    fileprivate var limitsValues: Bool {
        switch name {
        case .stringEquals, .stringEqualsIgnoreCase, .stringLike, .bool, .binaryEquals, .ipAddress, .arnEquals,
            .arnLike, .numericEquals, .dateEquals:
            true
        default: false
        }
    }
}
