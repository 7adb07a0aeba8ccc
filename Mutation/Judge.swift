// The program that scripts/mutate builds: judge RULE [NUMBER] looks at the examples of a rule's page, with one place of
// the rules broken, and ends with 1 where they do not come out as the page says. judge RULE NUMBER everywhere prints what
// the rule finds in the examples of all pages.

import Glibc

/// What is wrong with a rule's examples.
private func flaws(of rule: String) -> [String] {
    guard let metadata = RuleCatalogue.metadata(for: rule) else { return ["there is no rule `\(rule)`"] }
    return PageExample.examples(of: rule).flatMap(\.flaws) + PageExample.flawsOfFixes(of: metadata)
}

/// Prints what a rule finds in the examples of all pages.
private func printFindings(of rule: String) {
    for example in PageExample.all {
        var settings = example.settings
        settings.selectedRules = [rule]
        for found in Linter(settings: settings).lint(example.file).diagnostics {
            print(example, found.span, found.severity, found.message, found.help ?? "", found.fix?.edits ?? [])
        }
    }
}

@main
enum Judge {
    static func main() {
        let arguments = CommandLine.arguments
        if arguments.count > 3 { return printFindings(of: arguments[1]) }
        let rules = arguments.count > 1 ? [arguments[1]] : RuleCatalogue.all.map(\.id)
        let found = rules.flatMap(flaws)
        for flaw in found { print(flaw) }
        if !found.isEmpty { exit(1) }
    }
}
