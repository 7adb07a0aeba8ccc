/// A number that JSON readers cannot hold as it is written.
enum InexactNumber: Rule {
    static let metadata = RuleMetadata(
        id: "inexact-number", wing: .grammar, severity: .warning, kinds: .json,
        references: [.documentation("https://www.rfc-editor.org/rfc/rfc8259#section-6")])

    static func check(_ document: Document, _ context: inout RuleContext) {
        for oddity in document.oddities {
            guard case .inexactNumber(let value) = oddity.kind else { continue }
            context.report(.inexact(context.text[oddity.span], value), at: oddity.span)
        }
    }
}

extension Message {
    fileprivate static func inexact(_ written: String, _ read: String) -> Message {
        Message(
            "`\(written.excerpt)` is more than a JSON reader can hold; it may be read as `\(read)`",
            help: "write the number in quotes, or a number that 64 bits can hold")
    }
}
