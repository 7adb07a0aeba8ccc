/// Lints files: sources in, reports out. It reads nothing and writes nothing.
public struct Linter: Sendable {
    /// What the person configured.
    public let settings: LintSettings
    private let rules: [ActiveRule]
    /// Those of a kind of document, sorted out when the first document of the kind comes.
    private let rulesOfKinds = Memo<DocumentKind, [ActiveRule]>()

    /// A linter with these settings.
    public init(settings: LintSettings = LintSettings()) {
        self.settings = settings
        rules = RuleCatalogue.rules.compactMap { type in
            let metadata = type.metadata
            guard settings.selectedRules?.contains(metadata.id) ?? true, !settings.ignoredRules.contains(metadata.id)
            else { return nil }
            return ActiveRule(type, metadata)
        }
    }

    /// What is wrong with the documents of a file.
    public func lint(_ file: SourceFile) -> FileReport {
        FileReport(merging: FilePart.parts(of: file, kind: settings.kind(of: file)).map { lint(file, $0) }, of: file)
    }

    /// What is wrong with the documents of a part of a file.
    public func lint(_ file: SourceFile, _ part: FilePart) -> FileReport {
        var report = FileReport(file: file)
        DocumentFinder(kind: settings.kind(of: file)).documents(in: file, part: part) { document in
            var suppressions = SuppressionTally()
            let found = lint(document, in: file, &suppressions)
            report.add(document, found)
            report.add(suppressions)
        }
        report.sort()
        return report
    }

    /// The diagnostics of one document, in places of the document's text.
    private func lint(
        _ document: Document, in file: SourceFile, _ suppressions: inout SuppressionTally
    ) -> [Diagnostic] {
        let rules = rulesOfKinds.answer(document.kind) {
            self.rules.filter { $0.metadata.kinds.contains(document.kind) }
        }
        var context = RuleContext(
            document: document, file: file, settings: settings.ruleSettings(for: file), rules: rules)
        if case .policy(let policy) = document.content {
            Self.check(policy, rules, &context)
        } else {
            for index in rules.indices {
                context.running = index
                rules[index].type.check(document, &context)
            }
        }
        return context.diagnostics.filter {
            !suppressions.hides($0, in: file, settings) && $0.severity >= settings.minimumSeverity
        }
    }

    /// Hands a policy to the rules: to nearly all without the document around it.
    private static func check(_ policy: Policy, _ rules: [ActiveRule], _ context: inout RuleContext) {
        for index in rules.indices {
            context.running = index
            if let rule = rules[index].ofPolicies {
                rule.check(policy, &context)
            } else {
                rules[index].type.check(context.document, &context)
            }
        }
    }

    /// Whether a person accepts, by a suppression with its reason, that a file cannot be read.
    public func accepts(unreadable report: FileReport) -> Bool {
        if settings.suppressions.isEmpty || !report.diagnostics.isEmpty { return false }
        var settings = settings
        settings.selectedRules = nil
        settings.ignoredRules = []
        settings.minimumSeverity = .note
        return Linter(settings: settings).lint(report.file).diagnostics.isEmpty
    }
}
