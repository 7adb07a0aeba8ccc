/// A section whose header no tool takes for a profile.
enum SharedFileIgnoredSection: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "shared-file-ignored-section", wing: .credentials, severity: .warning, kinds: .sharedFiles,
        fixes: [.preserving],
        references: [.documentation("https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html")])

    static func check(_ file: SharedFile, _ context: inout RuleContext) {
        for problem in file.problems {
            guard case .ignoredSection(let misnomer, let correction) = problem.kind else { continue }
            let header = context.text[problem.span]
            context.report(
                .ignored(misnomer, header, correction), at: problem.span,
                fix: fix(problem.span, correction, file, context))
        }
    }

    /// Renames the section, unless there is one of that name.
    private static func fix(
        _ span: SourceSpan, _ correction: String?, _ file: SharedFile, _ context: RuleContext
    ) -> Fix? {
        guard let correction else { return nil }
        let meant = SharedFileHeader.read(correction, kind: context.document.kind)
        let isTaken = file.sections.contains { $0.role == meant.role && $0.name == meant.name }
        let rivals = file.problems.filter { problem in
            if case .ignoredSection(_, let other) = problem.kind { other == correction } else { false }
        }
        guard !isTaken, rivals.count == 1 else { return nil }
        return Fix(
            "rename the section to `[\(correction)]`", .preserving, [TextEdit(replacing: span, with: correction)])
    }
}

extension Message {
    fileprivate static func ignored(
        _ misnomer: SharedFileHeader.Misnomer, _ header: String, _ correction: String?
    ) -> Message {
        let help = correction.map { "write `[\($0)]`" }
        return switch misnomer {
        case .profilePrefixInCredentials:
            Message(
                "in the credentials file `[\(header)]` is not the profile of that name: the SDKs ignore it",
                help: help ?? "leave out the word `profile`, which only the config file has")
        case .configSectionInCredentials:
            Message(
                "`[\(header)]` is read in the config file only", help: "move the section to `~/.aws/config`")
        case .missingProfilePrefix:
            Message("in the config file no AWS tool takes `[\(header)]` for a profile", help: help)
        case .unquotedSpace:
            Message(
                "no AWS tool reads `[\(header)]`: a name with a space needs quotes, and many SDKs refuse it even then",
                help: help ?? "choose a name without spaces")
        case .unbalancedQuote:
            Message("no AWS tool reads `[\(header)]`: a quote has no partner", help: "close the quote, or remove it")
        case .misspelt:
            Message("no AWS tool knows `[\(header)]`", help: help)
        }
    }
}
