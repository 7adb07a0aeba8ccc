import ArgumentParser
import PolicyLint

/// `policylint explain RULE`: a rule's page.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Print a rule's page: what is wrong, why it matters, what to do.")

    @Argument(help: "The rule's id.", completion: .list(RuleCatalogue.all.map(\.id)))
    var rule: String

    func run() throws {
        guard let page = RuleCatalogue.page(for: rule) else {
            throw ValidationError("there is no rule `\(rule)`\(RuleCatalogue.suggestion(for: rule, orWing: false))")
        }
        Output.print(page.readable)
    }
}
