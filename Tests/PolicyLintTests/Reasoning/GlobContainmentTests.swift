import Testing

@testable import PolicyLint

/// Containment and overlap of patterns against all words of a small alphabet.
@Suite struct GlobContainmentTests {
    /// What a pattern means, said in the plainest way.
    private static func matches(_ pattern: Substring, _ text: Substring) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        let rest = pattern.dropFirst()
        if first == "*" { return matches(rest, text) || (!text.isEmpty && matches(pattern, text.dropFirst())) }
        guard let letter = text.first, first == "?" || first == letter else { return false }
        return matches(rest, text.dropFirst())
    }

    /// Which words a pattern matches, one bit a word.
    private static func language(_ pattern: String, of words: [String]) -> UInt128 {
        words.enumerated().reduce(0) { $0 | (matches(pattern[...], $1.element[...]) ? 1 << UInt128($1.offset) : 0) }
    }

    private static func value(_ text: String) -> GlobPattern {
        GlobPattern(value: text, hasWildcards: true, hasVariables: false)
    }

    // `c` stands for all letters that are in no pattern.
    private static let texts = words("abc", upTo: 4)
    private static let shortPatterns = words("ab*?", upTo: 3).map { ($0, value($0), language($0, of: texts)) }

    @Test("Of all short patterns, each covers exactly those whose words are among its own")
    func containment() {
        var covered = 0
        for (text, pattern, language) in Self.shortPatterns {
            for (otherText, other, otherLanguage) in Self.shortPatterns {
                let isWithin = otherLanguage & ~language == 0
                if isWithin { covered += 1 }
                if pattern.covers(other) != Answer(isWithin) {
                    Issue.record("`\(text)` covers `\(otherText)`: \(pattern.covers(other)), not \(isWithin)")
                }
            }
        }
        #expect(covered > 1_000)
    }

    @Test("Of all short patterns, exactly those overlap that have a word in common")
    func overlap() {
        for (text, pattern, language) in Self.shortPatterns {
            for (otherText, other, otherLanguage) in Self.shortPatterns where text <= otherText {
                let isCommon = language & otherLanguage != 0
                if pattern.overlaps(other) != Answer(isCommon) {
                    Issue.record("`\(text)` and `\(otherText)`: \(pattern.overlaps(other)), not \(isCommon)")
                }
            }
        }
    }

    @Test("Every pattern matches the words that it should")
    func matching() {
        for (text, pattern, language) in Self.shortPatterns {
            for (index, word) in Self.texts.enumerated() {
                let isMatch = language & (1 << UInt128(index)) != 0
                #expect(pattern.matches(word) == isMatch, "`\(text)` and `\(word)`")
                #expect(GlobPattern.matches(word, pattern: text) == isMatch, "`\(text)` and `\(word)`")
            }
        }
    }

    @Test("Several patterns cover what they cover together")
    func unions() {
        var random = SeededGenerator(seed: 11)
        // What three of these leave over shows in words of this length.
        let texts = words("abc", upTo: 5)
        let patterns = words("ab*?", upTo: 3).map { text in
            (text, Self.value(text), Set(texts.indices.filter { Self.matches(text[...], texts[$0][...]) }))
        }
        var onlyTogether = 0
        for _ in 0..<1_500 {
            let chosen = (0..<4).compactMap { _ in patterns.randomElement(using: &random) }
            let (covering, other) = (chosen.dropFirst(), chosen[0])
            let left = covering.reduce(other.2) { $0.subtracting($1.2) }
            let answer = covering.map { $0.1 }.cover(other.1)
            #expect(answer == Answer(left.isEmpty), "\(covering.map(\.0)) cover `\(other.0)`")
            if left.isEmpty && !covering.contains(where: { other.2.isSubset(of: $0.2) }) { onlyTogether += 1 }
        }
        #expect(onlyTogether > 0)
        #expect(["a", "a?*"].map(Self.value).cover(Self.value("a*")) == .yes)
        #expect(["?", "??", "", "???*"].map(Self.value).cover(Self.value("*")) == .yes)
        #expect(["?", "??", "", "????*"].map(Self.value).cover(Self.value("*")) == .no)
    }

    @Test("A search finds the shortest text, and gives up when its budget is used up")
    func search() {
        let search = GlobSearch(inside: [[Self.value("a*")], [Self.value("*b")]], outside: [Self.value("a?")])
        #expect(search.run() == .found("aab"))
        #expect(GlobSearch(inside: [[Self.value("a*")]], outside: [Self.value("*")]).run() == .nothing)
        #expect(GlobSearch(inside: []).run() == .found(""))
        var limited = GlobSearch(inside: [[Self.value("*a??????????")]], outside: [Self.value("*a???????????*")])
        limited.budget = 20
        #expect(limited.run() == .outOfBudget)
    }

    // MARK: ARNs

    @Test("The wildcards of an ARN match no colon in its first five fields")
    func fields() {
        var random = SeededGenerator(seed: 5)
        let parts = ["a", "*", "?", "a*", "", "*a"]
        let lasts = parts + ["a:*", "*:a", "?a"]
        func pattern() -> [String] {
            ["arn", "*", "a"] + (0..<2).map { _ in parts.randomElement(using: &random) ?? "" }
                + [lasts.randomElement(using: &random) ?? ""]
        }
        let texts = ["", "a", "b", "aa"].flatMap { region in
            ["a", "", "ba"].flatMap { account in
                ["", "a", "b", "a:b", "b:a", "a:a:a"].map { ["arn", "x", "a", region, account, $0] }
            }
        }
        func matches(_ pattern: [String], _ text: [String]) -> Bool {
            zip(pattern, text).allSatisfy { Self.matches($0[...], $1[...]) }
        }
        var covered = 0
        for _ in 0..<350 {
            let (one, two) = (pattern(), pattern())
            let first = GlobPattern(arn: one.joined(separator: ":"), hasVariables: false)
            let second = GlobPattern(arn: two.joined(separator: ":"), hasVariables: false)
            for text in texts {
                #expect(first.matches(text.joined(separator: ":")) == matches(one, text), "\(one) and \(text)")
            }
            let isWithin = texts.allSatisfy { !matches(two, $0) || matches(one, $0) }
            let meet = texts.contains { matches(one, $0) && matches(two, $0) }
            if first.covers(second) == .yes {
                covered += 1
                #expect(isWithin, "\(one) covers \(two)")
            }
            if first.overlaps(second) == .no { #expect(!meet, "\(one) and \(two) do not meet") }
        }
        #expect(covered > 10)
    }

    @Test("A stack of one name is not a stack of another: `*` stays in its field")
    func wildcardsStayInTheirField() {
        func arn(_ text: String) -> GlobPattern { GlobPattern(arn: text, hasVariables: false) }
        let one = arn("arn:aws:cloudformation:*:*:stack/A/*")
        #expect(one.overlaps(arn("arn:aws:cloudformation:*:*:stack/B/*")) == .no)
        #expect(one.covers(arn("arn:aws:cloudformation:eu-west-1:*:stack/A/x")) == .yes)
        #expect(arn("arn:aws:s3:::a*").covers(arn("arn:aws:s3:::a/*")) == .yes)
        #expect(arn("*").covers(arn("arn:aws:s3:::a/*")) == .yes)
        #expect(arn("arn:*:*:*:*:*").covers(arn("*")) == .no)
    }

    @Test("What depends on whether a `*` at the end of a resource's field matches beyond the colon cannot be told")
    func readings() {
        func resource(_ text: String) -> GlobPattern { GlobPattern(resource: text, hasVariables: false) }
        let orders = resource("arn:aws:secretsmanager:*:*:orders-*")
        #expect(orders.match("arn:aws:secretsmanager:eu-west-1:111122223333:orders-a") == .yes)
        #expect(orders.match("arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-a") == .unclear)
        #expect(orders.match("arn:aws:secretsmanager:eu-west-1:111122223333:secret:x") == .no)
        let secrets = resource("arn:aws:secretsmanager:eu-west-1:111122223333:secret:*")
        #expect(orders.covers(secrets) == .no)
        #expect(orders.covers(resource("arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-*")) == .unclear)
        #expect(orders.overlaps(secrets) == .unclear)
        #expect(orders.overlaps(resource("arn:aws:sqs:*:*:orders-*")) == .no)
        #expect(resource("arn:aws:secretsmanager:*:*:*").covers(orders) == .yes)
        #expect(resource("arn:aws:ec2:*:111122223333:*").covers(resource("arn:aws:ec2:*:111122223333:vpc/*")) == .yes)
        // A `*` within a field stays there in both readings.
        #expect(resource("arn:aws:sqs:*-1:111122223333:a").overlaps(resource("arn:aws:sqs:eu-2:*:a")) == .no)
        #expect(GlobSearch(inside: [[orders]], outside: [secrets]).run().isSomething == .yes)
        #expect(GlobSearch(inside: [[secrets], [orders]]).run().isSomething == .unclear)
    }

    @Test("What is told of two resources holds in both readings of `*` at the end of a field")
    func bothReadings() {
        var random = SeededGenerator(seed: 9)
        let parts = ["a", "*", "?", "a*", "", "*a"]
        func pattern() -> GlobPattern {
            let fields = ["arn", "x", "a"] + (0..<3).map { _ in parts.randomElement(using: &random) ?? "" }
            return GlobPattern(resource: fields.joined(separator: ":"), hasVariables: false)
        }
        let texts = words("a:", upTo: 5).map { "arn:x:a:" + $0 }
        var told = 0
        for _ in 0..<400 {
            let (one, two) = (pattern(), pattern())
            for (left, right) in [(one, two), (one.reachingOverFields, two.reachingOverFields)] {
                if one.covers(two) == .yes {
                    told += 1
                    #expect(texts.allSatisfy { !right.matches($0) || left.matches($0) }, "\(one) covers \(two)")
                }
                if one.overlaps(two) == .no {
                    #expect(!texts.contains { left.matches($0) && right.matches($0) }, "\(one) and \(two)")
                }
            }
        }
        #expect(told > 20)
    }

    @Test("What is no ARN of six fields covers only itself, and is covered by `*`")
    func irregular() {
        func arn(_ text: String) -> GlobPattern { GlobPattern(resource: text, hasVariables: false) }
        #expect(arn("arn:aws:s3:*").covers(arn("arn:aws:s3:::a")) == .unclear)
        #expect(arn("arn:aws:s3:*").covers(arn("arn:aws:s3:*")) == .yes)
        #expect(arn("*").covers(arn("arn:aws:s3:*")) == .yes)
        #expect(arn("arn:aws:s3:*").matches("arn:aws:s3:::a"))
    }

    // MARK: Variables

    @Test("What is covered with variables is covered whatever they stand for")
    func variables() {
        var random = SeededGenerator(seed: 3)
        let pieces = ["a", "*", "?", "${aws:username}", "${aws:userid}", "b"]
        func text() -> String {
            (0..<Int.random(in: 1...3, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
        var covered = 0
        for _ in 0..<1_500 {
            let (one, two) = (text(), text())
            let first = GlobPattern(value: one, hasWildcards: true, hasVariables: true)
            let second = GlobPattern(value: two, hasWildcards: true, hasVariables: true)
            guard first.covers(second) == .yes else { continue }
            covered += 1
            for (name, id) in [("", ""), ("a", "b"), ("ab", "a"), ("c", "c")] {
                func resolve(_ pattern: GlobPattern) -> GlobPattern? {
                    pattern.resolved { $0.key == "aws:username" ? name : id }
                }
                guard let wide = resolve(first), let narrow = resolve(second) else { continue }
                #expect(wide.covers(narrow) == .yes, "`\(one)` covers `\(two)` with `\(name)` and `\(id)`")
            }
        }
        #expect(covered > 100)
    }

    @Test("A variable is covered by itself and by `*`, not by `?` nor by another one")
    func variableIsOpaque() {
        func value(_ text: String) -> GlobPattern { GlobPattern(value: text, hasWildcards: true, hasVariables: true) }
        let home = value("home/${aws:username}/*")
        #expect(home.covers(home) == .yes)
        #expect(home.covers(value("home/${ AWS:UserName }/x")) == .yes)
        #expect(value("home/*").covers(home) == .yes)
        #expect(value("home/?*/*").covers(home) == .no)
        #expect(value("home/${aws:userid}/*").covers(home) == .no)
        #expect(value("*${s:username}").covers(value("${aws:username}")) == .no)
        #expect(["${aws:username}", "*?${aws:username}"].map(value).cover(value("*${aws:username}")) == .yes)
        #expect(home.overlaps(value("home/alice/*")) != .no)
        #expect(home.overlaps(value("logs/*")) == .no)
        #expect(value("${*}").literal == "*")
        #expect(value("${aws:username, 'nobody'}").resolved { $0.defaultValue }?.literal == "nobody")
        #expect(home.resolved { _ in nil } == nil)
    }

    @Test("Letters that take several bytes are letters")
    func letters() {
        #expect(Self.value("?").covers(Self.value("é")) == .yes)
        #expect(Self.value("??").covers(Self.value("é")) == .no)
        #expect(GlobPattern.matches("é", pattern: "?"))
        #expect(GlobPattern(literal: "É", ignoresCase: true) == GlobPattern(literal: "é", ignoresCase: true))
    }
}
