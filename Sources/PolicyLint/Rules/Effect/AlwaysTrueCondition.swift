/// A condition that every request meets.
enum AlwaysTrueCondition: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "always-true-condition", wing: .effect, severity: .warning, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"),
            .peer(.iamPolicyValidator, "ifexists_condition_usage.ifexists_weakens_security_condition"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.conditionedStatements {
            // A quick look that spares most conditions from being read.
            for condition in statement.conditions where condition.mayListEverything && MFACondition(condition) == nil {
                // A list of booleans is a mistake of its own.
                guard condition.operator?.name != .bool,
                    let test = ConditionTest(condition, hasVariables: policy.replacesVariables),
                    test.isAlwaysTrue == .yes
                else { continue }
                let edits = ConditionEditing.remove(condition, from: statement, context.editing)
                context.report(
                    .alwaysTrue(condition), at: condition.keyMember.key.span,
                    fix: edits.map { Fix("remove the condition", .preserving, $0) })
            }
        }
    }
}

extension Message {
    fileprivate static func alwaysTrue(_ condition: Condition) -> Message {
        let isWildcard = condition.values.contains { $0.value.hasWildcard }
        return Message(
            "`\(condition.operatorMember.key.value)` with this value holds for every request, whether it carries `\(condition.key.excerpt)` or not",
            help: "write the values that are meant, or remove the condition, which limits nothing",
            issue: isWildcard ? "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION" : .none)
    }
}
