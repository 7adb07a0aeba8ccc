/// A section or a setting that a shared file holds twice.
enum SharedFileDuplicate: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "shared-file-duplicate", wing: .credentials, severity: .error, kinds: .sharedFiles, fixes: [.preserving],
        references: [.documentation("https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html")])

    static func check(_ file: SharedFile, _ context: inout RuleContext) {
        for problem in file.problems {
            switch problem.kind {
            case .duplicateSection(let first):
                context.report(
                    .section(context.text[problem.span]), at: problem.span,
                    fix: merge(problem.span, first, file, context),
                    related: [.init("the first section of this name", at: first)])
            case .duplicateProperty(let first):
                context.report(
                    .property(context.text[problem.span]), at: problem.span,
                    fix: removeEarlier(problem.span, first, file, context),
                    related: [.init("the first value", at: first)])
            case .unparsable, .emptyName, .propertyOutsideSection, .unclosedSection, .nestedWithoutEquals,
                .nestedEmptyName,
                .invalidEncoding, .byteOrderMark, .respeltSection, .twoDefaults, .inlineComment, .colonSeparator,
                .continuationLine, .indentedFirstLine, .exportPrefix, .quotedValue, .configparserDefault, .paddedHeader,
                .bracketBehindHeader, .nameOnlyCLIReads, .ignoredSection:
                break
            }
        }
    }

    /// The SDKs take the last value, so the one before it goes.
    private static func removeEarlier(
        _ later: SourceSpan, _ first: SourceSpan, _ file: SharedFile, _ context: RuleContext
    ) -> Fix? {
        guard
            let section = file.sections.first(where: { $0.properties.contains { $0.name.span.start == first.start } }),
            let name = section.properties.first(where: { $0.name.span.start == first.start })?.name.value,
            let earlier = section.properties.last(where: {
                $0.name.span.start < later.start && $0.name.value.equalsIgnoringCase(name)
            })
        else { return nil }
        let edit = context.sharedFileEditing.removeLines(of: earlier.span)
        return Fix("remove the earlier `\(name)`, which the SDKs ignore", .preserving, [edit])
    }

    /// A section right behind the one it repeats becomes one with it when its header goes.
    private static func merge(
        _ second: SourceSpan, _ first: SourceSpan, _ file: SharedFile, _ context: RuleContext
    ) -> Fix? {
        let pairs = zip(file.sections, file.sections.dropFirst())
        guard let (before, section) = pairs.first(where: { $1.header.span == second }),
            before.header.value == section.header.value
        else { return nil }
        let edit = context.sharedFileEditing.removeLines(of: second)
        return Fix("make one section of the two", .preserving, [edit])
    }
}

extension Message {
    fileprivate static func section(_ header: String) -> Message {
        Message(
            "`[\(header)]` stands twice: the AWS CLI refuses the whole file, the SDKs merge the two",
            help: "keep one section and move all settings into it")
    }

    fileprivate static func property(_ name: String) -> Message {
        Message(
            "`\(name)` stands twice in its section: the AWS CLI refuses the whole file, the SDKs take the last",
            help: "keep the one value that is right")
    }
}
