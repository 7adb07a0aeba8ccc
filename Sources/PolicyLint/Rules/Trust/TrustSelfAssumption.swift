/// A role that trusts itself.
///
/// Source: <https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior/>.
enum TrustSelfAssumption: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-self-assumption", wing: .trust, severity: .warning, kinds: .trustPolicy, fixes: [.narrowing],
        references: [
            .documentation(
                "https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior/")
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        guard let own = context.ownAccount, let name = ownName(context.document.owner) else { return }
        for statement in policy.statements where statement.allows && statement.allows(.assumeRole) {
            for principal in statement.principals where principal.identity.account == own {
                guard let role = roleName(principal.identity), role == name else { continue }
                let edits = PrincipalEditing(statement, in: policy, context.editing).remove(principal)
                context.report(
                    .itself(name), at: principal.value.span,
                    fix: edits.map { Fix("stop the role from assuming itself", .narrowing, $0) })
            }
        }
    }

    /// The name of the role that the document belongs to. Names are unique in an account, whatever the path.
    private static func ownName(_ owner: Owner) -> String? {
        guard owner.kind == .role else { return nil }
        return owner.name ?? owner.arn?.resource.split(separator: "/").last.map(String.init)
    }

    private static func roleName(_ identity: Principal.Identity) -> String? {
        switch identity {
        case .role(let arn): arn.resource.split(separator: "/").last.map(String.init)
        case .roleSession(let arn): arn.typeAndName.name.split(separator: "/").first.map(String.init)
        default: nil
        }
    }
}

extension Message {
    fileprivate static func itself(_ name: String) -> Message {
        Message(
            "the role `\(name)` trusts itself, so that a stolen session can be renewed without end",
            help: "remove the role from its own trust policy, and let software keep the session it has")
    }
}
