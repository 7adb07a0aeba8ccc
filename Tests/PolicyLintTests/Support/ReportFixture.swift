@testable import PolicyLint

/// Reports made by hand, for what no single rule shows.
enum ReportFixture {
    /// The report of a file whose places are marked with `⟦…⟧`; `diagnose` makes the diagnostics of
    /// the places.
    static func file(
        _ marked: String, name: String = "policy.json", kind: DocumentKind = .identityPolicy,
        secret: String? = nil, _ diagnose: ([SourceSpan], SourceFile) -> [Diagnostic]
    ) -> FileReport {
        let text = Marked(marked)
        let file = SourceFile(name: name, text: text.text)
        let credentials = secret.flatMap { text.text.firstRange(of: $0) }.map { range in
            let before = text.text[..<range.lowerBound].utf8.count
            let span = SourceSpan(before, before + text.text[range].utf8.count)
            return CredentialsList.Credential(secretAccessKey: span, span: span)
        }
        let nothing = JSONEntry(kind: .null, hasEscapes: false, start: 0, end: 0, count: 0, next: 1)
        let policy = Policy(JSONNode(of: JSONTree(entries: [nothing], texts: []), at: 0))
        let document = Document(
            kind: kind, content: credentials.map { .credentials(CredentialsList([$0])) } ?? .policy(policy),
            text: SourceText(file.bytes),
            span: SourceSpan(0, file.bytes.count))
        var report = FileReport(file: file)
        report.add(document, diagnose(text.marks, file))
        report.sort()
        return report
    }

    /// A report with one warning for each mark.
    static func warnings(_ marked: String) -> FileReport {
        file(marked) { marks, _ in marks.map { warning(at: $0) } }
    }

    static func warning(
        at span: SourceSpan, _ message: String = "this is not as it should be", help: String? = nil, fix: Fix? = nil,
        command: String? = nil, related: [Diagnostic.Related] = [], issues: [Diagnostic.AnalyzerIssue] = []
    ) -> Diagnostic {
        Diagnostic(
            rule: "example-rule", severity: .warning, span: span, message: message, help: help, fix: fix,
            command: command, related: related, issues: issues)
    }

    static func text(_ format: ReportFormat, _ files: [FileReport], options: ReportOptions = ReportOptions()) -> String
    {
        var text = ""
        format.write(Report(files: files, toolVersion: "1.2.3"), to: &text, options: options)
        return text
    }
}
