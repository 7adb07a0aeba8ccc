/// More than one value in a `Bool` condition.
enum BooleanList: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "boolean-list", wing: .conditions, severity: .error, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("INVALID_CONDITION_MULTIPLE_BOOLEAN"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean"
            ),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.conditionedStatements {
            for condition in statement.conditions where condition.values.count > 1 && condition.operator?.name == .bool
            {
                // What is said of MFA has rules of its own.
                if MFACondition(condition) != nil { continue }
                let test = ConditionTest(condition, hasVariables: policy.replacesVariables)
                let isAlwaysTrue = test?.isAlwaysTrue == .yes
                let edits = isAlwaysTrue ? ConditionEditing.remove(condition, from: statement, context.editing) : nil
                context.report(
                    test?.accepted.isEverything == .yes ? .both(condition.key, isAlwaysTrue) : .several(condition.key),
                    at: condition.keyMember.value.span,
                    fix: edits.map { Fix("remove the condition", .preserving, $0) })
            }
        }
    }
}

extension Message {
    fileprivate static func both(_ key: String, _ isAlwaysTrue: Bool) -> Message {
        let which = isAlwaysTrue ? "every request" : "every request that carries it"
        return Message(
            "`\(key.excerpt)` is true or false, so a list of both holds for \(which)",
            help: "write the one that is meant")
    }

    fileprivate static func several(_ key: String) -> Message {
        Message(
            "`\(key.excerpt)` is compared with one value, not with a list", help: "write a single `true` or `false`")
    }
}
