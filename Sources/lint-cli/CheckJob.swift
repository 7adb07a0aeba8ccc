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
    /// The path of the configuration whose suppressions are judged; nil where the command line leaves out findings that
    /// they may be for.
    var judgedConfiguration: String?

    /// Lints, reports, and ends the program.
    func run() -> Never {
        let linter = Linter(settings: settings)
        let outcome = inputs.lint(with: linter)
        let code = report(outcome, linter)
        // The system takes all memory back at once, sooner than it could be freed piece by piece.
        withExtendedLifetime((linter, outcome)) { Platform.exit(code.rawValue) }
    }

    /// Reports what was found, and says how the program ends.
    private func report(_ outcome: LintRun.Outcome, _ linter: Linter) -> ExitCode {
        if let outputFile, let input = Self.input(at: outputFile, among: outcome.reports) {
            Output.complain(outputFile, "is `\(input)`, which was read: the report goes to another file")
            return .failure
        }
        let unread = outcome.reports.filter { $0.isUnreadable && !linter.accepts(unreadable: $0) }
        // The rule that says so may not be selected; a failure without a word helps nobody.
        let unsaid = unread.filter(\.diagnostics.isEmpty).map { ($0.file.name, $0.reasonNothingWasRead ?? "") }
        let problems =
            outcome.failures.map { Report.Problem(path: $0.path, message: $0.message) }
            + unsaid.map { Report.Problem(path: $0, message: "cannot be read: \($1)") }
        let report = Report(
            files: outcome.reports, toolVersion: Version.number, minimumSeverity: settings.minimumSeverity,
            problems: problems, excludedFiles: outcome.excludedFiles)
        guard write(report) else { return .failure }
        if let limitation = format.limitation(of: report) {
            Output.complain(outputFile ?? "standard output", limitation)
        }
        for failure in outcome.failures { Output.complain(failure.path, failure.message) }
        for (name, reason) in unsaid { Output.complain("\(name):\(reason)") }
        if !outcome.failures.isEmpty || !unread.isEmpty { return .failure }
        if let judgedConfiguration {
            let judgement = StaleSuppressions(of: settings, outcome.reports, directories: inputs.directories)
            for (place, message) in judgement.complaints { Output.complain("\(judgedConfiguration):\(place)", message) }
        }
        let fails = outcome.reports.contains { $0.diagnostics.contains { $0.severity >= failOn } }
        return fails && !exitZero ? .findings : .clean
    }

    /// The file with documents in whose place a report would be written; nil where it takes none's.
    private static func input(at path: String, among reports: [FileReport]) -> String? {
        guard (try? Platform.state(of: path))?.type == .regular, let target = try? Platform.resolve(path) else {
            return nil
        }
        return reports.first { !$0.documents.isEmpty && (try? Platform.resolve($0.file.name)) == target }?.file.name
    }

    private func write(_ report: Report) -> Bool {
        Output.report(to: outputFile, usesColor: usesColor) { format.write(report, to: &$0, options: $1) }
    }
}

extension CheckJob {
    /// The job of a command line that needs no parser; nil for any other.
    init?(plain words: ArraySlice<String>) {
        // A configuration that cannot be read is for the parsed way to complain of.
        guard let plain = PlainWords(words),
            let configuration = plain.readsConfiguration ? try? ConfigurationFile.read(named: nil) : Configuration(),
            let catalogue = try? CatalogueFile.read(configuration.cataloguePath)
        else { return nil }
        self.init()
        settings = configuration.applied(to: settings)
        settings.catalogue = catalogue
        failOn = configuration.failOn ?? failOn
        format = plain.format ?? format
        outputFile = plain.outputFile
        inputs.paths = plain.paths
        inputs.threads = plain.threads ?? inputs.threads
        inputs.excluded = configuration.excludedFiles
        inputs.places = ConfigurationFile.places(of: inputs.paths, configuration)
        settings.places = inputs.places
        settings.today = Timestamp(secondsSince1970: Platform.secondsSince1970)
        judgedConfiguration = configuration.path
    }
}
