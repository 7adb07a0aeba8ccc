/// Documents that are linted together: each rule looks at all of them before the next rule does, so that what a rule
/// does, and goes by, is at hand for many documents. That saves a tenth of the time.
struct DocumentBatch {
    private let linter: Linter
    private var contexts: [RuleContext] = []
    /// The reports of the documents, by their numbers.
    private var reports: [Int] = []

    init(_ linter: Linter) { self.linter = linter }

    /// Whether it holds so many documents that more would be of no use.
    var isFull: Bool { contexts.count >= 16 }

    /// Takes up a document, of which a report is to tell.
    mutating func add(_ document: Document, in file: SourceFile, report: Int) {
        let settings = linter.settings.ruleSettings(for: file)
        contexts.append(
            RuleContext(document: document, file: file, settings: settings, rules: linter.rules(for: document.kind)))
        reports.append(report)
    }

    /// Lints the documents, adds to their reports what was found, and is empty.
    mutating func lint(into reports: inout [FileReport]) {
        for kind in Set(contexts.map { $0.document.kind }) { check(kind) }
        for (index, report) in self.reports.enumerated() {
            var suppressions = SuppressionTally()
            let file = contexts[index].file
            let found = contexts[index].diagnostics.filter {
                !suppressions.hides($0, in: file, linter.settings) && $0.severity >= linter.settings.minimumSeverity
            }
            reports[report].add(contexts[index].document, found)
            reports[report].add(suppressions)
        }
        contexts.removeAll(keepingCapacity: true)
        self.reports.removeAll(keepingCapacity: true)
    }

    /// Hands the documents of a kind to its rules: policies to nearly all without the document around them.
    private mutating func check(_ kind: DocumentKind) {
        let members = contexts.indices.filter { contexts[$0].document.kind == kind }
        let policies: [Policy?] = members.map { index in
            if case .policy(let policy) = contexts[index].document.content { policy } else { nil }
        }
        for (number, rule) in linter.rules(for: kind).enumerated() {
            for (index, policy) in zip(members, policies) {
                contexts[index].running = number
                if let policy, let rule = rule.ofPolicies {
                    rule.check(policy, &contexts[index])
                } else {
                    rule.type.check(contexts[index].document, &contexts[index])
                }
            }
        }
    }
}
