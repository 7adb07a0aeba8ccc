import Testing

@testable import PolicyLint

/// Every condition operator in every form, for a key that is absent, matches, and does not match, in an
/// Allow and in a Deny.
@Suite struct ConditionEvaluationTests {
    /// An operator with a value of a policy, and two of requests: one that it matches, one that it does not.
    private struct Sample {
        let name: ConditionOperator.Name
        let value: String
        let hit: String
        let miss: String

        init(_ name: ConditionOperator.Name, _ value: String, _ hit: String, _ miss: String) {
            (self.name, self.value, self.hit, self.miss) = (name, value, hit, miss)
        }
    }

    private static let samples: [Sample] = [
        Sample(.stringEquals, "a", "a", "A"), Sample(.stringNotEquals, "a", "b", "a"),
        Sample(.stringEqualsIgnoreCase, "a", "A", "b"), Sample(.stringNotEqualsIgnoreCase, "a", "b", "A"),
        Sample(.stringLike, "a*", "ab", "b"), Sample(.stringNotLike, "a?", "b", "ab"),
        Sample(.numericEquals, "10", "10.0", "9"), Sample(.numericNotEquals, "10", "9", "10"),
        Sample(.numericLessThan, "10", "9.5", "10"), Sample(.numericLessThanEquals, "10", "10", "10.5"),
        Sample(.numericGreaterThan, "10", "11", "10"), Sample(.numericGreaterThanEquals, "10", "10", "9"),
        Sample(.dateEquals, "2026-01-31T00:00:00Z", "2026-01-31T01:00:00+01:00", "2026-01-30T00:00:00Z"),
        Sample(.dateNotEquals, "2026-01-31", "2026-01-30", "2026-01-31"),
        Sample(.dateLessThan, "1769817600", "2026-01-30", "2026-01-31T00:00:00Z"),
        Sample(.dateLessThanEquals, "2026-01-31", "1769817600", "1769817601"),
        Sample(.dateGreaterThan, "2026-01-31", "2026-01-31T00:00:01Z", "2026-01-31"),
        Sample(.dateGreaterThanEquals, "2026-01-31", "2026-01-31", "2026-01-30"),
        Sample(.bool, "true", "True", "false"), Sample(.binaryEquals, "QmluYXJ5", "QmluYXJ5", "QmluYXJ6"),
        Sample(.ipAddress, "203.0.113.0/24", "203.0.113.7", "203.0.114.7"),
        Sample(.notIpAddress, "2001:DB8::/32", "203.0.113.7", "2001:db8:1::1"),
        Sample(.arnEquals, "arn:aws:sns:*:111122223333:a*", "arn:aws:sns:eu-west-1:111122223333:ab", "arn:aws:sns:x"),
        Sample(.arnLike, "arn:aws:s3:::b?", "arn:aws:s3:::bc", "arn:aws:s3:::b"),
        Sample(.arnNotEquals, "arn:aws:s3:::b", "arn:aws:s3:::c", "arn:aws:s3:::b"),
        Sample(.arnNotLike, "arn:aws:s3:::b*", "arn:aws:s3:::c", "arn:aws:s3:::bc"),
    ]

    /// The forms of an operator: what stands round its name, and whether it holds without the key.
    private static let forms: [(before: String, after: String, withoutKey: @Sendable (_ isNegated: Bool) -> Bool)] = [
        ("", "", { $0 }), ("", "IfExists", { _ in true }),
        ("ForAllValues:", "", { _ in true }), ("ForAllValues:", "IfExists", { _ in true }),
        ("ForAnyValue:", "", { _ in false }), ("ForAnyValue:", "IfExists", { _ in true }),
    ]

    private func request(_ values: [String]) throws -> Request {
        var request = Request(
            by: .user(try .of("arn:aws:iam::111122223333:user/alice")), "s3:GetObject", on: "arn:aws:s3:::b/k")
        request["Test:Key"] = values
        return request
    }

    /// What a policy says to a request when the condition stands in an Allow, and when it stands in a Deny
    /// beside an Allow of everything.
    private func verdicts(_ condition: String, _ values: [String]) throws -> [Verdict] {
        let statement = #""Action": "s3:*", "Resource": "*""#
        let request = try request(values)
        let allow = try PolicyText.policy(#""Effect": "Allow", \#(statement), "Condition": \#(condition)"#)
        let deny = try PolicyText.policy([
            #""Effect": "Allow", \#(statement)"#, #""Effect": "Deny", \#(statement), "Condition": \#(condition)"#,
        ])
        return [allow, deny].map { PolicyVerdict($0, on: request).alone }
    }

    private func expect(_ condition: String, _ values: [String], holds: Bool) throws {
        let expected: [Verdict] = holds ? [.allow, .explicitDeny] : [.implicitDeny, .allow]
        #expect(try verdicts(condition, values) == expected, "\(condition) with \(values)")
    }

    @Test("There is a sample of every operator")
    func everyOperator() {
        #expect(Set(Self.samples.map(\.name)).union([.null]) == Set(ConditionOperator.Name.allCases))
    }

    @Test("Every operator in every form, with the key absent, matching and not matching")
    func table() throws {
        for sample in Self.samples {
            for form in Self.forms {
                let written = form.before + sample.name.rawValue + form.after
                let condition = "{\"\(written)\": {\"test:key\": \"\(sample.value)\"}}"
                let isNegated = try #require(ConditionOperator(written)).isNegated
                try expect(condition, [], holds: form.withoutKey(isNegated))
                try expect(condition, [sample.hit], holds: true)
                try expect(condition, [sample.miss], holds: false)
                switch form.before {
                case "ForAllValues:":
                    try expect(condition, [sample.hit, sample.miss], holds: false)
                    try expect(condition, [sample.hit, sample.hit], holds: true)
                case "ForAnyValue:":
                    try expect(condition, [sample.hit, sample.miss], holds: true)
                    try expect(condition, [sample.miss, sample.miss], holds: false)
                // What AWS makes of several values here, it does not say.
                default: #expect(try verdicts(condition, [sample.hit, sample.miss]) == [.unclear, .unclear])
                }
            }
        }
    }

    @Test("Of several values one must match; for a negated operator, none")
    func severalValues() throws {
        for sample in Self.samples where sample.name != .bool {
            let isNegated = try #require(ConditionOperator(sample.name.rawValue)).isNegated
            let condition = "{\"\(sample.name.rawValue)\": {\"test:key\": [\"\(sample.value)\", \"\(sample.value)\"]}}"
            try expect(condition, [sample.hit], holds: true)
            try expect(condition, [], holds: isNegated)
        }
        try expect(#"{"StringEquals": {"test:key": ["a", "b"]}}"#, ["b"], holds: true)
        try expect(#"{"StringNotEquals": {"test:key": ["a", "b"]}}"#, ["b"], holds: false)
        try expect(#"{"StringNotEquals": {"test:key": ["a", "b"]}}"#, ["c"], holds: true)
        try expect(#"{"NumericLessThan": {"test:key": ["5", "10"]}}"#, ["7"], holds: true)
        try expect(#"{"Bool": {"test:key": ["true", "false"]}}"#, ["false"], holds: true)
    }

    @Test("All operators and keys of a condition must hold")
    func severalConditions() throws {
        let both = #"{"StringLike": {"test:key": "a*"}, "StringNotLike": {"test:key": "*z", "other:key": "x"}}"#
        try expect(both, ["ab"], holds: true)
        try expect(both, ["az"], holds: false)
        try expect(both, [], holds: false)
    }

    @Test(
        "Null asks whether the key is there",
        arguments: [
            (#""true""#, true, false), (#""false""#, false, true), ("true", true, false),
            (#"["true", "false"]"#, true, true),
        ])
    func null(value: String, absent: Bool, present: Bool) throws {
        let condition = "{\"Null\": {\"test:key\": \(value)}}"
        try expect(condition, [], holds: absent)
        try expect(condition, ["x"], holds: present)
        try expect(condition, ["x", "y"], holds: present)
    }

    @Test("A text without a letter counts as no value for set operators")
    func emptyText() throws {
        try expect(#"{"ForAllValues:StringEquals": {"test:key": "a"}}"#, [""], holds: true)
        try expect(#"{"ForAnyValue:StringLike": {"test:key": "*"}}"#, [""], holds: false)
        try expect(#"{"StringLike": {"test:key": "*"}}"#, [""], holds: true)
    }

    @Test(
        "A list without values",
        arguments: [
            ("StringEquals", true, true), ("StringEqualsIfExists", true, false),
            ("ForAllValues:StringEquals", true, false), ("ForAnyValue:StringEquals", false, false),
        ])
    func noValues(name: String, absent: Bool, present: Bool) throws {
        try expect("{\"\(name)\": {\"test:key\": []}}", [], holds: absent)
        try expect("{\"\(name)\": {\"test:key\": []}}", ["x"], holds: present)
    }

    @Test("An empty condition holds")
    func emptyCondition() throws { try expect("{}", [], holds: true) }

    @Test(
        "What is not understood cannot be told",
        arguments: [
            #"{"StringSame": {"test:key": "a"}}"#, #"{"NumericEquals": {"test:key": "a"}}"#,
            #"{"IpAddress": {"test:key": "1.2.3"}}"#, #"{"StringEquals": {"test:key": {}}}"#, #"{"StringEquals": "a"}"#,
            #"["test:key"]"#,
        ])
    func notUnderstood(condition: String) throws {
        #expect(try verdicts(condition, ["a"]) == [.unclear, .unclear])
    }

    @Test(
        "Variables are replaced in strings and ARNs, their texts taken letter by letter",
        arguments: [
            (#"{"StringEquals": {"test:key": "${aws:username}"}}"#, "al*", true),
            (#"{"StringLike": {"test:key": "${aws:username}"}}"#, "al*", true),
            (#"{"StringLike": {"test:key": "${aws:username}"}}"#, "alx", false),
            (#"{"StringLike": {"test:key": "${aws:username}*"}}"#, "al*x", true),
            (#"{"StringEqualsIgnoreCase": {"test:key": "${AWS:UserName}"}}"#, "AL*", true),
            (#"{"StringEquals": {"test:key": "${aws:userid, 'nobody'}"}}"#, "nobody", true),
            (#"{"StringEquals": {"test:key": "${*}"}}"#, "*", true),
            (#"{"StringLike": {"test:key": "a${*}"}}"#, "ab", false),
            (#"{"ArnLike": {"test:key": "arn:aws:s3:::${aws:username}/*"}}"#, "arn:aws:s3:::al*/x", true),
            (#"{"StringNotEquals": {"test:key": "${aws:username}"}}"#, "al*", false),
        ])
    func variables(condition: String, value: String, holds: Bool) throws {
        var request = try request([value])
        request["aws:username"] = ["al*"]
        func verdict(_ version: String) throws -> Verdict {
            let policy = try PolicyText.policy(
                #""Effect": "Allow", "Action": "*", "Resource": "*", "Condition": \#(condition)"#, version: version)
            return PolicyVerdict(policy, on: request).alone
        }
        #expect(try verdict("2012-10-17") == (holds ? .allow : .implicitDeny))
        if condition.contains("Not") { return }
        #expect(try verdict("2008-10-17") == .implicitDeny)
    }

    @Test("In the older version a variable is its text")
    func literalVariables() throws {
        let policy = try PolicyText.policy(
            #""Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"test:key": "${a:b}"}}"#,
            version: "2008-10-17")
        #expect(PolicyVerdict(policy, on: try request(["${a:b}"])).alone == .allow)
    }

    @Test("A variable without a value may make the statement invalid")
    func unresolvedVariable() throws {
        let condition = #"{"StringEquals": {"test:key": ["x", "${aws:username}"]}}"#
        #expect(try verdicts(condition, ["x"]) == [.unclear, .unclear])
        // A request that the statement is not about is settled all the same.
        var other = try request(["x"])
        other.action = "ec2:RunInstances"
        let policy = try PolicyText.policy(
            #""Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": \#(condition)"#)
        #expect(PolicyVerdict(policy, on: other).alone == .implicitDeny)
    }
}
