import ArgumentParser
import PolicyLint

/// `policylint check`: lint, and report.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Lint documents (the default subcommand).")

    @OptionGroup var options: LintOptions

    @Option(help: "How to report: full, concise, json, sarif or github.")
    var format: String = "full"

    @Option(help: "Write the report to this file instead of standard output.")
    var outputFile: String?

    @Option(help: "End with 1 only for findings at or above this: note, warning or error.")
    var failOn: String = "note"

    @Flag(help: "End with 0 whatever is found.")
    var exitZero = false

    func run() throws {
        let settings = try options.settings()
        let threshold = try Choice.value(failOn, of: Severity.self, option: "--fail-on")
        let linter = Linter(settings: settings)
        let run = LintRun(linter: linter, threads: options.threadCount)
        let found = FileCollector(threads: options.threadCount).collect(options.paths.isEmpty ? ["."] : options.paths)
        var outcome = run.lint(found.files)
        outcome.failures += found.failures
        for report in outcome.reports {
            for diagnostic in report.diagnostics {
                Output.print("\(report.file.name):\(diagnostic.span.start): \(diagnostic.severity)[\(diagnostic.rule)] \(diagnostic.message)")
            }
        }
        for failure in outcome.failures { Platform.writeError("policylint: \(failure.path): \(failure.message)\n") }
        let fails = outcome.reports.contains { $0.diagnostics.contains { $0.severity >= threshold } }
        if !outcome.failures.isEmpty || outcome.reports.contains(where: \.isUnreadable) { throw ExitCode.failure }
        if fails && !exitZero { throw ExitCode.findings }
    }
}
