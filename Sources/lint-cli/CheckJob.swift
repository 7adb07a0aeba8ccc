import PolicyLint

/// What `policylint check` does, once the command line is understood.
struct CheckJob {
    var inputs = Inputs()
    var settings = LintSettings()
    var format = ReportFormat.full
    var outputFile: String?
    var usesColor = Terminal.usesColor(.auto)
    var failOn = Severity.note
    var exitZero = false

    /// Lints, reports, and says how the program ends.
    func run() -> ExitCode {
        let outcome = inputs.lint(with: Linter(settings: settings))
        if let outputFile, let input = outcome.reports.first(where: { $0.isWritten(by: outputFile) }) {
            Output.complain(outputFile, "is `\(input.file.name)`, which was read: the report goes to another file")
            return .failure
        }
        var problems = outcome.failures.map { Report.Problem(path: $0.path, message: $0.message) }
        // The rule that says so may not be selected; a failure without a word helps nobody.
        let unread = outcome.reports.filter { $0.isUnreadable && !isSuppressed($0) }
        for report in unread where report.diagnostics.isEmpty {
            guard let reason = report.reasonNothingWasRead else { continue }
            problems.append(Report.Problem(path: report.file.name, message: "cannot be read: \(reason)"))
        }
        let report = Report(
            files: outcome.reports, toolVersion: Version.number, minimumSeverity: settings.minimumSeverity,
            problems: problems)
        guard write(report) else { return .failure }
        if let limitation = format.limitation(of: report) {
            Output.complain(outputFile ?? "standard output", limitation)
        }
        for failure in outcome.failures { Output.complain(failure.path, failure.message) }
        for report in unread where report.diagnostics.isEmpty {
            if let reason = report.reasonNothingWasRead { Output.complain("\(report.file.name):\(reason)") }
        }
        if !problems.isEmpty || !unread.isEmpty { return .failure }
        let fails = outcome.reports.contains { $0.diagnostics.contains { $0.severity >= failOn } }
        return fails && !exitZero ? .findings : .clean
    }

    /// Whether a person accepted that a file cannot be read.
    private func isSuppressed(_ report: FileReport) -> Bool {
        if !report.diagnostics.isEmpty || settings.suppressions.isEmpty { return false }
        var settings = settings
        settings.selectedRules = nil
        settings.ignoredRules = []
        settings.minimumSeverity = .note
        return Linter(settings: settings).lint(report.file).diagnostics.isEmpty
    }

    private func write(_ report: Report) -> Bool {
        let options = ReportOptions(
            color: usesColor && outputFile == nil, width: Platform.terminalWidth ?? ReportOptions().width)
        return Output.report(to: outputFile) { format.write(report, to: &$0, options: options) }
    }
}

extension CheckJob {
    /// The job of a command line without options: words that are all paths, or `check` and paths. There
    /// is nothing to parse then, and parsing would take longer than linting. Nil for any other.
    init?(plain words: ArraySlice<String>) {
        let subcommands = ["account", "fix", "explain", "rules", "help"]
        var paths = words
        if paths.first == "check" { paths = paths.dropFirst() }
        guard let first = paths.first, !subcommands.contains(first),
            paths.allSatisfy({ !$0.isEmpty && ($0 == "-" || !$0.hasPrefix("-")) })
        else { return nil }
        // A configuration that cannot be read is for the parsed way to complain of.
        guard let configuration = try? ConfigurationFile.read(named: nil),
            let catalogue = try? CatalogueFile.read(configuration.cataloguePath)
        else { return nil }
        self.init()
        settings = configuration.applied(to: settings)
        settings.catalogue = catalogue
        failOn = configuration.failOn ?? failOn
        inputs.paths = Array(paths)
        inputs.excluded = configuration.excludedFiles
        inputs.places = ConfigurationFile.places(of: inputs.paths, configuration, named: nil)
        settings.places = inputs.places
        settings.today = Timestamp(secondsSince1970: Platform.secondsSince1970)
    }
}

extension FileReport {
    /// Whether this path is that of the file, in which documents were found, so that a report must not take its place.
    fileprivate func isWritten(by path: String) -> Bool {
        guard !documents.isEmpty, let target = try? Platform.resolve(path) else { return false }
        return (try? Platform.resolve(file.name)) == target
    }
}
