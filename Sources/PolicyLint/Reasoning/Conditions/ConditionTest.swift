/// What a condition asks of its key.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>.
struct ConditionTest: Hashable, Sendable {
    /// Which values of a key are tested.
    enum Scope: Hashable, Sendable {
        /// The only one.
        case single
        /// All of them; the test holds where there are none.
        case all
        /// At least one of them; the test does not hold where there are none.
        case any
        /// None: only whether the key is there.
        case presence
    }

    /// The condition key in lower case.
    let key: String
    /// Which values are tested.
    let scope: Scope
    /// Whether the test holds for a request that does not carry the key.
    let holdsWithoutKey: Bool
    /// The values for which it holds.
    let accepted: ValueSet

    /// What a condition asks; nil where it was not understood: an operator that AWS does not know, a value
    /// that it cannot compare, no value at all.
    ///
    /// - Parameter hasVariables: Whether the policy's version replaces `${…}`.
    init?(_ condition: Condition, hasVariables: Bool) {
        guard let test = condition.operator, condition.unrecognised.isEmpty, !condition.values.isEmpty,
            let list = ValueList(condition.values.map(\.value), of: test.name, hasVariables: hasVariables)
        else { return nil }
        key = condition.key.lowercased()
        if case .booleans(let values) = list, test.name == .null {
            scope = .presence
            holdsWithoutKey = values.contains(true)
            accepted = values.contains(false) ? .everything : .nothing
        } else {
            switch test.setPrefix {
            case nil: scope = .single
            case .forAllValues: scope = .all
            case .forAnyValue: scope = .any
            }
            holdsWithoutKey = test.holdsWithoutKey
            accepted = test.isNegated ? .allBut(list) : .listed(list)
        }
    }
}
