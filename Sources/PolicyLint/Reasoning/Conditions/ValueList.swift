/// The values that a condition lists, as its operator compares them.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>.
enum ValueList: Hashable, Sendable {
    /// Texts, of strings and ARNs.
    case texts([GlobPattern], ignoresCase: Bool)
    /// Booleans.
    case booleans(Set<Bool>)
    /// Numbers.
    case numbers(IntervalSet<Double>)
    /// Moments, in seconds since 1970.
    case moments(IntervalSet<Double>)
    /// IP addresses.
    case addresses(IntervalSet<AddressRange.Address>)
    /// Binary data, in base64.
    case binaries(Set<String>)

    /// The values of an operator; nil where one is not what it compares.
    init?(_ values: [String], of name: ConditionOperator.Name, hasVariables: Bool) {
        func all<Value>(_ read: (String) -> Value?) -> [Value]? {
            let read = values.compactMap(read)
            return read.count == values.count ? read : nil
        }
        switch name {
        case .stringEquals, .stringNotEquals, .stringLike, .stringNotLike, .stringEqualsIgnoreCase,
            .stringNotEqualsIgnoreCase:
            let patterns = values.map {
                GlobPattern(
                    value: $0, hasWildcards: name.takesWildcards, hasVariables: hasVariables,
                    ignoresCase: name.ignoresCase)
            }
            self = .texts(patterns, ignoresCase: name.ignoresCase)
        case .arnEquals, .arnLike, .arnNotEquals, .arnNotLike:
            self = .texts(values.map { GlobPattern(arn: $0, hasVariables: hasVariables) }, ignoresCase: false)
        case .bool, .null:
            guard let booleans = all(Self.boolean) else { return nil }
            self = .booleans(Set(booleans))
        case .binaryEquals:
            self = .binaries(Set(values))
        case .ipAddress, .notIpAddress:
            guard let ranges = all({ AddressRange($0) }) else { return nil }
            self = .addresses(IntervalSet(intervals: ranges.map(\.interval)))
        case .numericEquals, .numericNotEquals, .numericLessThan, .numericLessThanEquals, .numericGreaterThan,
            .numericGreaterThanEquals:
            guard let set = all(ConditionNumber.number).flatMap({ IntervalSet(name, $0) }) else { return nil }
            self = .numbers(set)
        case .dateEquals, .dateNotEquals, .dateLessThan, .dateLessThanEquals, .dateGreaterThan, .dateGreaterThanEquals:
            guard let set = all(ConditionNumber.moment).flatMap({ IntervalSet(name, $0) }) else { return nil }
            self = .moments(set)
        }
    }

    /// No values.
    static let nothing = ValueList.texts([], ignoresCase: false)

    /// Whether there are none.
    var isEmpty: Bool {
        switch self {
        case .texts(let patterns, _): patterns.isEmpty
        case .booleans(let values): values.isEmpty
        case .numbers(let set), .moments(let set): set.intervals.isEmpty
        case .addresses(let set): set.intervals.isEmpty
        case .binaries(let values): values.isEmpty
        }
    }

    /// Whether a text of a request is one of them; unclear where it is not what is compared here.
    func contains(_ text: String) -> Answer {
        switch self {
        case .texts(let patterns, let ignoresCase):
            let text = ignoresCase ? GlobPattern(literal: text, ignoresCase: true).literal ?? text : text
            return Answer(patterns.contains { $0.matches(text) })
        case .booleans(let values): return Self.boolean(text).map { Answer(values.contains($0)) } ?? .unclear
        case .numbers(let set): return ConditionNumber.number(text).map { Answer(set.contains($0)) } ?? .unclear
        case .moments(let set): return ConditionNumber.moment(text).map { Answer(set.contains($0)) } ?? .unclear
        case .addresses(let set):
            guard let range = AddressRange(text) else { return .unclear }
            return Answer(set.covers(IntervalSet(intervals: [range.interval])))
        case .binaries(let values): return Answer(values.contains(text))
        }
    }

    /// The list with the texts in the place of variables; nil where one of them has none.
    func resolved(_ text: (PolicyVariable) -> String?) -> ValueList? {
        guard case .texts(let patterns, let ignoresCase) = self else { return self }
        let resolved = patterns.compactMap { pattern -> GlobPattern? in
            let resolved = pattern.resolved(text)
            return ignoresCase ? resolved?.lowercased : resolved
        }
        return resolved.count == patterns.count ? .texts(resolved, ignoresCase: ignoresCase) : nil
    }

    /// The variables in the texts that have no default.
    var variables: Set<PolicyVariable> {
        guard case .texts(let patterns, _) = self else { return [] }
        var variables: Set<PolicyVariable> = []
        for pattern in patterns where pattern.hasVariables { variables.formUnion(pattern.variables) }
        return variables
    }

    private static func boolean(_ text: String) -> Bool? {
        text.equalsIgnoringCase("true") ? true : text.equalsIgnoringCase("false") ? false : nil
    }
}

extension ConditionOperator.Name {
    /// Whether `*` and `?` in the operator's values are wildcards.
    var takesWildcards: Bool {
        switch self {
        case .stringLike, .stringNotLike, .arnEquals, .arnLike, .arnNotEquals, .arnNotLike: true
        default: false
        }
    }

    /// Whether the operator compares upper and lower case alike.
    var ignoresCase: Bool { self == .stringEqualsIgnoreCase || self == .stringNotEqualsIgnoreCase }
}
