/// A limit to attributes of DynamoDB items, and answers that hold the other attributes as well.
enum DynamoDBAttributesUnguarded: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "dynamodb-attributes-unguarded", wing: .conditions, severity: .warning, kinds: .policies,
        fixes: [.narrowing],
        references: [
            .accessAnalyzer("DYNAMODB_ATTRIBUTES_WITHOUT_SELECT"),
            .accessAnalyzer("DYNAMODB_ATTRIBUTES_WITHOUT_RETURN_VALUES"),
            .documentation(
                "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html#FGAC_DDB.Examples"
            ),
        ])

    /// A key that keeps an answer to the attributes that a request names, and what it must not be.
    private struct Guard {
        let key: String
        let open: [String]
        let closed: [String]

        static let select = Guard(
            key: DynamoDBOperation.select, open: ["ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"],
            closed: ["SPECIFIC_ATTRIBUTES"])
        static let returnValues = Guard(
            key: DynamoDBOperation.returnValues, open: ["ALL_OLD", "ALL_NEW"],
            closed: ["NONE", "UPDATED_OLD", "UPDATED_NEW"])

        /// Whether the statement's conditions hold for none of what must not be; so, too, where one was not
        /// understood.
        func stands(in statement: Statement, _ policy: Policy) -> Bool {
            statement.conditions.contains { condition in
                guard condition.isOn(key), condition.operator?.name != .null else { return false }
                guard let test = ConditionTest(condition, hasVariables: policy.replacesVariables) else { return true }
                return open.allSatisfy { test.accepted.contains($0) != .yes }
            }
        }
    }

    static let keysOfConcern: NameSet? = [DynamoDBOperation.attributes]

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.conditionedStatements where statement.allows {
            guard
                let limit = statement.conditions.first(where: {
                    $0.isOn(DynamoDBOperation.attributes) && $0.operator != nil && $0.operator?.name != .null
                })
            else { continue }
            let operations = Set(DynamoDBOperation.all(in: statement).flatMap(\.operations))
            if let reading = DynamoDBOperation.allCases.first(where: { $0.reads && operations.contains($0) }) {
                check(.select, .wholeItems(reading), limit, statement, policy, &context)
            }
            if let writing = DynamoDBOperation.allCases.first(where: { $0.returnsValues && operations.contains($0) }) {
                check(.returnValues, .wholeReplacedItems(writing), limit, statement, policy, &context)
            }
        }
    }

    private static func check(
        _ wanted: Guard, _ message: Message, _ limit: Condition, _ statement: Statement, _ policy: Policy,
        _ context: inout RuleContext
    ) {
        guard !wanted.stands(in: statement, policy) else { return }
        // A Deny may stand guard as well; which requests it is about is another question.
        guard !policy.statements.contains(where: { $0.denies && $0.conditions.contains { $0.isOn(wanted.key) } }) else {
            return
        }
        let values = wanted.closed.map { JSONFragment.string($0) }
        // What no request of the statement carries cannot be limited.
        let isExcluded = statement.conditions.contains { condition in
            condition.isOn(wanted.key) && condition.operator?.name == .null
                && condition.values.contains { $0.value == "true" }
        }
        let edit =
            isExcluded
            ? nil
            : ConditionEditing.add(
                "StringEqualsIfExists", wanted.key, values.count == 1 ? values[0] : .array(values), to: statement,
                context.editing)
        context.report(
            message, at: limit.keyMember.key.span,
            fix: edit.map { Fix("limit `\(wanted.key)`", .narrowing, [$0]) })
    }
}

extension Message {
    fileprivate static func wholeItems(_ operation: DynamoDBOperation) -> Message {
        Message(
            "`\(operation.rawValue)` without a list of attributes answers with all of them, and this condition does not see it",
            help: "also require that `dynamodb:Select` is `SPECIFIC_ATTRIBUTES`",
            issue: "DYNAMODB_ATTRIBUTES_WITHOUT_SELECT")
    }

    fileprivate static func wholeReplacedItems(_ operation: DynamoDBOperation) -> Message {
        Message(
            "`\(operation.rawValue)` can be told to answer with the whole item, attributes that are not listed here included",
            help: "also require that `dynamodb:ReturnValues` is `NONE`, `UPDATED_OLD` or `UPDATED_NEW`",
            issue: "DYNAMODB_ATTRIBUTES_WITHOUT_RETURN_VALUES")
    }
}
