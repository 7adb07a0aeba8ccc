/// A session of a role beside the role itself, which stands for all its sessions.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles>.
enum TrustPrincipalRedundant: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-principal-redundant", wing: .trust, severity: .note, kinds: .trustPolicy, fixes: [.preserving],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles"
            ),
            .accessAnalyzer("REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows {
            for principal in statement.principals {
                guard case .roleSession(let session) = principal.identity,
                    let role = statement.principals.first(where: { isRole($0, of: session) })
                else { continue }
                let edits = PrincipalEditing(statement, in: policy, context.editing).remove(principal)
                context.report(
                    .covered(by: role.value.value), at: principal.value.span,
                    fix: edits.map { Fix("remove the session, and keep its role", .preserving, $0) },
                    related: [Diagnostic.Related("the role stands here", at: role.value.span)])
            }
        }
    }

    /// Whether a principal is the role of a session. A session's ARN leaves out the role's path, which its name does
    /// not need: names are unique in an account.
    private static func isRole(_ principal: Principal, of session: AmazonResourceName) -> Bool {
        guard case .role(let role) = principal.identity else { return false }
        return role.partition == session.partition && role.account == session.account
            && role.resource.split(separator: "/").last == session.typeAndName.name.split(separator: "/").first
    }
}

extension Message {
    fileprivate static func covered(by role: String) -> Message {
        Message(
            "the role `\(role)` is trusted in the same statement, with all its sessions",
            help: "remove the session; or remove the role, if only this session is meant")
    }
}
