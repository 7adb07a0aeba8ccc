import Testing

@testable import PolicyLint

/// Findings that are one of IAM Access Analyzer's only at times.
@Suite struct IssueCodeTests {
    private static func codes(_ statement: String, _ rule: String) -> [[String]] {
        let text = "{\"Version\": \"2012-10-17\", \"Statement\": [\(statement)]}"
        return Linter(settings: LintSettings()).lint(SourceFile(name: "policy.json", text: text)).diagnostics
            .filter { $0.rule == rule }.map { $0.issues.map(\.code) }
    }

    @Test("A number without quotes is one of AWS's where it stands beside a string")
    func mixedTypes() {
        func codes(_ values: String) -> [[String]] {
            Self.codes(
                "{\"Effect\": \"Allow\", \"Action\": \"s3:ListBucket\", \"Resource\": \"*\", \"Condition\": {\"NumericEquals\": {\"s3:max-keys\": \(values)}}}",
                "condition-value-unquoted")
        }
        #expect(codes("[\"10\", 20]") == [["INVALID_CONDITION_DATA_TYPE"]])
        #expect(codes("[10, 20]") == [[], []])
        #expect(codes("10") == [[]])
    }

    @Test("An identity policy is too long for AWS's own check where no kind of identity policy may be so long")
    func size() {
        func codes(_ actions: Int) -> [[String]] {
            let list = (0..<actions).map { "\"s3:GetObject\($0)\"" }.joined(separator: ",")
            return Self.codes("{\"Effect\": \"Allow\", \"Action\": [\(list)], \"Resource\": \"*\"}", "policy-size")
        }
        #expect(codes(400) == [[]])
        #expect(codes(700) == [["POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA"]])
    }
}
