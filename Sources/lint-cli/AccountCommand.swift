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

            With --fix it also writes, to a new directory, the corrected documents, apply.sh, which applies them step by \
            step and asks before each, and README.md with what only a person can do.

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
        help: ArgumentHelp(
            "Write corrected documents, and apply.sh, to this directory: a new or empty one.",
            valueName: "directory"), completion: .directory)
    var fix: String?

    @Option(
        help: ArgumentHelp(
            "With --fix: the user or role that trust documents should name. Default: the only user with a password.",
            valueName: "arn"))
    var trustedUser: String?

    @Option(help: ArgumentHelp("With --fix: whom a budget should tell.", valueName: "e-mail"))
    var budgetEmail: String?

    @Option(
        help: ArgumentHelp("With --fix: what a month may cost before a budget tells, in dollars.", valueName: "amount"))
    var budgetLimit: Int?

    @Flag(help: "End with 0 whatever is open.")
    var exitZero = false

    @OptionGroup var options: RunOptions

    func run() throws {
        let configuration = try options.configuration()
        var job = AccountJob()
        job.inputs = options.inputs(paths, configuration)
        job.inputs.areExports = true
        job.settings = try options.settings(configuration, for: job.inputs)
        if let benchmark {
            guard let known = Benchmark(named: benchmark) else {
                throw Choice.unknown(benchmark, among: Benchmark.all.map(\.name), option: "--benchmark")
            }
            job.benchmark = known
        }
        job.correction = try correction(&job.settings)
        job.format = try Choice.value(format, of: ChecklistFormat.self, option: "--format")
        job.outputFile = outputFile
        job.usesColor = try options.usesColor()
        job.exitZero = exitZero
        job.configurationPath = configuration.path
        try Self.checkControls(of: configuration)
        throw job.run()
    }

    /// Refuses to accept lines of a control that there is not.
    private static func checkControls(of configuration: Configuration) throws {
        let known = ControlCatalogue.all.map(\.id)
        for acceptance in configuration.acceptances {
            for control in acceptance.controls.sorted() where !known.contains(control) {
                let meant = NearestWord.choice(for: control, among: known).map { "; did you mean `\($0)`?" } ?? ""
                throw Complaint(
                    "\(configuration.path ?? ""):\(acceptance.line):\(acceptance.column): there is no control `\(control)`\(meant)"
                )
            }
        }
    }

    /// What is to be corrected; nil where nothing is.
    private func correction(_ settings: inout LintSettings) throws -> AccountJob.CorrectionRequest? {
        guard let fix else {
            let others = [trustedUser, budgetEmail, budgetLimit.map(String.init)].compactMap { $0 }
            if !others.isEmpty {
                throw ValidationError("--trusted-user, --budget-email and --budget-limit go with --fix")
            }
            return nil
        }
        if let trustedUser {
            guard let arn = AmazonResourceName(trustedUser: trustedUser) else {
                throw ValidationError("--trusted-user takes the ARN of a user or role")
            }
            settings.trustedUser = arn
        }
        var wishes = CorrectionWishes()
        if let budgetEmail {
            guard budgetEmail.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), budgetEmail.contains("@") else {
                throw ValidationError("--budget-email takes an e-mail address")
            }
            wishes.budgetEmail = budgetEmail
        }
        if let budgetLimit {
            guard budgetLimit > 0 else { throw ValidationError("--budget-limit takes a number above 0") }
            wishes.budgetLimit = budgetLimit
        }
        if (budgetEmail == nil) != (budgetLimit == nil) {
            throw ValidationError("--budget-email and --budget-limit go together")
        }
        return AccountJob.CorrectionRequest(directory: fix, wishes: wishes)
    }
}
