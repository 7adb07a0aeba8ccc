/// What conditions say to one request.
extension ConditionTest {
    /// Whether the test holds.
    func holds(for request: Request) -> Answer {
        let values = request[key]
        if values.isEmpty { return request.isOpen(key) ? holdsForAny : Answer(holdsWithoutKey) }
        guard let accepted = accepted.resolved({ request.text(for: $0) }) else { return .unclear }
        switch scope {
        case .presence: return Answer(accepted == .everything)
        // AWS does not say what a test of one value makes of several.
        case .single: return values.count == 1 ? accepted.contains(values[0]) : .unclear
        // An empty text counts as no value.
        case .all: return values == [""] ? .yes : values.all { accepted.contains($0) }
        case .any: return values == [""] ? .no : values.any { accepted.contains($0) }
        }
    }

    /// Whether the test holds where nothing is known of its key.
    private var holdsForAny: Answer {
        isAlwaysTrue == .yes ? .yes : isNeverTrue == .yes ? .no : .unclear
    }
}

extension Condition {
    /// Whether the condition holds for a request.
    func holds(for request: Request, hasVariables: Bool) -> Answer {
        guard let test = self.operator, unrecognised.isEmpty else { return .unclear }
        if asksForPrivateAddress, request.isOpen(key) { return .no }
        if keepsOutPrivateAddress, request.isOpen(key) { return .yes }
        if values.isEmpty {
            return Self.holdsWithoutValues(test, request.isOpen(key) ? .unclear : Answer(request[key].isEmpty))
        }
        return ConditionTest(self, hasVariables: hasVariables)?.holds(for: request) ?? .unclear
    }

    /// What becomes of a condition that lists no values.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-condition>
    /// and the three checks behind it.
    private static func holdsWithoutValues(_ test: ConditionOperator, _ isAbsent: Answer) -> Answer {
        if test.setPrefix == .forAnyValue { return .no }
        if test.setPrefix == .forAllValues || test.ifExists { return isAbsent }
        return .yes
    }
}
