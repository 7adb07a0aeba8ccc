import ArgumentParser
import PolicyLint

/// The options that `check`, `fix` and `account` share: how a run goes, whatever it looks for.
struct RunOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The day from which ages count, and on which suppressions run out, 2026-01-31. Default: today; ages in a "
                + "report count from when it was made.", valueName: "date"))
    var now: String?

    @Option(
        help: ArgumentHelp("A newer catalogue of AWS's services than the program's own.", valueName: "file"),
        completion: .file())
    var catalogue: String?

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

    /// What to read: these paths, without what the configuration leaves out.
    func inputs(_ paths: [String], _ configuration: Configuration) -> Inputs {
        var inputs = Inputs(paths: paths, excluded: configuration.excludedFiles)
        if let threads { inputs.threads = threads }
        inputs.places = ConfigurationFile.places(of: paths, configuration)
        return inputs
    }

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads takes a number above 0") }
        if config != nil && noConfig { throw ValidationError("--config and --no-config exclude each other") }
    }

    /// The configuration that holds.
    func configuration() throws -> Configuration {
        noConfig ? Configuration() : try ConfigurationFile.read(named: config)
    }

    /// The settings: what these options say, else the configuration. Mistakes are said in words.
    func settings(_ configuration: Configuration, for inputs: Inputs) throws -> LintSettings {
        var settings = configuration.applied(to: LintSettings())
        settings.places = inputs.places
        settings.catalogue = try CatalogueFile.read(catalogue ?? configuration.cataloguePath)
        settings.today = Timestamp(secondsSince1970: Platform.secondsSince1970)
        if let now {
            guard let moment = Timestamp(now) else { throw ValidationError("--now takes a date such as 2026-01-31") }
            settings.now = moment
        }
        return settings
    }

    /// Whether to colour standard output.
    func usesColor() throws -> Bool {
        Terminal.usesColor(try Choice.value(color, of: Terminal.ColorChoice.self, option: "--color"))
    }
}
