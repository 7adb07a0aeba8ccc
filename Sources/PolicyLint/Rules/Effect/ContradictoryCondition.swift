/// Conditions that no request can meet together.
enum ContradictoryCondition: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "contradictory-condition", wing: .effect, severity: .warning, kinds: .policies, fixes: [.suggestion],
        references: [
            .accessAnalyzer("REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html"
            ),
            .peer(.iamPolicyValidator, "principal_validation.ineffective_deny_carve_out"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // A quick look that spares most conditions from being read.
        for statement in policy.conditionedStatements where mayContradict(statement) {
            check(statement, in: policy, &context)
        }
    }

    /// Whether two conditions of a statement may exclude one another.
    private static func mayContradict(_ statement: Statement) -> Bool {
        statement.repeatsConditionKey || statement.conditions.contains(where: \.mayListEverything)
    }

    private static func check(_ statement: Statement, in policy: Policy, _ context: inout RuleContext) {
        var earlier: [(condition: Condition, test: ConditionTest)] = []
        for condition in statement.conditions where !isLeftToMFA(condition) {
            guard let test = ConditionTest(condition, hasVariables: policy.replacesVariables) else { continue }
            if test.isNeverTrue == .yes {
                context.report(
                    .never(condition, allows: statement.allows), at: condition.keyMember.key.span,
                    fix: removal(of: statement, in: policy, context))
                return
            }
            // Under one operator the key stands twice, which is a flaw of another sort.
            let others = earlier.filter { $0.condition.operatorMember.span != condition.operatorMember.span }
            if let other = others.first(where: { $0.test.contradicts(test) == .yes }) {
                context.report(
                    .contradiction(condition.key, allows: statement.allows), at: condition.keyMember.key.span,
                    fix: removal(of: statement, in: policy, context),
                    related: [
                        Diagnostic.Related("the other condition stands here", at: other.condition.keyMember.key.span)
                    ])
                return
            }
            earlier.append((condition, test))
        }
    }

    /// Whether the rules on MFA say what there is to say of a condition. Of limits to how long ago MFA was given they look
    /// at each by itself.
    private static func isLeftToMFA(_ condition: Condition) -> Bool {
        guard let mfa = MFACondition(condition) else { return false }
        return mfa.key == .present || condition.operator?.name == .null || mfa.contexts?.contains(.withMFA) != true
    }

    /// Takes the statement out, which never applies. Mostly it is meant to, so this is for a person to choose.
    private static func removal(of statement: Statement, in policy: Policy, _ context: RuleContext) -> Fix? {
        policy.statementMember
            .flatMap { context.editing.removeElement(at: statement.node.span, of: $0.value) }
            .map { Fix("remove the statement, which never applies", .suggestion, $0) }
    }
}

extension Message {
    fileprivate static func never(_ condition: Condition, allows: Bool) -> Message {
        let isWildcard = condition.values.contains { $0.value.hasWildcard }
        return Message(
            "no value of `\(condition.key.excerpt)` meets this condition, so the statement \(allows ? "allows" : "denies") nothing",
            help: "say which values are meant",
            issue: isWildcard ? "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION" : .none)
    }

    fileprivate static func contradiction(_ key: String, allows: Bool) -> Message {
        Message(
            "no value of `\(key.excerpt)` meets both conditions, so the statement \(allows ? "allows" : "denies") nothing",
            help:
                "all conditions of a statement must hold: put values of which one is enough into one list, or write two statements",
            issue: .none)
    }
}
