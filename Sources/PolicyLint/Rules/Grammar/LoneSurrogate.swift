/// An escape sequence that is half of a character.
enum LoneSurrogate: Rule {
    static let metadata = RuleMetadata(
        id: "lone-surrogate", wing: .grammar, severity: .warning, kinds: .json,
        references: [.documentation("https://www.rfc-editor.org/rfc/rfc8259#section-8.2")])

    static func check(_ document: Document, _ context: inout RuleContext) {
        for oddity in document.oddities where oddity.kind == .loneSurrogate {
            context.report(.halfACharacter(context.text[oddity.span]), at: oddity.span)
        }
    }
}

extension Message {
    fileprivate static func halfACharacter(_ escape: String) -> Message {
        Message(
            "`\(escape)` is half of a character, which every reader treats differently",
            help: "write the character itself, or both halves: `\\ud83d\\ude42`")
    }
}
