/// Quotes around a value, which become a part of it.
enum SharedFileQuotedValue: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "shared-file-quoted-value", wing: .credentials, severity: .error, kinds: .sharedFiles, fixes: [.preserving],
        references: [.documentation("https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html")])

    static func check(_ file: SharedFile, _ context: inout RuleContext) {
        for problem in file.problems where problem.kind == .quotedValue {
            let name = file.sections.lazy.flatMap(\.properties).last { $0.span.start < problem.span.start }?.name.value
            let span = problem.span
            if span.count == 1 {
                let fix = Fix("remove the quote", .preserving, [.deletion(span)])
                context.report(.halfQuoted(name), at: span, fix: fix)
                continue
            }
            let edits = [
                TextEdit.deletion(SourceSpan(span.start, span.start + 1)),
                TextEdit.deletion(SourceSpan(span.end - 1, span.end)),
            ]
            context.report(.quoted(name), at: span, fix: Fix("remove the quotes", .preserving, edits))
        }
    }
}

extension Message {
    fileprivate static func halfQuoted(_ name: String?) -> Message {
        let subject = name.map { "`\($0)`" } ?? "this setting"
        return Message(
            "AWS tools take this quote, which has no partner, for a part of \(subject)",
            help: "write the value without quotes")
    }

    fileprivate static func quoted(_ name: String?) -> Message {
        let subject = name.map { "`\($0)`" } ?? "this setting"
        return Message(
            "AWS tools take the quotes for a part of \(subject)", help: "write the value without quotes")
    }
}
