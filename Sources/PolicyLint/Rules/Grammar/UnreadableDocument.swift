/// A text that cannot be read as a document: broken JSON, a wrong encoding, or not what was asked for.
enum UnreadableDocument: Rule {
    static let metadata = RuleMetadata(
        id: "unreadable-document", wing: .grammar, severity: .error, kinds: .all,
        references: [
            .accessAnalyzer("JSON_SYNTAX_ERROR"),
            .peer(.parliament, "MALFORMED_JSON"), .peer(.iamPolicyValidator, "policy_parsing.policy_parse_error"),
        ])

    static func check(_ document: Document, _ context: inout RuleContext) {
        guard case .unreadable(let reason) = document.content else { return }
        let isPolicy = DocumentKinds.policies.contains(context.document.kind)
        context.report(
            Message(reason.message, help: reason.help, issue: isPolicy ? .ofRule : .none), at: reason.span)
    }
}
