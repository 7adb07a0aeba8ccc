/// Whether IAM Access Analyzer looks for what others can reach.
enum AccessAnalyzer: Control {
    static let metadata = ControlMetadata(
        id: "access-analyzer", group: .records, title: "outside access is looked for by IAM Access Analyzer",
        closes: "nobody notices when a resource is opened to others",
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html"),
            .securityHub("IAM.28"),
        ] + .cis("1.20", "1.20", "1.19", "2.19", "2.18"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfRegions(
            evidence, what: "list of analyzers", export: ("accessanalyzer", ["list-analyzers"]),
            next: "make an analyzer for the account in each Region that you use; it costs nothing",
            run: create, none: "nothing looks for outside access"
        ) { region in
            // Analyzers of unused access look for something else.
            let analyzer = region.analyzers.elements.first { analyzer in
                ["ACCOUNT", "ORGANIZATION"].contains(analyzer.value.type?.value)
                    && analyzer.value.status?.value == "ACTIVE"
            }
            // One of two lists that differ is older, and may speak of what is gone.
            if let analyzer, region.analyzers.extent != .contradictory {
                return .found(
                    "an analyzer looks for outside access", [analyzer.evidence("it is active", at: analyzer.value.span)]
                )
            }
            return region.analyzers.gap("analyzers").map { .unknown($0) } ?? .nothing(region.analyzers.sources)
        }
    }

    private static func create(in regions: [RegionEvidence]) -> String {
        let create = "aws accessanalyzer create-analyzer --analyzer-name account --type ACCOUNT"
        let names = regions.compactMap(\.name)
        guard names.count > 1 else { return create + (regions.first?.option ?? "") }
        let list = names.map { ShellWord.quote($0) }.joined(separator: " ")
        return "for region in \(list); do \(create) --region \"$region\"; done"
    }
}
