import Testing

@testable import PolicyLint

@Suite struct AccessAnalyzerCheckTests {
    @Test("The table holds AWS's 160 checks, each once, with the anchor that its name makes")
    func table() {
        #expect(AccessAnalyzerCheck.all.count == 160)
        #expect(Set(AccessAnalyzerCheck.all.map(\.issueCode)).count == 160)
        for check in AccessAnalyzerCheck.all {
            let name = check.issueCode.lowercased().replacing("_", with: "-")
            #expect(check.learnMoreLink.hasSuffix("-\(name)"))
        }
        #expect(AccessAnalyzerCheck.check("MISSING_VERSION")?.findingType == .warning)
        #expect(AccessAnalyzerCheck.check("missing_version") == nil)
    }

    @Test("A check that a document alone does not decide has no rule, and says why")
    func undecidable() {
        let answered = Set(RuleCatalogue.all.flatMap(\.issueCodes))
        for check in AccessAnalyzerCheck.all where check.undecidable != nil {
            #expect(!answered.contains(check.issueCode), "\(check.issueCode)")
        }
        #expect(
            AccessAnalyzerCheck(line: "ERROR A_B error-a-b | the network | decides")?.undecidable
                == "the network | decides")
        #expect(AccessAnalyzerCheck(line: "ERROR A_B error-a-b").map(\.undecidable) == .some(nil))
        #expect(AccessAnalyzerCheck(line: "ERROR A_B | the network") == nil)
    }

    @Test("Every code that a rule names is one of AWS's, named once", arguments: RuleCatalogue.all)
    func codesExist(rule: RuleMetadata) {
        for code in rule.issueCodes { #expect(AccessAnalyzerCheck.check(code) != nil, "\(code)") }
        #expect(Set(rule.issueCodes).count == rule.issueCodes.count)
    }

    @Test("The findings on a rule's page have exactly the codes that the rule names", arguments: RuleCatalogue.all)
    func codesAreGiven(rule: RuleMetadata) {
        let examples = PageExample.all.filter { $0.rule == rule.id }
        let issues = examples.flatMap { Linter(settings: $0.settings).lint($0.file).diagnostics }.flatMap(\.issues)
        let given = Set(issues.map(\.code))
        let named = Set(rule.issueCodes)
        #expect(given.subtracting(named).isEmpty, "the rule names every code that it gives")
        // Its other policies are too long for a page.
        if rule.id == PolicySize.metadata.id { return }
        #expect(named.subtracting(given).isEmpty, "an example shows every code that the rule names")
    }

    @Test("A policy that is too long has the code of its kind")
    func sizes() {
        let codes = [
            DocumentKind.identityPolicy: "IDENTITY_POLICY", .trustPolicy: "ROLE_TRUST_POLICY",
            .resourcePolicy: "RESOURCE_POLICY", .serviceControlPolicy: "SCP", .resourceControlPolicy: "RCP",
        ]
        let resource = "arn:aws:s3:::amzn-s3-demo-bucket/" + String(repeating: "a", count: 21_000)
        let text = """
            {
                "Version": "2012-10-17",
                "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "\(resource)" }
            }
            """
        for (kind, code) in codes {
            var settings = LintSettings()
            settings.kind = kind
            settings.selectedRules = [PolicySize.metadata.id]
            let found = Linter(settings: settings).lint(SourceFile(name: "policy.json", text: text)).diagnostics
            #expect(found.map { $0.issues.first?.code } == ["POLICY_SIZE_EXCEEDS_\(code)_QUOTA"])
        }
    }

    @Test("The page of the coverage lists every check, with a rule or without")
    func coverage() {
        let rows = CoveragePage.markdown.split(separator: "\n").filter { $0.hasPrefix("| [`") }
        #expect(rows.count == AccessAnalyzerCheck.all.count)
        #expect(
            rows.contains { $0.hasPrefix("| [`PASS_ROLE_WITH_STAR_IN_RESOURCE`]") && $0.contains("pass-role-any.md") })
        let answered = Set(RuleCatalogue.all.flatMap(\.issueCodes))
        for check in AccessAnalyzerCheck.all {
            let row = rows.first { $0.hasPrefix("| [`\(check.issueCode)`]") }
            #expect(row?.hasSuffix("| not yet |") == !answered.contains(check.issueCode), "\(check.issueCode)")
        }
    }
}
