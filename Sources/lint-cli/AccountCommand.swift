import ArgumentParser
import PolicyLint

/// `policylint account`: what an export proves of an account.
struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Say what the exports in a directory prove about an account, as a checklist.",
        discussion: """
            Reads the answers of the AWS CLI that scripts/export-account writes, or any of them under any names. Each \
            line of the checklist is proven (pass), open, or cannot be told from what was exported.

            Ends with 0 where nothing is open, with 1 where something is, with 2 where something went wrong.
            """)

    @Argument(help: "Directories and files of one account's export. Default: the current directory.")
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "Show the controls of this benchmark only: guides, fsbp, cis-3.0, cis-4.0, cis-5.0, cis-6.0 or cis-7.0.",
            valueName: "name"), completion: .list(Benchmark.all.map(\.name)))
    var benchmark: String?

    @Option(
        help: "How to report: full, json, sarif, markdown, or html: one page with the findings of the linter.",
        completion: .list(ChecklistFormat.allCases.map(\.rawValue)))
    var format: String = "full"

    @Option(
        help: ArgumentHelp("Write the checklist to this file instead of standard output.", valueName: "file"),
        completion: .file())
    var outputFile: String?

    @Option(
        help: ArgumentHelp("The day from which ages count, 2026-01-31. Default: today.", valueName: "date"))
    var now: String?

    @Option(
        help: ArgumentHelp("The configuration file. Default: the nearest policylint.yaml.", valueName: "file"),
        completion: .file())
    var config: String?

    @Flag(help: "Read no configuration file.")
    var noConfig = false

    @Option(help: ArgumentHelp("Colour the output: auto, always or never.", valueName: "when"))
    var color: String = "auto"

    @Option(help: ArgumentHelp("How many threads to use. Default: as many as there are cores.", valueName: "number"))
    var threads: Int?

    func run() throws {
        let configuration = noConfig ? Configuration() : try ConfigurationFile.read(named: config)
        var job = AccountJob()
        job.inputs.paths = paths
        job.inputs.excluded = configuration.excludedFiles
        if let threads { job.inputs.threads = max(1, threads) }
        job.settings = configuration.applied(to: job.settings)
        job.settings.now = Timestamp(secondsSince1970: Platform.secondsSince1970)
        if let now {
            guard let moment = Timestamp(now) else { throw ValidationError("--now takes a date such as 2026-01-31") }
            job.settings.now = moment
        }
        if let benchmark {
            guard let known = Benchmark(named: benchmark) else {
                let names = Benchmark.all.map(\.name).joined(separator: ", ")
                throw ValidationError("--benchmark does not know `\(benchmark)`; it takes \(names)")
            }
            job.benchmark = known
        }
        job.format = try Choice.value(format, of: ChecklistFormat.self, option: "--format")
        job.outputFile = outputFile
        let choice = try Choice.value(color, of: Terminal.ColorChoice.self, option: "--color")
        job.usesColor = Terminal.usesColor(choice)
        throw job.run()
    }
}
