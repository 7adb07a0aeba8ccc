/// A negated condition that excepts every value of a key which every signed request carries.
enum ExceptionForEverything: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "exception-for-everything", wing: .conditions, severity: .warning, kinds: .policies,
        references: [
            .accessAnalyzer("REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"),
            .peer(.iamPolicyValidator, "principal_validation.ineffective_deny_carve_out"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.conditionedStatements {
            for condition in statement.conditions where condition.isOn(UbiquitousKey.all) {
                // A quick look that spares most conditions from being read.
                guard condition.mayListEverything else { continue }
                guard condition.operator?.isNegated == true,
                    let test = ConditionTest(condition, hasVariables: policy.replacesVariables),
                    test.accepted.isNothing == .yes, test.isNeverTrue != .yes
                else { continue }
                context.report(
                    .exceptsAll(condition, denies: statement.denies), at: condition.keyMember.key.span)
            }
        }
    }
}

extension Message {
    fileprivate static func exceptsAll(_ condition: Condition, denies: Bool) -> Message {
        let (key, name) = (condition.key.excerpt, condition.operatorMember.key.value)
        return Message(
            "every signed request carries `\(key)`, and `\(name)` excepts every value of it, so the statement \(denies ? "denies" : "allows") none of them",
            help: denies
                ? "name those whom the Deny must spare; or remove the statement, which stops nobody"
                : "name those whom the Allow must leave out; or remove the statement, which lets nobody in")
    }
}
