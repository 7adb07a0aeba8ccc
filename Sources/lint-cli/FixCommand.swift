import ArgumentParser
import PolicyLint

/// `policylint fix`: write corrected documents.
struct FixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fix",
        abstract: "Write corrected documents.",
        discussion: """
            Files are corrected in place, standard input to standard output. A fix keeps what the document allows \
            (preserving) or allows less (narrowing); none allows more, save that a user whom you name as trusted \
            needs no permission of their own. Fixes that need a decision or a value from a person are \
            suggestions: `policylint check` shows them, this does not apply them.
            """)

    @OptionGroup var options: LintOptions

    @Flag(help: "Print a patch and change nothing; end with 1 where something would change.")
    var diff = false

    @Option(
        help: ArgumentHelp(
            "Write corrected files below this directory and leave the originals alone.", valueName: "directory"),
        completion: .directory)
    var outputDir: String?

    @Flag(help: "With --output-dir: write each policy alone, as `--policy-document file://…` takes it.")
    var bare = false

    @Flag(help: "Apply only fixes that keep what the documents allow.")
    var preservingOnly = false

    @Flag(help: "Write wildcards in what is allowed out, as the actions they stand for.")
    var expand = false

    @Flag(
        help: ArgumentHelp(
            "Write lists of actions with the fewest wildcards that begin with whole words, as s3:GetObject* does, and "
                + "match known actions of the list and of one access level alone."))
    var shrink = false

    @Option(
        help: ArgumentHelp(
            "End with 1 only where findings at or above this are left: note (the default), warning or error.",
            valueName: "severity"), completion: .list(Severity.allCases.map(\.rawValue)))
    var failOn: String?

    @Flag(help: "End with 0 whatever is left.")
    var exitZero = false

    func validate() throws {
        if bare && outputDir == nil { throw ValidationError("--bare goes with --output-dir") }
        if diff && outputDir != nil { throw ValidationError("--diff and --output-dir exclude each other") }
        if expand && shrink { throw ValidationError("--expand and --shrink exclude each other") }
        if preservingOnly && (expand || shrink) {
            throw ValidationError(
                "--expand and --shrink change what actions that AWS adds later become: they do not go with --preserving-only"
            )
        }
    }

    func run() throws {
        var job = FixJob()
        let configuration = try options.run.configuration()
        job.inputs = options.inputs(configuration)
        job.settings = try options.settings(configuration, for: job.inputs)
        if let outputDir { job.destination = bare ? .bareDocuments(outputDir) : .directory(outputDir) }
        if diff { job.destination = .patch }
        if preservingOnly { job.effects = [.preserving] }
        job.actionLists = expand ? .expanded : shrink ? .shrunk : nil
        job.failOn = configuration.failOn ?? .note
        if let failOn { job.failOn = try Choice.value(failOn, of: Severity.self, option: "--fail-on") }
        job.exitZero = exitZero
        job.usesColor = try options.run.usesColor()
        throw job.run()
    }
}
