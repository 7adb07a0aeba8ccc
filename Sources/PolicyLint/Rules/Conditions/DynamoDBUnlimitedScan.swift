/// `dynamodb:Scan` beside a limit to partition keys, of which it knows nothing.
enum DynamoDBUnlimitedScan: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "dynamodb-unlimited-scan", wing: .conditions, severity: .warning, kinds: .policies, fixes: [.narrowing],
        references: [
            .accessAnalyzer("DYNAMODB_SCAN_BYPASSES_LEADING_KEYS"),
            .documentation(
                "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html#FGAC_DDB.Examples"
            ),
        ])

    static let keys: NameSet = [DynamoDBOperation.leadingKeys]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.allows else { return }
        let limits = statement.conditions.filter {
            $0.isOn(DynamoDBOperation.leadingKeys) && $0.operator != nil && $0.operator?.name != .null
        }
        // A scan carries no partition key: it must pass every one of the conditions without.
        let letsScansPass = !limits.isEmpty && limits.allSatisfy { $0.operator?.holdsWithoutKey == true }
        guard letsScansPass, !asksForKey(statement) else { return }
        for (action, operations) in DynamoDBOperation.all(in: statement) where operations.contains(.scan) {
            context.report(.unlimited(action.value), at: action.span, fix: fix(action, operations, statement, context))
        }
    }

    private static func asksForKey(_ statement: Statement) -> Bool {
        statement.conditions.contains { condition in
            condition.isOn(DynamoDBOperation.leadingKeys) && condition.operator?.name == .null
                && condition.values.allSatisfy { $0.value.equalsIgnoringCase("false") }
        }
    }

    private static func fix(
        _ action: Located<String>, _ operations: [DynamoDBOperation], _ statement: Statement, _ context: RuleContext
    ) -> Fix? {
        guard operations == [.scan], let list = statement.action.value,
            let edits = context.editing.removeElement(at: action.span, of: list.node)
        else { return nil }
        return Fix("remove `\(action.value)`", .narrowing, edits)
    }
}

extension Message {
    fileprivate static func unlimited(_ action: String) -> Message {
        let isExact = !action.hasWildcard
        return Message(
            (isExact ? "`\(action)`" : "`\(action.excerpt)` includes `dynamodb:Scan`, which")
                + " names no partition key, so the condition on `dynamodb:LeadingKeys` lets it read the whole table",
            help: "allow `dynamodb:Query`, which names the partition key, in its place")
    }
}
