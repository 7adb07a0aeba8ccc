/// A text that cannot be read as a document: broken JSON, a wrong encoding.
enum UnreadableDocument: Rule {
    static let metadata = RuleMetadata(id: "unreadable-document", wing: .grammar, severity: .error, kinds: .all)

    static func check(_ document: Document, _ context: inout RuleContext) {
        guard case .unreadable(let reason) = document.content else { return }
        context.report(Message(reason.message, help: reason.help), at: reason.span)
    }
}
