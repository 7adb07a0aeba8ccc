import Testing

@testable import PolicyLint

@Suite struct HouseTests {
    @Test("Rule ids are kebab-case nouns")
    func ruleIdsAreKebabCase() {
        for rule in RuleCatalogue.all {
            #expect(
                rule.id.utf8.allSatisfy {
                    $0.isDigit || $0 == UInt8(ascii: "-") || ($0.isLetter && $0.asciiLowercased == $0)
                })
            #expect(!rule.id.hasPrefix("no-"))
        }
    }
}
