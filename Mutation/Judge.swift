// The program that scripts/mutate builds: judge RULE [NUMBER] looks at the examples of a rule's page, with one place of
// the rules broken, and ends with 1 where they do not come out as the page says.

/// What is wrong with a rule's examples.
private func flaws(of rule: String) -> [String] {
    let examples = PageExample.all.filter { $0.rule == rule }
    guard let metadata = RuleCatalogue.metadata(for: rule) else { return ["there is no rule `\(rule)`"] }
    return examples.flatMap(\.flaws) + PageExample.flawsOfFixes(of: metadata)
}

@main
enum Judge {
    static func main() {
        let rules = CommandLine.arguments.count > 1 ? [CommandLine.arguments[1]] : RuleCatalogue.all.map(\.id)
        let found = rules.flatMap(flaws)
        for flaw in found { print(flaw) }
        if !found.isEmpty { fatalError("the examples do not come out as the pages say") }
    }
}
