/// A byte order mark before a JSON document that is handed to AWS as it stands: a policy, or the input of
/// `put-bucket-versioning`. Before the answer of a command it does no harm: nobody hands that back, and the
/// policies in it are taken out of it.
enum ByteOrderMark: Rule {
    static let metadata = RuleMetadata(
        id: "byte-order-mark", wing: .grammar, severity: .warning,
        kinds: [.policies, DocumentKinds(.versioningConfiguration)], fixes: [.preserving],
        references: [
            .documentation("https://www.rfc-editor.org/rfc/rfc8259#section-8.1"),
            .peer(.parliament, "MALFORMED_JSON"),
        ])

    static func check(_ document: Document, _ context: inout RuleContext) {
        for oddity in document.oddities where oddity.kind == .byteOrderMark {
            context.report(
                .byteOrderMark, at: oddity.span,
                fix: Fix("remove the byte order mark", .preserving, [.deletion(oddity.span)]))
        }
    }
}

extension Message {
    fileprivate static let byteOrderMark = Message(
        "an invisible byte order mark stands before the document, where AWS expects `{`",
        help: "save the file as UTF-8 without BOM")
}
