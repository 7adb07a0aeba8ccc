/// A condition on a key of DynamoDB that the statement's actions never carry.
enum DynamoDBKeyNeverSent: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "dynamodb-key-never-sent", wing: .conditions, severity: .warning, kinds: .policies,
        references: [
            .accessAnalyzer("DYNAMODB_WRONG_CONDITION_FOR_ACTION"),
            .documentation(
                "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html#FGAC_DDB.ConditionKeys"
            ),
            .peer(.parliament, "UNKNOWN_CONDITION_FOR_ACTION"),
            .peer(.iamPolicyValidator, "condition_key_validation.invalid_condition_key"),
        ])

    static let keys: NameSet = [DynamoDBOperation.select, DynamoDBOperation.returnValues]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions {
            let isSelect = condition.isOn(DynamoDBOperation.select)
            guard isSelect || condition.isOn(DynamoDBOperation.returnValues), let test = condition.operator,
                test.name != .null
            else { continue }
            // A pattern means actions that carry the key as well.
            let meant = DynamoDBOperation.all(in: statement).filter { !$0.action.value.hasWildcard }
            let without = meant.filter { $0.operations.allSatisfy { $0.reads != isSelect } }
            if without.isEmpty { continue }
            if !test.holdsWithoutKey {
                for (action, _) in without {
                    context.report(.neverHolds(action.value, condition.key, statement), at: action.span)
                }
            } else if without.count == statement.actions.count {
                context.report(.alwaysHolds(condition.key), at: condition.keyMember.key.span)
            }
        }
    }
}

extension Message {
    private static func help(_ key: String) -> String {
        key.equalsIgnoringCase(DynamoDBOperation.select)
            ? "limit what writing actions answer with `dynamodb:ReturnValues`; where both sorts share a statement, use `StringEqualsIfExists`"
            : "limit what reading actions answer with `dynamodb:Select`; where both sorts share a statement, use `StringEqualsIfExists`"
    }

    fileprivate static func neverHolds(_ action: String, _ key: String, _ statement: Statement) -> Message {
        Message(
            "`\(action)` never carries `\(key)`, so the statement never \(statement.denies ? "denies" : "allows") it",
            help: help(key))
    }

    fileprivate static func alwaysHolds(_ key: String) -> Message {
        Message(
            "none of the statement's actions ever carries `\(key)`, so this condition limits nothing", help: help(key))
    }
}
