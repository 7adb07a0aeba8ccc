/// Documents that are linted together: each rule looks at all of them before the next rule does, so that what a rule
/// does, and goes by, is at hand for many documents. That saves a tenth of the time.
struct DocumentBatch {
    private let linter: Linter
    private var contexts: [RuleContext] = []
    /// The reports of the documents, by their numbers.
    private var reports: [Int] = []
    /// The rules of the kind that came last: most documents are of one kind.
    private var latest: (kind: DocumentKind, rules: [ActiveRule])?

    init(_ linter: Linter) { self.linter = linter }

    /// Whether it holds so many documents that more would be of no use.
    var isFull: Bool { contexts.count >= 64 }

    /// Takes up a document, of which a report is to tell.
    mutating func add(_ document: Document, in file: SourceFile, report: Int) {
        let settings = linter.settings.ruleSettings(for: file)
        contexts.append(
            RuleContext(document: document, file: file, settings: settings, rules: rules(for: document.kind)))
        reports.append(report)
    }

    private mutating func rules(for kind: DocumentKind) -> [ActiveRule] {
        if let latest, latest.kind == kind { return latest.rules }
        let rules = linter.rules(for: kind)
        latest = (kind, rules)
        return rules
    }

    /// Lints the documents, adds to their reports what was found, and is empty.
    mutating func lint(into reports: inout [FileReport]) {
        for kind in kinds { check(kind) }
        for (index, report) in self.reports.enumerated() {
            var suppressions = SuppressionTally()
            let file = contexts[index].file
            var found = contexts[index].diagnostics.filter {
                !suppressions.hides($0, in: file, linter.settings) && $0.severity >= linter.settings.minimumSeverity
            }
            let document = contexts[index].document
            if document.repeatsKeys { found = found.map(Self.withoutCertainty) }
            reports[report].add(document, found)
            reports[report].add(suppressions)
        }
        contexts.removeAll(keepingCapacity: true)
        self.reports.removeAll(keepingCapacity: true)
    }

    /// The same diagnostic of a document in which a key stands twice. What the one does not say counts as soon as it stands
    /// alone: until a person has chosen, every other fix is a suggestion.
    private static func withoutCertainty(_ diagnostic: Diagnostic) -> Diagnostic {
        diagnostic.rule == DuplicateKey.metadata.id ? diagnostic : diagnostic.suggestingItsFix
    }

    /// The kinds of the documents, each once; mostly it is one.
    private var kinds: [DocumentKind] {
        contexts.indices.reduce(into: []) { kinds, index in
            let kind = contexts[index].document.kind
            if !kinds.contains(kind) { kinds.append(kind) }
        }
    }

    /// Hands the documents of a kind to its rules: policies to nearly all without the document around them, and only to
    /// those that may have something to say of what stands in them.
    private mutating func check(_ kind: DocumentKind) {
        let members = contexts.indices.filter { contexts[$0].document.kind == kind }
        let policies = members.compactMap { index in
            if case .policy(let policy) = contexts[index].document.content { Member(policy, index) } else { nil }
        }
        let contents = policies.reduce(into: Statement.Contents()) { $0.formUnion($1.contents) }
        let keys = policies.reduce(into: NameBits()) { $0.formUnion($1.conditionKeys) }
        for (number, rule) in linter.rules(for: kind).enumerated() {
            guard let ofPolicies = rule.ofPolicies else {
                for index in members {
                    contexts[index].running = number
                    rule.type.check(contexts[index].document, &contexts[index])
                }
                continue
            }
            // A quick look: no policy of the batch may have anything of what a rule looks for.
            guard rule.mayConcern(contents, conditionsOn: keys) else { continue }
            // A quick look, too.
            for place in policies.indices
            where rule.mayConcern(policies[place].contents, conditionsOn: policies[place].conditionKeys) {
                let index = policies[place].index
                contexts[index].running = number
                policies[place].policy._withUnsafeGuaranteedRef { ofPolicies.check($0, &contexts[index]) }
            }
        }
    }

    /// A policy among the documents, with what tells most rules that it is none of theirs.
    private struct Member {
        /// Its document, which stands in a context, holds it: a reference of its own would be counted for each rule.
        let policy: Unmanaged<Policy>
        /// The number of its document.
        let index: Int
        let contents: Statement.Contents
        let conditionKeys: NameBits

        init(_ policy: Policy, _ index: Int) {
            self.policy = .passUnretained(policy)
            self.index = index
            contents = policy.contents
            conditionKeys = policy.conditionKeys
        }
    }
}
