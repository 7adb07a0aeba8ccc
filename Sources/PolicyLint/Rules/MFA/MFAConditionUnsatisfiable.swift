/// A condition that requires MFA of somebody who can never show it.
enum MFAConditionUnsatisfiable: StatementRule {
    static let metadata = RuleMetadata(
        id: "mfa-condition-unsatisfiable", wing: .mfa, severity: .error,
        kinds: DocumentKinds(.trustPolicy, .identityPolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html")
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.allows, statement.mentionsMFA, let reading = MFAReading(statement), reading.requiresMFA,
            let culprit = reading.conditions.first?.condition
        else { return }
        if context.document.kind == .trustPolicy {
            let machines = statement.principalsWithoutMFA
            guard let machine = machines.first else { return }
            let everyone = machines.count == statement.principals.count
            context.report(
                .unsatisfiable(machine.value.value, everyone: everyone), at: culprit.keyMember.key.span,
                related: [Diagnostic.Related("this principal never carries the key", at: machine.value.span)])
        } else if context.document.owner.kind == .role {
            context.report(.roleSession, at: culprit.keyMember.key.span)
        }
    }
}

extension Message {
    fileprivate static func unsatisfiable(_ principal: String, everyone: Bool) -> Message {
        Message(
            everyone
                ? "`\(principal)` never carries this key, so the statement never lets it in"
                : "`\(principal)` never carries this key, so this statement lets only the other principals in",
            help: "leave the condition to a statement for IAM users; guard this principal by its own keys")
    }

    fileprivate static let roleSession = Message(
        "the sessions of a role never carry this key, so the statement never allows anything",
        help: "require MFA in the role's trust policy instead")
}
