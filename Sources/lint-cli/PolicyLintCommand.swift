import ArgumentParser
import PolicyLint

/// The program: `policylint check`, `fix`, `account`, `explain`, `rules`.
@main
struct PolicyLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policylint",
        abstract: "Checks AWS access documents offline, and writes the corrected documents.",
        usage: """
            policylint [<paths> ...]
            policylint <subcommand>
            """,
        discussion: """
            Reads IAM policies, role trust policies, credential files and reports, and bucket versioning, as the \
            AWS CLI exports them or as they are kept in git.

            Ends with 0 where all is clean, with 1 where something was found, with 2 where something went wrong.
            """,
        version: Version.text,
        subcommands: [
            CheckCommand.self, FixCommand.self, AccountCommand.self, ExplainCommand.self, RulesCommand.self,
        ],
        defaultSubcommand: CheckCommand.self)

    /// What errors begin with, as all else does that is said on standard error.
    static let _errorPrefix = "policylint: "

    /// Runs the command; usage errors end with 2, where swift-argument-parser would say 64.
    static func main() {
        Platform.prepareStreams()
        do {
            try CommandLineWords.check(CommandLine.arguments.dropFirst())
        } catch {
            Output.complain(error.message)
            Platform.exit(ExitCode.failure.rawValue)
        }
        if let job = CheckJob(plain: CommandLine.arguments.dropFirst()) { job.run() }
        do {
            var command = try parseAsRoot()
            try run(&command)
        } catch let complaint as Complaint {
            Output.complain(complaint.message)
            Platform.exit(ExitCode.failure.rawValue)
        } catch let code as ExitCode {
            Platform.exit(code.rawValue)
        } catch {
            let message = fullMessage(for: error)
            if exitCode(for: error) == .success {
                Output.print(message)
                Platform.exit(ExitCode.clean.rawValue)
            }
            say(message)
            Platform.exit(ExitCode.failure.rawValue)
        }
    }

    /// Runs a command that was parsed. What it refuses is said with its own usage.
    private static func run(_ command: inout any ParsableCommand) throws {
        do {
            try command.run()
        } catch let error as ValidationError {
            let type = type(of: command)
            let name = [configuration.commandName, type.configuration.commandName].compactMap(\.self).joined(
                separator: " ")
            say("\(_errorPrefix)\(error.message)\nUsage: \(usageString(for: type))")
            say("  See '\(name) --help' for more information.")
            throw ExitCode.failure
        }
    }

    private static func say(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { Output.say(String(line)) }
    }
}

/// The program's version.
enum Version {
    static let number = "0.1.0"

    /// The version, and what the catalogue of AWS's services stands on.
    static var text: String {
        let catalogue = ServiceCatalogue.embedded
        let sources = catalogue.sources.map { "  \($0)" }.joined(separator: "\n")
        return "policylint \(number)\n\ncatalogue of AWS's services, of \(catalogue.date), from\n\(sources)"
    }
}
