/// `export` before a setting, as a shell has it.
enum SharedFileExportPrefix: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "shared-file-export-prefix", wing: .credentials, severity: .error, kinds: .sharedFiles,
        fixes: [.preserving],
        references: [.documentation("https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html")])

    static func check(_ file: SharedFile, _ context: inout RuleContext) {
        for problem in file.problems where problem.kind == .exportPrefix {
            let properties = file.sections.lazy.flatMap(\.properties)
            guard let property = properties.first(where: { $0.span.start == problem.span.start }) else { continue }
            context.report(
                .export(property.name.value), at: problem.span, fix: fix(problem.span, property, file, context))
        }
    }

    /// Without `export` the line sets what it names, so that nothing else may.
    private static func fix(
        _ span: SourceSpan, _ property: SharedFile.Property, _ file: SharedFile, _ context: RuleContext
    ) -> Fix? {
        guard file.isOnlyMention(property.name.value, at: property.name.span, in: context.text) else { return nil }
        return Fix("remove `export`", .preserving, [.deletion(SourceSpan(span.start, property.name.span.start))])
    }
}

extension Message {
    fileprivate static func export(_ name: String) -> Message {
        Message(
            "no AWS tool reads `\(name)` here: with `export` before it, it is another setting's name",
            help: "shared files are no shell scripts; write `\(name.lowercased()) = …`")
    }
}
