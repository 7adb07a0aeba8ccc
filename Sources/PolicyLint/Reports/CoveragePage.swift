/// `docs/coverage.md`: the checks of IAM Access Analyzer and of other linters, and the rules that answer them.
public enum CoveragePage {
    /// The page.
    public static var markdown: String {
        var summary = [row("IAM Access Analyzer", "November 2026", AccessAnalyzerCheck.all.map(answer))]
        var sections = AccessAnalyzerCheck.FindingType.allCases.map(section).joined()
        for peer in Peer.allCases {
            let list = PeerChecks.of(peer)
            summary.append(
                row(peer.rawValue, "\(list.version), \(list.month)", list.checks.map { answer($0, of: peer) }))
            sections += section(peer, list)
        }
        return """
            # Coverage

            Written by `policylint rules --format coverage`.

            Whose checks PolicyLint's rules answer, wholly or for the kinds of document that it reads; and why the \
            others are left out. `--format access-analyzer` reports the findings for which Access Analyzer has a check, \
            in the shape of `aws accessanalyzer validate-policy`. How the findings compare on real documents is in \
            [peers.md](peers.md).

            | who | as of | checks | answered | left out, for a reason | not yet |
            |---|---|---:|---:|---:|---:|
            \(summary.joined(separator: "\n"))

            """ + sections
    }

    /// What becomes of a check.
    private enum Answer {
        case rules([RuleMetadata])
        case leftOut(String)
        case notYet(String)

        /// How it stands in a table.
        var cell: String {
            switch self {
            case .rules(let rules):
                rules.map { "[`\($0.id)`](../rules/\($0.wing.rawValue)/\($0.id).md)" }.joined(separator: ", ")
            case .leftOut(let reason), .notYet(let reason): reason
            }
        }
    }

    private static func answer(_ check: AccessAnalyzerCheck) -> Answer {
        answer(RuleCatalogue.all.filter { $0.issueCodes.contains(check.issueCode) }, else: check.undecidable)
    }

    private static func answer(_ check: PeerChecks.Check, of peer: Peer) -> Answer {
        answer(RuleCatalogue.all.filter { $0.checks(of: peer).contains(check.id) }, else: check.reason)
    }

    private static func answer(_ rules: [RuleMetadata], else reason: String?) -> Answer {
        if !rules.isEmpty { return .rules(rules) }
        guard let reason, !reason.hasPrefix(notYet) else { return .notYet(reason ?? notYet) }
        return .leftOut(reason)
    }

    private static let notYet = "not yet"

    private static func row(_ name: String, _ date: String, _ answers: [Answer]) -> String {
        var (answered, leftOut, missing) = (0, 0, 0)
        for answer in answers {
            switch answer {
            case .rules: answered += 1
            case .leftOut: leftOut += 1
            case .notYet: missing += 1
            }
        }
        return "| \(name) | \(date) | \(answers.count) | \(answered) | \(leftOut) | \(missing) |"
    }

    private static func section(_ type: AccessAnalyzerCheck.FindingType) -> String {
        let rows = AccessAnalyzerCheck.all.filter { $0.findingType == type }.map {
            "| [`\($0.issueCode)`](\($0.learnMoreLink)) | \(answer($0).cell) |\n"
        }
        return "\n## Access Analyzer: \(type.rawValue)\n\n| check | rule |\n|---|---|\n\(rows.joined())"
    }

    private static func section(_ peer: Peer, _ list: PeerChecks) -> String {
        let rows = list.checks.map { "| `\($0.id)` | \($0.finds) | \(answer($0, of: peer).cell) |\n" }
        return """

            ## \(peer.rawValue)

            Version \(list.version), from <\(list.source)>.

            | check | finds | rule |
            |---|---|---|
            \(rows.joined())
            """
    }
}
