/// A trust policy that lets people assume the role without MFA.
enum TrustMFAMissing: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-mfa-missing", wing: .mfa, severity: .warning, kinds: .trustPolicy, fixes: [.narrowing, .suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html")
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements {
            switch MFARequirement.trust(statement, in: policy, ownAccount: context.ownAccount) {
            case .missing(let person):
                let machine = machine(for: person, context)
                let mayAwaitMachines =
                    machine != nil || statement.mayAwaitMachines || context.settings.putsRole(in: statement)
                context.report(
                    machine.map { .missingForMachine($0.caller) }
                        ?? (mayAwaitMachines ? .missingBesideMachines : .missing),
                    at: person.value.span,
                    fix: fix(statement, mayAwaitMachines ? .suggestion : .narrowing, context))
            case .conditional(let person, let deny):
                let related = deny.condition.member.map {
                    [Diagnostic.Related("this Deny requires MFA only where its other conditions hold", at: $0.key.span)]
                }
                // The exception of that Deny may be meant: whoever it spares must not be locked out unasked.
                context.report(
                    .missingOutsideDeny, at: person.value.span, fix: fix(statement, .suggestion, context),
                    related: related ?? [])
            case .bypass, .settled: continue
            }
        }
    }

    /// The program whose role it is by its name, where the principal does not say that people come.
    private static func machine(for person: Principal, _ context: RuleContext) -> MachineRole? {
        if case .user = person.identity { return nil }
        return context.document.owner.roleName.flatMap(MachineRole.named)
    }

    /// Only where all principals are people: services, roles and federated users never carry MFA.
    private static func fix(_ statement: Statement, _ effect: Fix.Effect, _ context: RuleContext) -> Fix? {
        guard statement.principals.count == statement.peoplePrincipals.count,
            let edit = ConditionEditing.add(
                "Bool", MFACondition.Key.present.rawValue, "true", to: statement, context.editing)
        else { return nil }
        return Fix("require MFA", effect, [edit])
    }
}

extension Message {
    fileprivate static let missing = Message(
        "the role can be assumed without MFA: a leaked password or access key is enough",
        help: "require `aws:MultiFactorAuthPresent` in a `Bool` condition of this statement")

    fileprivate static let missingBesideMachines = Message(
        "the role can be assumed without MFA: a leaked password or access key is enough",
        help: """
            require `aws:MultiFactorAuthPresent` in a `Bool` condition of this statement if people assume the role; if \
            other roles do, which never carry MFA, name them in `Principal`
            """)

    fileprivate static func missingForMachine(_ caller: String) -> Message {
        Message(
            "people of this account can assume the role without MFA, too, which by its name is for \(caller)",
            help:
                "roles never carry MFA: ask for it only if nothing but people come; else name in `Principal` the roles that come",
            severity: .note)
    }

    fileprivate static let missingOutsideDeny = Message(
        "the role can be assumed without MFA wherever the further conditions of the Deny do not hold",
        help: "require `aws:MultiFactorAuthPresent` in a `Bool` condition of this statement, or in a Deny on MFA alone")
}
