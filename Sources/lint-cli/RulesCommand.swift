import ArgumentParser
import PolicyLint

/// `policylint rules`: all rules.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rules", abstract: "List all rules.")
    func run() throws {
        for rule in RuleCatalogue.all { Output.print("\(rule.id) \(rule.severity.rawValue)") }
    }
}
