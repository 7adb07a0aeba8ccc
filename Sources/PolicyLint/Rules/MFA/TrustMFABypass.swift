/// A trust policy that requires MFA of a person in one statement and not in another.
enum TrustMFABypass: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-mfa-bypass", wing: .mfa, severity: .error, kinds: .trustPolicy, fixes: [.narrowing, .suggestion],
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html")
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements {
            guard
                case .bypass(let person, let strict) = MFARequirement.trust(
                    statement, in: policy, ownAccount: context.ownAccount)
            else { continue }
            let related = strict.condition.member.map { [Diagnostic.Related("MFA is required here", at: $0.key.span)] }
            context.report(.bypass, at: person.value.span, fix: fix(statement, context), related: related ?? [])
        }
    }

    private static func fix(_ statement: Statement, _ context: RuleContext) -> Fix? {
        guard statement.principals.count == statement.peoplePrincipals.count,
            let edit = ConditionEditing.add(
                "Bool", MFACondition.Key.present.rawValue, "true", to: statement, context.editing)
        else { return nil }
        // This statement may be there for the machines, the other one for people.
        let mayAwaitMachines = statement.mayAwaitMachines || context.settings.putsRole(in: statement)
        return Fix("require MFA here too", mayAwaitMachines ? .suggestion : .narrowing, [edit])
    }
}

extension Message {
    fileprivate static let bypass = Message(
        "this statement lets people in without MFA, though another statement asks it of them: one statement that allows is enough",
        help: "require MFA in every statement that lets people assume the role, or remove this one")
}
