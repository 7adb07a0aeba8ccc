import Testing

@testable import PolicyLint

/// What is proved of conditions, against requests with every value of a small world.
@Suite struct ConditionRelationsTests {
    private func test(_ name: String, _ values: [String]) throws -> ConditionTest {
        let list = values.map { "\"\($0)\"" }.joined(separator: ", ")
        let policy = try PolicyText.policy("\"Condition\": {\"\(name)\": {\"test:key\": [\(list)]}}")
        return try #require(ConditionTest(policy.statements[0].conditions[0], hasVariables: true))
    }

    private func request(_ values: [String]) -> Request {
        var request = Request(by: .anonymous, "a:B", on: "*")
        request["test:key"] = values
        return request
    }

    /// Checks all that is proved of pairs of tests; the number of proofs that one implies the other, and
    /// that they contradict.
    private func check(_ tests: [ConditionTest], against requests: [Request]) -> (implied: Int, excluded: Int) {
        let answers = tests.map { test in requests.map { test.holds(for: $0) } }
        var proofs = (implied: 0, excluded: 0)
        for (index, test) in tests.enumerated() {
            if test.isAlwaysTrue == .yes { #expect(!answers[index].contains(.no), "\(test)") }
            if test.isNeverTrue == .yes { #expect(!answers[index].contains(.yes), "\(test)") }
            for (answer, request) in zip(answers[index], requests) where answer != .unclear {
                let isAbsent = request["test:key"].isEmpty
                if test.asksPresenceOnly == .yes { #expect(Answer(!isAbsent) == answer, "\(test), \(request)") }
                if test.asksAbsenceOnly == .yes { #expect(Answer(isAbsent) == answer, "\(test), \(request)") }
            }
            for (otherIndex, other) in tests.enumerated() {
                let pairs = zip(answers[index], answers[otherIndex])
                if test.implies(other) == .yes {
                    proofs.implied += 1
                    #expect(pairs.allSatisfy { $0 != .yes || $1 == .yes }, "\(test) implies \(other)")
                }
                if test.contradicts(other) == .yes {
                    proofs.excluded += 1
                    #expect(pairs.allSatisfy { $0 != .yes || $1 != .yes }, "\(test) contradicts \(other)")
                }
            }
        }
        return proofs
    }

    private static let forms = ["", "IfExists"].flatMap { after in
        ["", "ForAllValues:", "ForAnyValue:"].map { (before: $0, after: after) }
    }

    private func random(_ names: [String], _ values: [String], count: Int, seed: UInt64) throws -> [ConditionTest] {
        var random = SeededGenerator(seed: seed)
        return try (0..<count).map { _ in
            let form = Self.forms.randomElement(using: &random) ?? ("", "")
            let name = names.randomElement(using: &random) ?? "Null"
            let chosen = (0..<Int.random(in: 1...2, using: &random)).compactMap { _ in
                values.randomElement(using: &random)
            }
            return try test(form.before + name + form.after, chosen)
        } + [["true"], ["false"], ["true", "false"]].map { try test("Null", $0) }
    }

    @Test("Texts")
    func texts() throws {
        let names = [
            "StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
        ]
        let tests = try random(names, ["a", "b", "A", "a*", "*", "?", "*b", "ab"], count: 90, seed: 1)
        let words = ["", "a", "b", "A", "ab", "Ab", "c", "*", "?", "a*"]
        let requests =
            [request([])] + words.map { request([$0]) } + words.flatMap { word in words.map { request([word, $0]) } }
        let proofs = check(tests, against: requests)
        #expect(proofs.implied > 500 && proofs.excluded > 200)
    }

    @Test("Numbers")
    func numbers() throws {
        let names = [
            "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan",
            "NumericGreaterThanEquals",
        ]
        let tests = try random(names, ["1", "1.0", "2", "3"], count: 90, seed: 2)
        let requests = [[], ["0"], ["1"], ["1.5"], ["2"], ["2.5"], ["3"], ["4"], ["1", "2"], ["0", "4"]].map(request)
        let proofs = check(tests, against: requests)
        #expect(proofs.implied > 500 && proofs.excluded > 200)
    }

    @Test("Addresses")
    func addresses() throws {
        let ranges = ["10.0.0.0/30", "10.0.0.0/31", "10.0.0.2/31", "10.0.0.1", "0.0.0.0/0", "::/0", "2001:db8::/127"]
        let tests = try random(["IpAddress", "NotIpAddress"], ranges, count: 90, seed: 3)
        let hosts = ["10.0.0.0", "10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "2001:db8::", "2001:db8::2"]
        let proofs = check(tests, against: [request([])] + hosts.map { request([$0]) } + [request(["10.0.0.1", "::"])])
        #expect(proofs.implied > 500 && proofs.excluded > 200)
    }

    @Test("Booleans, and ARNs")
    func others() throws {
        let booleans = check(
            try random(["Bool"], ["true", "false"], count: 40, seed: 4),
            against: [[], ["true"], ["false"], ["true", "false"]].map(request))
        #expect(booleans.implied > 100 && booleans.excluded > 50)
        let arns = ["arn:aws:s3:::a", "arn:aws:s3:::a*", "arn:*:s3:::*", "*", "arn:aws:s3:::?"]
        let proofs = check(
            try random(["ArnLike", "ArnNotEquals", "StringLike"], arns, count: 60, seed: 5),
            against: [request([]), request(["x"])]
                + ["arn:aws:s3:::a", "arn:aws:s3:::ab", "arn:aws:s3:::b", "arn:a:b:s3:::b", "arn:aws:sqs:::a"].map {
                    request([$0])
                })
        #expect(proofs.implied > 100 && proofs.excluded > 50)
    }

    @Test(
        "What one condition says of another",
        arguments: [
            ("StringEquals", ["a"], "StringEquals", ["a", "b"], true, false),
            ("StringEquals", ["a"], "StringLike", ["a*"], true, false),
            ("StringEquals", ["a"], "StringEqualsIfExists", ["a"], true, false),
            ("StringEqualsIfExists", ["a"], "StringEquals", ["a"], false, false),
            ("StringEquals", ["a"], "StringNotEquals", ["b"], true, false),
            ("StringEquals", ["a"], "StringNotEquals", ["a"], false, true),
            ("StringEquals", ["a"], "Null", ["false"], true, false),
            ("StringEquals", ["a"], "Null", ["true"], false, true),
            ("Null", ["true"], "StringNotEquals", ["a"], true, false),
            ("StringLike", ["*"], "Null", ["false"], true, false),
            ("StringEquals", ["A"], "StringEqualsIgnoreCase", ["a"], true, false),
            ("StringEqualsIgnoreCase", ["a"], "StringEquals", ["a"], false, false),
            ("NumericLessThan", ["5"], "NumericLessThan", ["10"], true, false),
            ("NumericLessThan", ["5"], "NumericGreaterThan", ["10"], false, true),
            ("NumericNotEquals", ["1", "2"], "NumericNotEquals", ["1"], true, false),
            ("DateLessThan", ["2026-01-01"], "DateGreaterThan", ["2026-02-01"], false, true),
            ("IpAddress", ["10.0.0.0/9", "10.128.0.0/9"], "IpAddress", ["10.0.0.0/8"], true, false),
            ("IpAddress", ["10.0.0.0/8"], "IpAddress", ["10.128.0.0/9", "10.0.0.0/9"], true, false),
            ("Bool", ["true"], "Bool", ["false"], false, true),
            ("Bool", ["true"], "BoolIfExists", ["false"], false, true),
            ("ForAllValues:StringEquals", ["a"], "ForAllValues:StringLike", ["a*"], true, false),
            ("ForAllValues:StringEquals", ["a"], "ForAnyValue:StringEquals", ["b"], false, true),
            ("ForAnyValue:StringEquals", ["a"], "ForAnyValue:StringEquals", ["b"], false, false),
            ("ForAllValues:StringEquals", ["a"], "ForAllValues:StringEquals", ["b"], false, false),
            ("StringEquals", ["${aws:username}"], "StringEquals", ["${aws:username}", "x"], true, false),
            ("StringEquals", ["${aws:username}"], "StringEquals", ["${aws:userid}"], false, false),
            ("StringEquals", ["${aws:username}"], "StringNotEquals", ["x"], false, false),
        ] as [(String, [String], String, [String], Bool, Bool)])
    func examples(
        name: String, values: [String], other: String, otherValues: [String], isImplied: Bool, isExcluded: Bool
    ) throws {
        let (one, two) = (try test(name, values), try test(other, otherValues))
        #expect((one.implies(two) == .yes) == isImplied)
        #expect((one.contradicts(two) == .yes) == isExcluded)
        #expect((two.contradicts(one) == .yes) == isExcluded)
    }

    @Test("Ranges of addresses are read, and written with their first address")
    func ranges() throws {
        #expect(try #require(AddressRange("203.0.113.7/24")).network == "203.0.113.0/24")
        #expect(try #require(AddressRange("2001:DB8:0:0:1::1/64")).network == "2001:db8::/64")
        #expect(try #require(AddressRange("::ffff:1.2.3.4")).network == "::ffff:102:304/128")
        #expect(try #require(AddressRange("1:0:0:2:0:0:0:3/0")).network == "::/0")
        #expect(try #require(AddressRange("10.0.0.0/8")).isExact)
        #expect(try !#require(AddressRange("10.1.0.0/8")).isExact)
        for text in [
            "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.4/33", "::1/129", "1::2::3", "1:2:3", "g::", ":1", "1.2.3.4/",
        ] {
            #expect(AddressRange(text) == nil, "`\(text)`")
        }
    }
}
