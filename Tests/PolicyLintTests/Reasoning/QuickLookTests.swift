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
                let mayCover = GlobPattern.mayCover(text, other, ignoringCase: false)
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
