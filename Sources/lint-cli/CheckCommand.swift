import ArgumentParser
import PolicyLint

/// `policylint check`: lint, and report.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Lint documents (the default subcommand).")

    @OptionGroup var options: LintOptions

    @Option(
        help: "How to report: full, concise, json, sarif, github, gitlab or access-analyzer.",
        completion: .list(ReportFormat.allCases.map(\.rawValue)))
    var format: String = "full"

    @Option(
        help: ArgumentHelp("Write the report to this file instead of standard output.", valueName: "file"),
        completion: .file())
    var outputFile: String?

    @Option(
        help: ArgumentHelp(
            "End with 1 only for findings at or above this: note (the default), warning or error.",
            valueName: "severity"), completion: .list(Severity.allCases.map(\.rawValue)))
    var failOn: String?

    @Flag(help: "End with 0 whatever is found.")
    var exitZero = false

    func run() throws {
        var job = CheckJob()
        let configuration = try options.run.configuration()
        job.inputs = options.inputs(configuration)
        job.settings = try options.settings(configuration, for: job.inputs)
        job.format = try Choice.value(format, of: ReportFormat.self, option: "--format")
        job.outputFile = outputFile
        job.usesColor = try options.run.usesColor()
        job.failOn = configuration.failOn ?? .note
        if let failOn { job.failOn = try Choice.value(failOn, of: Severity.self, option: "--fail-on") }
        job.exitZero = exitZero
        job.judgedConfiguration = options.narrowsFindings ? nil : configuration.path
        job.run()
    }
}
