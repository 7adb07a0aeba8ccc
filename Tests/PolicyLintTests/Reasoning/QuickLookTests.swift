import Testing

@testable import PolicyLint

/// Quick looks may pass what the careful look then refuses, and never the other way.
@Suite struct QuickLookTests {
    @Test("No pattern that covers another is sorted out by their letters")
    func covers() {
        let patterns = words("aA*?", upTo: 4) + ["a${v}", "${v}a", "a*${v}", "${v}", "*a${v}a", "a}", "${a", "}"]
        var (covered, sortedOut) = (0, 0)
        for text in patterns {
            let pattern = GlobPattern(value: text, hasWildcards: true, hasVariables: true)
            for other in patterns {
                let mayCover =
                    GlobPattern.mayCover(text, other, ignoringCase: false)
                    && GlobPattern.mayCover(text, TextSketch(text), other, TextSketch(other), ignoringCase: false)
                if !mayCover { sortedOut += 1 }
                guard pattern.covers(GlobPattern(value: other, hasWildcards: true, hasVariables: true)) == .yes else {
                    continue
                }
                covered += 1
                if !mayCover { Issue.record("`\(text)` covers `\(other)`") }
            }
        }
        #expect(covered > 5_000)
        #expect(sortedOut > 5_000)
    }

    @Test("No resource that covers another is sorted out by their letters and sketches")
    func resources() {
        let fields = ["", "s3", "*", "?", "s*"]
        let names = ["", "b", "b*", "*b", "?", "*", "b:c", "é", "${aws:username}", "b${*}", "*}"]
        let resources =
            [
                "*", "**", "?*", "arn", "arn:*", "arn:a*", "arn:aws:s3", "arn:aws:s3:*", "arn:aws:s3:*:*",
                "${aws:username}",
            ]
            + fields.flatMap { service in
                fields.prefix(3).flatMap { account in names.map { "arn:aws:\(service)::\(account):\($0)" } }
            }
        let sketches = resources.map { TextSketch($0) }
        let patterns = resources.map { GlobPattern(resource: $0, hasVariables: true) }
        var (covered, sortedOut) = (0, 0)
        for index in patterns.indices {
            for other in patterns.indices {
                let mayCover = GlobPattern.mayCover(
                    resource: resources[index], sketches[index], resources[other], sketches[other])
                if !mayCover { sortedOut += 1 }
                guard patterns[index].covers(patterns[other]) == .yes else { continue }
                covered += 1
                // Without wildcards, what has not all fields is compared as it is written.
                let isShort = patterns[index].isIrregular && !resources[index].hasWildcard
                if !mayCover, !isShort { Issue.record("`\(resources[index])` covers `\(resources[other])`") }
            }
        }
        #expect(covered > 1_000)
        #expect(sortedOut > 10_000)
    }

    @Test("No condition that implies another is sorted out by its values")
    func conditions() throws {
        var generator = SeededGenerator(seed: 12)
        let operators = [
            "StringEquals", "StringLike", "ForAnyValue:StringLike", "StringEqualsIfExists", "StringNotLike",
        ]
        let texts = ["a", "b", "a*", "*", "?", "a?", "A", "${aws:username}", "*${aws:username}"]
        func condition() -> String {
            let values = (0..<Int.random(in: 1...2, using: &generator)).map { _ in
                "\"" + (texts.randomElement(using: &generator) ?? "") + "\""
            }
            let name = operators.randomElement(using: &generator) ?? ""
            return "\"Condition\": {\"\(name)\": {\"aws:x\": [\(values.joined(separator: ", "))]}}"
        }
        var (implied, sortedOut) = (0, 0)
        for _ in 0..<1_000 {
            let statements = try PolicyText.policy([condition(), condition()]).statements
            let (own, other) = (statements[0], statements[1])
            let tests = try [own, other].map {
                try #require(ConditionTest($0.conditions[0], hasVariables: true))
            }
            let mayImply = own.mayImply(conditionsOf: other)
            if !mayImply { sortedOut += 1 }
            guard tests[1].isAlwaysTrue == .yes || tests[0].implies(tests[1]) == .yes else { continue }
            implied += 1
            #expect(mayImply, "\(own.conditions[0].values) and \(other.conditions[0].values)")
        }
        #expect(implied > 80 && sortedOut > 80, "\(implied) implied, \(sortedOut) sorted out")
    }

    @Test("A hash that stands before is found among few and among many")
    func repetitions() {
        var generator = SeededGenerator(seed: 13)
        for count in [0, 1, 2, 7, 12, 13, 40, 300] {
            for range in [count / 2, count * 20] {
                let hashes = (0..<count).map { _ in TextHash(String(Int.random(in: 0...range, using: &generator))) }
                let repeated = hashes.indices.filter { hashes[..<$0].contains(hashes[$0]) }
                #expect(hashes.repetitions == repeated)
            }
        }
    }

    @Test("No variable is sorted out of which a rule has something to say")
    func variables() {
        let catalogue = ServiceCatalogue.embedded
        let parts = [
            "${", "}", "aws:username", "aws:TagKeys", "aws:Referer", "no:Key", " ", ", 'x'", "$", "*", "{", "é",
        ]
        let ends = [""] + parts
        var (sortedOut, named) = (0, 0)
        for first in parts {
            for second in ends {
                for third in ends {
                    let text = "${" + first + second + third
                    let traits = catalogue.variableTraits(of: text)
                    let keys = GlobPattern(value: text, hasWildcards: true, hasVariables: true).allVariables.map(\.key)
                    if !keys.isEmpty { named += 1 }
                    if !traits.contains(.chosen), keys.contains(where: CallerChosenKey.isOne) {
                        Issue.record("`\(text)` is for the caller to choose")
                    }
                    if traits.contains(.unknown) { continue }
                    sortedOut += 1
                    if keys.contains(where: { catalogue.conditionKey($0)?.type.isMultivalued ?? true }) {
                        Issue.record("`\(text)` is not known")
                    }
                }
            }
        }
        #expect(sortedOut > 10)
        #expect(named > 150)
    }

    @Test("Where a likely text is left of a set, the search finds one, too")
    func regions() {
        var generator = SeededGenerator(seed: 11)
        let texts =
            words("ab*?", upTo: 3) + ["arn:aws:s3:*:*:b", "arn:aws:s3:::b*", "arn:aws:s3:::*", "a${v}", "${v}"]
        func list(_ count: ClosedRange<Int>) -> ValueList {
            let patterns = (0..<Int.random(in: count, using: &generator)).map { _ in
                GlobPattern(
                    resource: texts[Int.random(in: 0..<texts.count, using: &generator)], hasVariables: true)
            }
            return .texts(patterns, ignoresCase: false)
        }
        var answers: [Answer: Int] = [:]
        for _ in 0..<2_000 {
            var region = TextRegion.everything
            for _ in 0..<Int.random(in: 0...2, using: &generator) { region = region.intersection(.listed(list(1...2))) }
            for _ in 0..<Int.random(in: 0...2, using: &generator) { region = region.subtracting(.listed(list(1...2))) }
            #expect(region.isSomething == region.example.isSomething, "\(region)")
            answers[region.isSomething, default: 0] += 1
        }
        #expect(answers[.yes, default: 0] > 300)
        #expect(answers[.no, default: 0] > 200)
    }

    @Test("No resource that takes a probe in is sorted out by its letters")
    func probes() throws {
        let name = ResourceProbe.name
        let rests = words("a/*?", upTo: 3) + ["${v}", "a${v}", "${v}a", "role/*", "role/a*", "role/\(name)"]
        let beginnings = ["", "arn:aws:s3:", "arn:aws:s3:::", "arn:aws:iam::*:", "arn:${v}:s3:::"]
        let resources =
            beginnings.flatMap { beginning in rests.map { beginning + $0 } } + ["arn:*", "arn:aws:*:*:*:*", "*:*"]
        var (taken, refused) = (0, 0)
        for action in ["s3:GetObject", "iam:PassRole", "secretsmanager:GetSecretValue", "ec2:RunInstances", "x:y"] {
            for probe in ResourceProbe.probes(of: ActionName(action), .embedded) {
                let pattern = GlobPattern(resource: probe.text, hasVariables: false)
                for resource in resources {
                    // What ends within the first five fields is no resource for the rules.
                    let own = GlobPattern(resource: resource, hasVariables: true)
                    if own.isIrregular { continue }
                    let isTaken = own.resolved { _ in "-" }?.surelyOverlaps(pattern) ?? false
                    let found = probe.isWithin(JSONStrings([resource]), true)
                    if found != isTaken { Issue.record("`\(resource)` and `\(probe.text)`: \(found)") }
                    if isTaken { taken += 1 } else { refused += 1 }
                }
            }
        }
        #expect(taken > 50)
        #expect(refused > 500)
    }

    @Test("The watched actions that a list may name are those that its patterns match")
    func watched() throws {
        let names = EscalationPath.all.flatMap(\.actions) + ExposingAction.all.map(\.name) + BroadRoleGrant.actions
        let patterns = [
            "*", "**", "*:*", "?am:Pass*", "i*:passrole", "iam:*", "IAM:passrole", "iam:Pass?ole", "iam:Pass",
            "ec2:Run*",
            "s3:Get*Acl", "sts:*", "none:*", "none:PassRole", "iam:PassRole*", "*PassRole", "éam:*", "iam:é*",
        ]
        for pattern in patterns {
            let policy = try PolicyText.policy("\"Effect\": \"Allow\", \"Action\": [\"x:y\", \"\(pattern)\"]")
            let sketch = GrantSketch([policy])
            for name in names {
                let isMatch = GlobPattern.matches(name, pattern: pattern, ignoringCase: true)
                #expect(sketch.mayAllow(name) == isMatch, "`\(name)` and `\(pattern)`")
            }
        }
    }

    @Test("No resource type is sorted out by its sketch that an ARN may be of")
    func types() throws {
        let patterns = [
            "*", "?*", "bucket", "b*", "bucket/*", "instance/*", "instance/i-?", "instance*", "i*/x", "table/t",
            "role/*", "topic",
            "job/*", "log-group:*", "key/${aws:username}",
        ]
        let arns = try ["s3", "ec2", "dynamodb", "iam", "sns", "*", "", "s?"].flatMap { service in
            try patterns.map { try #require(ResourceARN.of("arn:aws:\(service):*:*:\($0)")) }
        }
        let forms = ServiceCatalogue.embedded.servicesInARNs.flatMap {
            ServiceCatalogue.embedded.resourceForms(inARNsOf: $0)
        }
        var (fitting, sortedOut) = (0, 0)
        for form in forms {
            for arn in arns {
                let mayMeet = form.sketch.mayMeet(arn.sketch)
                if !mayMeet { sortedOut += 1 }
                guard form.fits(arn) else { continue }
                fitting += 1
                if !mayMeet { Issue.record("`\(form.text)` and `\(arn.service)`, `\(arn.resource)`") }
            }
        }
        #expect(fitting > 5_000)
        #expect(sortedOut > 100_000)
    }

    @Test("Whether an ARN can have a form is what its words say")
    func forms() throws {
        let rests = ["x", "x/${Name}", "${Name}", "${Name}/x", "x${Name}x", "${Name}${Other}", "${BucketName}", "x*"]
        let patterns = words("x/*?", upTo: 4).filter { !$0.isEmpty }
        // `n` stands for all letters that are in no form and no pattern.
        let words = words("xn/", upTo: 6)
        var fitting = 0
        for rest in rests {
            let form = try #require(ResourceForm("arn:${Partition}:s3:::" + rest))
            let own = words.filter { Self.isOf(rest, $0) }
            for pattern in patterns {
                let arn = try #require(ResourceARN.of("arn:aws:s3:::" + pattern))
                let isCommon = own.contains { NamePattern.matches($0.utf8, pattern.utf8) }
                if isCommon { fitting += 1 }
                if form.hasResource(of: arn) != isCommon { Issue.record("`\(rest)` and `\(pattern)`: \(!isCommon)") }
            }
        }
        #expect(fitting > 500)
    }

    /// Whether a word has a form: a placeholder stands for one letter or more, that of a bucket for no slash.
    private static func isOf(_ form: String, _ word: String) -> Bool {
        guard let first = form.first else { return word.isEmpty }
        if first == "*" {
            return isOf(String(form.dropFirst()), word) || (!word.isEmpty && isOf(form, String(word.dropFirst())))
        }
        guard first == "$", let end = form.firstIndex(of: "}") else {
            return word.first == first && isOf(String(form.dropFirst()), String(word.dropFirst()))
        }
        let rest = String(form[form.index(after: end)...])
        let isOfBucket = form.hasPrefix("${BucketName}")
        return (1...6).contains { length in
            length <= word.count && !(isOfBucket && word.prefix(length).contains("/"))
                && isOf(rest, String(word.dropFirst(length)))
        }
    }
}
