import ArgumentParser
import PolicyLint

/// `policylint rules`: all rules.
struct RulesCommand: ParsableCommand {
    /// How the list is written.
    enum Format: String, CaseIterable { case text, json, markdown, coverage }

    static let configuration = CommandConfiguration(commandName: "rules", abstract: "List all rules.")

    @Option(
        help:
            "How to list them: text, json, markdown, or coverage of the checks of IAM Access Analyzer and of other linters."
    )
    var format: String = "text"

    func run() throws {
        switch try Choice.value(format, of: Format.self, option: "--format") {
        case .text: Output.print(RuleIndexPage.text)
        case .json: Output.print(RuleIndexPage.json)
        case .markdown: Output.print(RuleIndexPage.markdown)
        case .coverage: Output.print(CoveragePage.markdown)
        }
    }
}
