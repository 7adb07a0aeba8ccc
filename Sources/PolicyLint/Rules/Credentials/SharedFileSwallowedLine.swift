/// An indented line that becomes a part of the value above it.
enum SharedFileSwallowedLine: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "shared-file-swallowed-line", wing: .credentials, severity: .error, kinds: .sharedFiles,
        fixes: [.preserving, .suggestion],
        references: [.documentation("https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html")])

    static func check(_ file: SharedFile, _ context: inout RuleContext) {
        for problem in file.problems where problem.kind == .continuationLine {
            let above = file.sections.lazy.flatMap(\.properties).first { $0.span.overlaps(problem.span) }
            context.report(.swallowed(above?.name.value), at: problem.span, fix: fix(problem.span, file, context))
        }
    }

    /// Only what is plainly a setting or a header was meant to stand alone. A setting must not meet another of its
    /// name, and a header not take settings from the section above it unasked.
    private static func fix(_ span: SourceSpan, _ file: SharedFile, _ context: RuleContext) -> Fix? {
        let line = context.text[span]
        let name = SharedFile.settingName(of: line).lowercased()
        let isHeader = line.hasPrefix("[") && line.hasSuffix("]")
        let isSetting =
            line.hasPrefixIgnoringCase(name) && line.contains("=")
            && (SharedFileNames.profile.contains(name) || SharedFileNames.harmless.contains(name))
        let isAlone =
            isHeader
            ? file.isOnlyHeader(span, in: context.text, kind: context.document.kind)
            : isSetting && file.isOnlyMention(name, at: span, in: context.text)
        guard isAlone, let edit = context.sharedFileEditing.removeIndentation(before: Int(span.start))
        else { return nil }
        // The section's span ends with its last line, swallowed ones included.
        let isLast = file.section(at: span)?.span.end == span.end
        return Fix("move the line to the left margin", isHeader && !isLast ? .suggestion : .preserving, [edit])
    }
}

extension Message {
    fileprivate static func swallowed(_ name: String?) -> Message {
        let subject = name.map { "`\($0)`" } ?? "the setting above"
        return Message(
            "this line is indented, so AWS tools read it as a part of the value of \(subject)",
            help: "begin the line at the left margin; only nested settings, below one without a value, are indented")
    }
}
