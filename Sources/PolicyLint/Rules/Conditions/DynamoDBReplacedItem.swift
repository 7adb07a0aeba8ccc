/// A limit to attributes of DynamoDB items, and an action that replaces whole items.
enum DynamoDBReplacedItem: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "dynamodb-replaced-item", wing: .conditions, severity: .warning, kinds: .policies,
        references: [
            .accessAnalyzer("DYNAMODB_REPLACE_OPERATION_WITH_ATTRIBUTES"),
            .documentation(
                "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html#FGAC_DDB.Examples"
            ),
        ])

    static let keys: NameSet = [DynamoDBOperation.attributes]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.allows,
            statement.conditions.contains(where: {
                $0.isOn(DynamoDBOperation.attributes) && $0.operator?.name != .null
            })
        else { return }
        for (action, operations) in DynamoDBOperation.all(in: statement) {
            guard let replacing = operations.first(where: \.replacesItem) else { continue }
            context.report(.replaces(replacing), at: action.span)
        }
    }
}

extension Message {
    fileprivate static func replaces(_ operation: DynamoDBOperation) -> Message {
        Message(
            "`\(operation.rawValue)` writes a new item in place of the old one, and so wipes out the attributes that the condition protects",
            help: "allow `dynamodb:UpdateItem`, which changes only the attributes that it names")
    }
}
