/// A condition value that another value of the same list covers.
enum RedundantConditionValue: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "redundant-condition-value", wing: .effect, severity: .note,
        // In a trust policy it is the wildcard that is too much.
        kinds: .policies.subtracting(.trustPolicy), fixes: [.preserving],
        references: [
            .accessAnalyzer("REDUNDANT_CONDITION_VALUE_NUM"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        let hasVariables = policy.replacesVariables
        for statement in policy.conditionedStatements {
            // A quick look: one value alone has nothing to compare.
            for condition in statement.conditions where condition.values.count > 1 {
                for finding in RedundantValues.find(in: condition, hasVariables: hasVariables) {
                    let (value, cover) = (condition.values[finding.member], condition.values[finding.cover])
                    report(value, cover, condition, hasVariables, &context)
                }
            }
        }
    }

    private static func report(
        _ value: Located<String>, _ cover: Located<String>, _ condition: Condition, _ hasVariables: Bool,
        _ context: inout RuleContext
    ) {
        // A variable without a value may make the statement invalid, and so take part in what it does.
        func variables(_ text: String) -> Set<PolicyVariable> {
            GlobPattern(value: text, hasWildcards: true, hasVariables: hasVariables).variables
        }
        let isWithoutEffect = variables(value.value).isSubset(of: variables(cover.value))
        let edits =
            isWithoutEffect ? context.editing.removeElement(at: value.span, of: condition.keyMember.value) : nil
        context.report(
            .covered(value.value, by: cover.value, condition), at: value.span,
            fix: edits.map { Fix("remove `\(value.value.excerpt)`", .preserving, $0) },
            related: [Diagnostic.Related("`\(cover.value.excerpt)` stands here", at: cover.span)])
    }
}

extension Message {
    fileprivate static func covered(_ value: String, by cover: String, _ condition: Condition) -> Message {
        let isNumeric = condition.operator?.name.rawValue.hasPrefix("Numeric") ?? false
        return Message(
            "`\(value.excerpt)` adds nothing to `\(cover.excerpt)`: one value that matches is enough",
            help: "remove it; or remove `\(cover.excerpt)`, if it says more than is meant",
            issue: isNumeric ? "REDUNDANT_CONDITION_VALUE_NUM" : .none)
    }
}
