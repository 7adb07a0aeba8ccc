/// A comparison that only asks whether the key is there.
enum DisguisedNullTest: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "disguised-null-test", wing: .effect, severity: .note,
        // The claims of tokens have rules of their own, and `*` for them is graver than this.
        kinds: .policies.subtracting(.trustPolicy), fixes: [.suggestion],
        references: [
            .accessAnalyzer("EQUIVALENT_TO_NULL_FALSE"), .accessAnalyzer("EQUIVALENT_TO_NULL_TRUE"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null"
            ),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.conditionedStatements {
            guard let block = statement.condition.value else { continue }
            for condition in block.conditions where condition.mayListEverything && !isOrdinary(condition, statement) {
                guard let test = ConditionTest(condition, hasVariables: policy.replacesVariables) else { continue }
                let asksAbsence = test.asksAbsenceOnly == .yes
                guard asksAbsence ? !condition.isOn(UbiquitousKey.all) : test.asksPresenceOnly == .yes else {
                    continue
                }
                let edits = ConditionEditing.replace(
                    condition, in: block, with: "Null", condition.key, asksAbsence ? "true" : "false", context.editing)
                context.report(
                    asksAbsence ? .absence(condition.key) : .presence(condition.key), at: condition.keyMember.key.span,
                    fix: edits.map {
                        Fix("say with `Null` that the key must \(asksAbsence ? "not " : "")be there", .suggestion, $0)
                    })
            }
        }
    }

    /// Whether a condition says what it says in the usual way: `Null` itself. MFA is for other rules, and so are lists of
    /// booleans, and wildcards for accounts and organizations that let everybody in.
    private static func isOrdinary(_ condition: Condition, _ statement: Statement) -> Bool {
        guard let test = condition.operator else { return false }
        let letsIn = statement.allowsMore(byListingMoreIn: test)
        return test.name == .null || test.name == .bool || (letsIn && condition.isOn(SensitiveKey.all))
            || MFACondition(condition) != nil
    }
}

extension Message {
    fileprivate static func presence(_ key: String) -> Message {
        Message(
            "this condition only asks that the request carries `\(key.excerpt)`, whatever its value",
            help: "write the values that are meant; or `\"Null\": { \"\(key)\": \"false\" }`, which says it plainly",
            issue: "EQUIVALENT_TO_NULL_FALSE")
    }

    fileprivate static func absence(_ key: String) -> Message {
        Message(
            "this condition holds only for requests that do not carry `\(key.excerpt)`: with the key, whatever its value, it never does",
            help: "write the values that are meant; or `\"Null\": { \"\(key)\": \"true\" }`, which says it plainly",
            issue: "EQUIVALENT_TO_NULL_TRUE")
    }
}
