/// A value that is none of the few words that a key holds.
enum EnumeratedValueUnknown: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "enumerated-value-unknown", wing: .conditions, severity: .error, kinds: .policies,
        fixes: [.narrowing, .suggestion],
        references: [
            .accessAnalyzer("DYNAMODB_INVALID_RETURN_CONSUMED_CAPACITY"),
            .accessAnalyzer("DYNAMODB_INVALID_RETURN_VALUES"), .accessAnalyzer("DYNAMODB_INVALID_SELECT_VALUE"),
            .documentation(
                "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html#FGAC_DDB.ConditionKeys"
            ),
        ])

    static let keys = EnumeratedKey.names

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions {
            guard let key = EnumeratedKey.key(condition.key, condition.keyHash), let test = condition.operator,
                test.name.family == .string
            else { continue }
            for value in condition.values where !value.value.hasVariable && !matches(key, value.value, test) {
                let meant = NearestWord.find(value.value, among: key.words)
                guard key.isClosed || meant != nil else { continue }
                context.report(
                    .unknown(value.value, key, meant), at: value.span,
                    fix: fix(value, meant, of: key, test, statement, context))
            }
        }
    }

    private static func matches(_ key: EnumeratedKey, _ value: String, _ test: ConditionOperator) -> Bool {
        // Under an operator without wildcards they are another sort of mistake.
        if value.hasWildcard, !test.name.takesWildcards { return true }
        let list = ValueList([value], of: test.name, hasVariables: false)
        return key.words.contains { list?.contains($0) != .no }
    }

    /// The word in its own letters. Any other slip leaves a doubt, and so does a key that may hold other words.
    private static func fix(
        _ value: Located<String>, _ meant: String?, of key: EnumeratedKey, _ test: ConditionOperator,
        _ statement: Statement, _ context: RuleContext
    ) -> Fix? {
        guard let meant, !value.value.hasWildcard else { return nil }
        let isSure = key.isClosed && meant.equalsIgnoringCase(value.value)
        let effect: Fix.Effect = isSure ? .listingMore(test, in: statement) : .suggestion
        return Fix("write `\(meant)`", effect, [context.editing.replace(value.span, withString: meant)])
    }
}

extension Message {
    fileprivate static func unknown(_ value: String, _ key: EnumeratedKey, _ meant: String?) -> Message {
        let code: Issue =
            switch key.name {
            case "dynamodb:ReturnConsumedCapacity": "DYNAMODB_INVALID_RETURN_CONSUMED_CAPACITY"
            case "dynamodb:ReturnValues": "DYNAMODB_INVALID_RETURN_VALUES"
            case "dynamodb:Select": "DYNAMODB_INVALID_SELECT_VALUE"
            default: .none
            }
        let words = key.words.map { "`\($0)`" }
        return Message(
            "`\(key.name)` is never `\(value.excerpt)`" + (meant.map { "; did you mean `\($0)`?" } ?? ""),
            help: "write " + words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
                + ", in these letters",
            issue: code)
    }
}
