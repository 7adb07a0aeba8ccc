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

    /// Runs the command; usage errors end with 2, where swift-argument-parser would say 64.
    static func main() {
        Platform.prepareStreams()
        if let job = CheckJob(plain: CommandLine.arguments.dropFirst()) { Platform.exit(job.run().rawValue) }
        do {
            var command = try parseAsRoot()
            try command.run()
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
            Platform.writeError(message + (message.hasSuffix("\n") ? "" : "\n"))
            Platform.exit(ExitCode.failure.rawValue)
        }
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
