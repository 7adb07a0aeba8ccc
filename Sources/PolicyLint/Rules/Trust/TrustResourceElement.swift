/// `Resource` or `NotResource` in a trust policy, where AWS takes neither.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>.
enum TrustResourceElement: StatementRule {
    static let metadata = RuleMetadata(
        id: "trust-resource-element", wing: .trust, severity: .error, kinds: .trustPolicy,
        fixes: [.preserving, .suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html"),
            .accessAnalyzer("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE"),
            .peer(.iamPolicyValidator, "policy_structure.unexpected_resource"), .peer(.cfnLint, "E3530"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        let own = context.document.owner.arn?.description
        for element in [statement.resource, statement.notResource] {
            guard let member = element.member else { continue }
            let isBare = context.document.owner.kind == nil && context.settings.kind == nil
            context.report(
                isBare ? .bareDocument(member.key.value) : .element(member.key.value), at: member.key.span,
                fix: fix(member, element, own: own, statement, context))
        }
    }

    /// Without the element the statement is about the role itself. That is what `*` says too; of anything else only
    /// the author knows whether it was meant.
    private static func fix(
        _ member: JSONMember, _ element: Element<StringList>, own: String?, _ statement: Statement,
        _ context: RuleContext
    ) -> Fix {
        let list = element.value
        let meansRole =
            member.key.value == "Resource" && list?.items.isEmpty == false && list?.unrecognised.isEmpty == true
            && list?.items.allSatisfy { $0.value == "*" || $0.value == own } == true
        let edits = context.editing.removeMembers(of: statement.node) { $0.span == member.span }
        return Fix("remove `\(member.key.value)`", meansRole ? .preserving : .suggestion, edits)
    }
}

extension Message {
    fileprivate static func element(_ name: String) -> Message {
        Message(
            "AWS refuses a trust policy with `\(name)`: it is always about the role it belongs to",
            help: "remove `\(name)`; what the role may do stands in its permissions policies")
    }

    fileprivate static func bareDocument(_ name: String) -> Message {
        Message(
            "AWS refuses a trust policy with `\(name)`: it is always about the role it belongs to",
            help: """
                remove `\(name)`; if this is no trust policy but the policy of an endpoint or an organization, say so with \
                `--kind vpc-endpoint-policy` or `--kind resource-control-policy`
                """)
    }
}
