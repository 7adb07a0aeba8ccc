/// A comment behind a value, which the AWS CLI takes for a part of the value.
enum SharedFileInlineComment: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "shared-file-inline-comment", wing: .credentials, severity: .error, kinds: .sharedFiles,
        fixes: [.preserving],
        references: [.documentation("https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html")])

    static func check(_ file: SharedFile, _ context: inout RuleContext) {
        for problem in file.problems where problem.kind == .inlineComment {
            let property = file.sections.lazy.flatMap(\.properties).first { $0.value.span.end == problem.span.end }
            let edit = context.sharedFileEditing.breakLine(before: Int(problem.span.start))
            context.report(
                .comment(property?.name.value), at: problem.span,
                fix: Fix("put the comment on a line of its own", .preserving, [edit]))
        }
    }
}

extension Message {
    fileprivate static func comment(_ name: String?) -> Message {
        let subject = name.map { "`\($0)`" } ?? "the value"
        return Message(
            "the AWS CLI takes this comment for a part of \(subject), the SDKs leave it out",
            help: "put the comment on a line of its own")
    }
}
