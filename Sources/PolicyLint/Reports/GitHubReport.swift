/// Workflow commands, of which GitHub Actions makes annotations.
///
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
enum GitHubReport {
    /// Writes a report.
    static func write(_ report: Report, to sink: inout some ByteSink, options: ReportOptions) {
        for problem in report.problems {
            let path = options.repositoryPath(of: problem.path)
            sink.append("::error file=\(property(path)),title=policylint::\(data(problem.message))\n")
        }
        for fileReport in report.files where !fileReport.diagnostics.isEmpty {
            let file = ReportedFile(fileReport)
            let path = options.repositoryPath(of: file.name)
            for diagnostic in fileReport.diagnostics { sink.append(command(diagnostic, file, path)) }
        }
        for line in ReportSummary.lines(report) { sink.append(line + "\n") }
    }

    private static func command(_ diagnostic: Diagnostic, _ file: ReportedFile, _ path: String) -> String {
        let name =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        let (start, end) = (file.start(of: diagnostic.span), file.end(of: diagnostic.span))
        var properties = ["file=\(property(path))", "line=\(start.line)", "endLine=\(end.line)"]
        // Columns are for annotations within one line only.
        if start.line == end.line { properties += ["col=\(start.column)", "endColumn=\(end.column)"] }
        properties.append("title=\(property("policylint: " + diagnostic.rule))")
        var message = file.text(diagnostic.message)
        if let help = diagnostic.help { message += "\nhelp: " + file.text(help) }
        if let command = diagnostic.command { message += "\nrun: " + file.text(command) }
        if let fix = diagnostic.fix { message += "\n\(FullFinding.name(of: fix.effect)): " + file.text(fix.title) }
        return "::\(name) \(properties.joined(separator: ","))::\(data(message))\n"
    }

    /// The text of a command, escaped as the runner decodes it.
    static func data(_ text: String) -> String { escape(text, inProperty: false) }

    /// The value of a property, escaped as the runner decodes it.
    static func property(_ text: String) -> String { escape(text, inProperty: true) }

    private static func escape(_ text: String, inProperty: Bool) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result.append(contentsOf: "%25".unicodeScalars)
            case "\r": result.append(contentsOf: "%0D".unicodeScalars)
            case "\n": result.append(contentsOf: "%0A".unicodeScalars)
            case ":" where inProperty: result.append(contentsOf: "%3A".unicodeScalars)
            case "," where inProperty: result.append(contentsOf: "%2C".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
