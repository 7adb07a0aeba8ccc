/// A section or a setting that a shared file holds twice.
enum SharedFileDuplicate: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "shared-file-duplicate", wing: .credentials, severity: .error, kinds: .sharedFiles,
        fixes: [.preserving, .suggestion],
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
                checkProperty(problem.span, first, file, &context)
            case .unparsable, .emptyName, .propertyOutsideSection, .unclosedSection, .nestedWithoutEquals,
                .nestedEmptyName,
                .invalidEncoding, .byteOrderMark, .respeltSection, .twoDefaults, .inlineComment, .colonSeparator,
                .continuationLine, .indentedFirstLine, .exportPrefix, .quotedValue, .configparserDefault, .paddedHeader,
                .bracketBehindHeader, .nameOnlyCLIReads, .ignoredSection:
                break
            }
        }
    }

    private static func checkProperty(
        _ span: SourceSpan, _ first: SourceSpan, _ file: SharedFile, _ context: inout RuleContext
    ) {
        guard let section = file.section(at: span),
            let later = section.properties.last(where: { $0.name.span == span })
        else { return }
        let earlier = section.properties.last {
            $0.name.span.start < span.start && $0.readers != .none
                && $0.name.value.equalsIgnoringCase(later.name.value)
        }
        context.report(
            .property(context.text[span], later.readers), at: span,
            fix: earlier.flatMap { remove($0, before: later, file, context) },
            related: [.init("the first value", at: first)])
    }

    /// The SDKs take the last value, so the one before it goes, if they read the last. What is swallowed by
    /// the one before it may be meant to stay.
    private static func remove(
        _ earlier: SharedFile.Property, before later: SharedFile.Property, _ file: SharedFile, _ context: RuleContext
    ) -> Fix? {
        let swallows = file.problems.contains { $0.kind == .continuationLine && $0.span.overlaps(earlier.span) }
        guard later.readers == .all, !swallows else { return nil }
        // A key that nobody has any more is lost, and may be needed elsewhere.
        let losesKey =
            SharedFileNames.isOfCredentials(earlier.name.value) && earlier.value.value != later.value.value
        return Fix(
            "remove the earlier `\(earlier.name.value)`, which the SDKs ignore", losesKey ? .suggestion : .preserving,
            [context.sharedFileEditing.removeLines(of: earlier.span)])
    }

    /// A section right behind the one it repeats becomes one with it when its header goes, unless its first setting
    /// would then continue the value above it.
    private static func merge(
        _ second: SourceSpan, _ first: SourceSpan, _ file: SharedFile, _ context: RuleContext
    ) -> Fix? {
        let pairs = zip(file.sections, file.sections.dropFirst())
        guard let (before, section) = pairs.first(where: { $1.header.span == second }),
            before.header.value == section.header.value,
            !file.swallowsHeader(before, in: context.text),
            !file.problems.contains(where: { $0.kind == .indentedFirstLine && $0.span.overlaps(section.span) })
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

    fileprivate static func property(_ name: String, _ readers: SharedFile.Property.Readers) -> Message {
        let sdks =
            switch readers {
            case .all: "the SDKs take the last"
            case .awsCLI: "the SDKs do not read this one"
            case .none: "the SDKs read neither"
            }
        return Message(
            "`\(name)` stands twice in its section: the AWS CLI refuses the whole file, \(sdks)",
            help: "keep the one value that is right")
    }
}
