/// An Allow that gives without MFA all that another statement of the policy gives only with it.
enum MFABypass: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "mfa-bypass", wing: .mfa, severity: .warning, kinds: DocumentKinds(.identityPolicy, .resourcePolicy),
        fixes: [.suggestion],
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html"),
            .peer(.parliament, "BAD_PATTERN_FOR_MFA"),
        ])

    static let keysOfConcern: NameSet? = MFACondition.keys

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        var reported: Set<Int> = []
        for strict in policy.conditionedStatements where strict.allows {
            // A quick look that spares most statements from being read.
            guard strict.mentionsMFA else { continue }
            guard MFAReading(strict)?.requiresMFA == true, MFAAudience.hasPeople(strict, context.document),
                let loose = MFARequirement.bypass(of: strict, in: policy), let effect = loose.effect.member,
                reported.insert(loose.index).inserted
            else { continue }
            let related = strict.condition.member.map { [Diagnostic.Related("MFA is required here", at: $0.key.span)] }
            context.report(.bypass, at: effect.value.span, fix: fix(loose, context), related: related ?? [])
        }
    }

    /// The looser statement may be meant to give more than the strict one, and that without MFA.
    private static func fix(_ statement: Statement, _ context: RuleContext) -> Fix? {
        ConditionEditing.add("Bool", MFACondition.Key.present.rawValue, "true", to: statement, context.editing)
            .map { Fix("require MFA here too", .suggestion, [$0]) }
    }
}

extension Message {
    fileprivate static let bypass = Message(
        "this statement allows without MFA all that another allows only with MFA: one that allows is enough",
        help: "leave out here what the other statement guards, or require MFA here too")
}
