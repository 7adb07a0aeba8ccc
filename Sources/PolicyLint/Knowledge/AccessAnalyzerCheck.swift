/// A check of IAM Access Analyzer's policy validation, from `rules/data/access-analyzer-checks.txt`.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>.
struct AccessAnalyzerCheck: Sendable {
    /// The code in AWS's answer.
    let issueCode: String
    /// How AWS rates a finding.
    let findingType: FindingType
    /// Where AWS describes the check.
    let learnMoreLink: String
    /// Why a document alone does not decide it; nil where it does.
    let undecidable: String?

    /// AWS's types of finding, the gravest first.
    enum FindingType: String, CaseIterable, Sendable {
        case error = "ERROR"
        case securityWarning = "SECURITY_WARNING"
        case warning = "WARNING"
        case suggestion = "SUGGESTION"
    }

    /// All checks, by type and code.
    static let all: [AccessAnalyzerCheck] = (RuleData.text("access-analyzer-checks")?.description ?? "").split(
        separator: "\n"
    ).compactMap {
        AccessAnalyzerCheck(line: $0)
    }

    /// The check of a code; nil where AWS has none of this name.
    static func check(_ issueCode: String) -> AccessAnalyzerCheck? { byCode[issueCode] }

    private static let byCode = Dictionary(all.map { ($0.issueCode, $0) }) { first, _ in first }

    /// A line of the table; nil for a comment.
    init?(line: Substring) {
        let parts = line.parts(separatedBy: " | ", atMost: 1)
        let fields = (parts.first ?? "").split(separator: " ")
        guard fields.count == 3, let findingType = FindingType(rawValue: String(fields[0])) else { return nil }
        self.findingType = findingType
        issueCode = String(fields[1])
        undecidable = parts.count == 2 ? String(parts[1]) : nil
        let page = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"
        learnMoreLink = "\(page)#access-analyzer-reference-policy-checks-\(fields[2])"
    }
}
