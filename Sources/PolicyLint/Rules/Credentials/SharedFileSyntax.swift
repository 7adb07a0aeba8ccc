/// A line of a shared credentials or config file that every tool refuses.
enum SharedFileSyntax: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "shared-file-syntax", wing: .credentials, severity: .error, kinds: .sharedFiles, fixes: [.preserving],
        references: [.documentation("https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html")])

    static func check(_ file: SharedFile, _ context: inout RuleContext) {
        for problem in file.problems {
            switch problem.kind {
            case .unparsable: context.report(.unparsable, at: problem.span)
            case .emptyName: context.report(.emptyName, at: problem.span)
            case .propertyOutsideSection: context.report(.outsideSection, at: problem.span)
            case .unclosedSection: context.report(.unclosed, at: problem.span, fix: close(problem.span, file, context))
            case .nestedWithoutEquals: context.report(.nestedWithoutEquals, at: problem.span)
            case .invalidEncoding: context.report(.invalidEncoding, at: problem.span)
            case .nestedEmptyName, .byteOrderMark, .duplicateSection, .respeltSection, .duplicateProperty, .twoDefaults,
                .inlineComment,
                .colonSeparator, .continuationLine, .indentedFirstLine, .exportPrefix, .quotedValue,
                .configparserDefault, .paddedHeader, .bracketBehindHeader, .nameOnlyCLIReads, .ignoredSection:
                break
            }
        }
    }

    /// Only where the line is a header and nothing else, and its section meets no other.
    private static func close(_ span: SourceSpan, _ file: SharedFile, _ context: RuleContext) -> Fix? {
        let header = context.text[span]
        guard let section = file.section(at: span), file.isOnlySection(section),
            !header.utf8.contains(where: { $0.beginsComment || $0 == UInt8(ascii: "=") })
        else { return nil }
        return Fix("close the header with `]`", .preserving, [.insertion("]", at: Int(span.end))])
    }
}

extension Message {
    fileprivate static let unparsable = Message(
        "this line is neither a `[section]` nor `name = value`, so no AWS tool reads the file",
        help: "write `name = value`, or begin the line with `#` to make it a comment")
    fileprivate static let emptyName = Message(
        "this line has no name before its `=`, so AWS tools refuse the file", help: "write `name = value`")
    fileprivate static let outsideSection = Message(
        "this setting stands before the first section, so no AWS tool reads the file",
        help: "put `[default]` on a line above it")
    fileprivate static let unclosed = Message(
        "this section header has no closing `]`, so no AWS tool reads the file", help: "add `]` at the end of the line")
    fileprivate static let nestedWithoutEquals = Message(
        "this nested setting has no `=`, so no AWS tool reads the file",
        help: "write `name = value`; a setting whose value is empty takes the indented lines below it as its own")
    fileprivate static let invalidEncoding = Message(
        "this byte is not UTF-8, and the AWS CLI refuses the whole file for it", help: "save the file as UTF-8")
}
