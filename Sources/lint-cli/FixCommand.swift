import ArgumentParser
import PolicyLint

/// `policylint fix`: write corrected documents.
struct FixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fix", abstract: "Write corrected documents.")
    @OptionGroup var options: LintOptions
    func run() throws {}
}
