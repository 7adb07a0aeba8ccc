/// A byte order mark before a JSON document.
enum ByteOrderMark: Rule {
    static let metadata = RuleMetadata(
        id: "byte-order-mark", wing: .grammar, severity: .warning, kinds: .json, fixes: [.preserving],
        references: [.documentation("https://www.rfc-editor.org/rfc/rfc8259#section-8.1")])

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
