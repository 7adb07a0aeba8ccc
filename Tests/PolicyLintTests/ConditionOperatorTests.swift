import Testing

@testable import PolicyLint

/// Every operator of AWS's table, with a value and a key that suit it and with some that do not.
@Suite struct ConditionOperatorTests {
    /// An operator with a key and a value that suit it, a value that does not where there is one, and a key
    /// that does not.
    private struct Sample {
        let name: ConditionOperator.Name
        let key: String
        let right: String
        let wrong: String?
        let otherKey: String?
    }

    private static let samples: [Sample] = ConditionOperator.Name.allCases.map { name in
        switch name.family {
        case .string: Sample(name: name, key: "s3:prefix", right: "home/", wrong: nil, otherKey: "aws:SourceIp")
        case .numeric: Sample(name: name, key: "s3:max-keys", right: "10", wrong: "ten", otherKey: "s3:prefix")
        case .date:
            Sample(
                name: name, key: "aws:CurrentTime", right: "2026-01-31T00:00:00Z", wrong: "31.1.2026",
                otherKey: "s3:prefix")
        case .bool:
            Sample(name: name, key: "aws:SecureTransport", right: "true", wrong: "yes", otherKey: "aws:SourceIp")
        case .binary: Sample(name: name, key: "example:Data", right: "QmluYXJ5", wrong: "b!n", otherKey: "aws:SourceIp")
        case .ipAddress:
            Sample(
                name: name, key: "aws:SourceIp", right: "203.0.113.0/24", wrong: "203.0.113.0/33", otherKey: "s3:prefix"
            )
        case .arn:
            Sample(name: name, key: "aws:SourceArn", right: "arn:aws:s3:::b", wrong: nil, otherKey: "aws:SourceIp")
        case .null: Sample(name: name, key: "aws:SourceIp", right: "false", wrong: "absent", otherKey: nil)
        }
    }

    private func rules(_ written: String, _ key: String, _ value: String) -> [String] {
        var settings = LintSettings()
        settings.selectedRules = ["condition-value-invalid", "condition-type-mismatch", "condition-operator-unknown"]
        let text = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*",
             "Condition": {"\(written)": {"\(key)": "\(value)"}}}}
            """
        return Linter(settings: settings).lint(SourceFile(name: "policy.json", text: text)).diagnostics.map(\.rule)
    }

    /// The ways to write an operator that AWS takes.
    private func forms(of name: ConditionOperator.Name) -> [String] {
        if name == .null { return [name.rawValue] }
        return ["", "ForAllValues:", "ForAnyValue:"].flatMap { prefix in
            ["", "IfExists"].map { prefix + name.rawValue + $0 }
        }
    }

    @Test("There are 27 operators, as in AWS's table")
    func everyOperator() { #expect(Self.samples.count == 27) }

    @Test("Every operator takes what it compares, in all its forms")
    func right() {
        for sample in Self.samples {
            for form in forms(of: sample.name) {
                #expect(rules(form, sample.key, sample.right) == [], "\(form) \(sample.key) \(sample.right)")
            }
        }
    }

    @Test("A value that an operator cannot compare is found, in all its forms")
    func wrongValue() {
        for sample in Self.samples {
            guard let wrong = sample.wrong else { continue }
            for form in forms(of: sample.name) {
                #expect(rules(form, sample.key, wrong) == ["condition-value-invalid"], "\(form) \(wrong)")
            }
        }
        #expect(Self.samples.count { $0.wrong == nil } == 10, "strings and ARNs take any text")
    }

    @Test("A key that an operator does not compare is found, in all its forms")
    func wrongKey() {
        for sample in Self.samples {
            guard let key = sample.otherKey else { continue }
            for form in forms(of: sample.name) {
                #expect(rules(form, key, sample.right) == ["condition-type-mismatch"], "\(form) \(key)")
            }
        }
    }

    @Test("An operator in the wrong letters is found, in all its forms")
    func wrongName() {
        for sample in Self.samples {
            for form in forms(of: sample.name) {
                #expect(rules(form.lowercased(), sample.key, sample.right) == ["condition-operator-unknown"], "\(form)")
            }
        }
        for form in [
            "NullIfExists", "ForAllValues:Null", "ForAnyValue:Null", "StringMatches", "ForSomeValues:StringLike",
        ] {
            #expect(rules(form, "aws:SourceIp", "true").contains("condition-operator-unknown"), "\(form)")
        }
    }

    @Test(
        "A date is one of the calendar",
        arguments: [
            ("2026", true), ("2026-12", true), ("2026-13", false), ("2026-00-01", false), ("2024-02-29", true),
            ("2026-02-29", false), ("2000-02-29", true), ("1900-02-29", false), ("2026-04-31", false),
            ("2026-01-31T12:30Z", true), ("2026-01-31T12:30:00.123+01:00", true), ("2026-01-31T25:00:00Z", false),
            ("2026-01-31T12:60:00Z", false), ("2026-01-31 12:00:00Z", false), ("1769817600", true), ("", false),
            ("2026-1-31", false), ("2026-01-31T", false),
        ])
    func dates(text: String, isDate: Bool) { #expect(ConditionValue.suits(text, .dateEquals) == isDate) }
}
