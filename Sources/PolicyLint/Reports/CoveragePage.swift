/// `docs/coverage.md`: every check of IAM Access Analyzer, and the rules that answer it.
public enum CoveragePage {
    /// The page.
    public static var markdown: String {
        let checks = AccessAnalyzerCheck.all
        let covered = checks.filter { !rules(for: $0).isEmpty }
        var result = """
            # Access Analyzer's checks

            Written by `policylint rules --format coverage`.

            IAM Access Analyzer validates policies by \(checks.count) checks. PolicyLint's rules answer \(covered.count) \
            of them, wholly or for the kinds of document that it reads. `--format access-analyzer` reports them in the \
            shape of `aws accessanalyzer validate-policy`.

            """
        for type in AccessAnalyzerCheck.FindingType.allCases {
            result += "\n## \(type.rawValue)\n\n| check | rule |\n|---|---|\n"
            for check in checks where check.findingType == type {
                let links = rules(for: check).map { "[`\($0.id)`](../rules/\($0.wing.rawValue)/\($0.id).md)" }
                let answer = links.isEmpty ? "not yet" : links.joined(separator: ", ")
                result += "| [`\(check.issueCode)`](\(check.learnMoreLink)) | \(answer) |\n"
            }
        }
        return result
    }

    private static func rules(for check: AccessAnalyzerCheck) -> [RuleMetadata] {
        RuleCatalogue.all.filter { $0.issueCodes.contains(check.issueCode) }
    }
}
