/// The unique id of a user or role that was deleted, where its ARN once stood.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>.
enum PrincipalUniqueID: PolicyRule {
    static let metadata = RuleMetadata(
        id: "principal-unique-id", wing: .trust, severity: .warning, kinds: .policiesWithPrincipal,
        fixes: [.narrowing],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids"),
            .accessAnalyzer("INVALID_ROLE_REFERENCE"),
            .accessAnalyzer("INVALID_USER_REFERENCE"),
            .peer(.parliament, "UNKNOWN_PRINCIPAL"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3512"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements {
            for principal in statement.principals {
                guard let kind = kind(principal) else { continue }
                let edits = PrincipalEditing(statement, in: policy, context.editing).remove(principal)
                context.report(
                    .dangling(principal.value.value, kind), at: principal.value.span,
                    fix: edits.map { Fix("remove the principal that no longer exists", .narrowing, $0) })
            }
            for principal in statement.notPrincipal.value?.principals ?? [] {
                guard let kind = kind(principal) else { continue }
                context.report(.dangling(principal.value.value, kind), at: principal.value.span)
            }
        }
    }

    private static func kind(_ principal: Principal) -> String? {
        let isUser = principal.value.value.hasPrefix("AIDA")
        guard isUser || principal.value.value.hasPrefix("AROA"), case .uniqueID = principal.identity else { return nil }
        return isUser ? "user" : "role"
    }
}

extension Message {
    fileprivate static func dangling(_ id: String, _ kind: String) -> Message {
        Message(
            "`\(id)` is the id that AWS leaves behind when a \(kind) is deleted, and names nobody now",
            help: "remove it, or write the ARN of a \(kind) that exists; a new one with the old name is not trusted",
            issue: kind == "user" ? "INVALID_USER_REFERENCE" : "INVALID_ROLE_REFERENCE")
    }
}
