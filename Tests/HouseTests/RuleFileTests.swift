import Testing

@testable import PolicyLint

/// A rule is one Swift file and one page, and knows of no other.
@Suite struct RuleFileTests {
    @Test("Rule ids are kebab-case nouns", arguments: RuleCatalogue.all.map(\.id))
    func ruleIdsAreKebabCase(id: String) {
        #expect(id.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil)
        #expect(!id.hasPrefix("no-"))
    }

    @Test("Every rule has its file and its page, each in the folder of its wing")
    func everyRuleHasItsFiles() {
        for type in RuleCatalogue.rules {
            let metadata = type.metadata
            let file = HouseRules.files.first { $0.stem == String(describing: type) }
            #expect(file?.folders.last?.lowercased() == metadata.wing.rawValue, "\(type)")
            #expect(file?.stem.lowercased() == metadata.id.filter { $0 != "-" }, "\(type)")
            let page = "rules/\(metadata.wing.rawValue)/\(metadata.id).md"
            #expect(Checkout.files.contains { $0.path == page }, "\(page)")
        }
        let pages = Checkout.files.filter { $0.path.hasPrefix("rules/") && $0.path.hasSuffix(".md") }
        #expect(pages.count { $0.stem != "README" } == RuleCatalogue.rules.count)
    }

    @Test("Every file that declares a rule was found by the index", arguments: HouseRules.files)
    func everyRuleIsIndexed(file: Checkout.File) throws {
        let declaresRule = SwiftCode(try #require(file.text)).text.contains("let metadata = RuleMetadata(")
        #expect(declaresRule == HouseRules.typeNames.contains(file.stem))
    }

    @Test("A rule names no other rule, by type or by id", arguments: HouseRules.files)
    func rulesAreStrangers(file: Checkout.File) throws {
        let text = try #require(file.text)
        let own = RuleCatalogue.rules.first { String(describing: $0) == file.stem }
        let types = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init)).intersection(HouseRules.typeNames)
        let words = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init))
        #expect(types.subtracting([file.stem]).sorted() == [])
        let ids = words.intersection(RuleCatalogue.all.map(\.id))
        #expect(ids.subtracting([own?.metadata.id ?? ""]).sorted() == [])
    }

    @Test("A wing uses nothing of another wing: what two share is in a room below")
    func wingsAreStrangers() throws {
        var wings: [String: String] = [:]
        for file in HouseRules.files {
            for name in SwiftCode(try #require(file.text)).declaredTypes { wings[name] = file.folders[3] }
        }
        for file in HouseRules.files {
            let foreign = SwiftCode(try #require(file.text)).typeNames.filter {
                wings[$0, default: file.folders[3]] != file.folders[3]
            }
            #expect(foreign.sorted() == [], "\(file)")
        }
    }

    @Test("No rule is left as scripts/new-rule wrote it")
    func noSkeletons() throws {
        let pages = Checkout.files.filter { $0.path.hasPrefix("rules/") }
        for file in HouseRules.files + pages {
            let words = try #require(file.text).matches(
                of: /\b[Ss]ay (what is wrong, in|what the rule|why it matters\.)/)
            #expect(words.isEmpty, "\(file)")
        }
    }

    @Test("Every page has its parts, in their order", arguments: RuleCatalogue.all.map(\.id))
    func everyPageHasItsParts(id: String) throws {
        let page = try #require(RuleCatalogue.page(for: id))
        var isInExample = false
        var titles: [Substring] = []
        for line in page.markdown.split(separator: "\n") {
            if line.hasPrefix("```") { isInExample.toggle() }
            if !isInExample, line.hasPrefix("#") { titles.append(line) }
        }
        #expect(titles == ["# \(id)", "## Why it matters", "## What to do", "## Examples"])
        #expect(!page.summary.isEmpty)
    }
}
