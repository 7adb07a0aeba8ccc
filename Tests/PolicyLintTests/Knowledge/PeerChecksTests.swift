import Testing

@testable import PolicyLint

/// The lists of other linters' checks in `rules/data`, and the rules that answer them.
@Suite struct PeerChecksTests {
    @Test("Every line of a list is a check, named once, and the head says what was read", arguments: Peer.allCases)
    func lists(peer: Peer) throws {
        let list = PeerChecks.of(peer)
        let text = try #require(RuleData.text("checks-of-\(peer.rawValue)")).description
        #expect(list.checks.count == text.split(separator: "\n").count { !$0.hasPrefix("#") })
        #expect(Set(list.checks.map(\.id)).count == list.checks.count && list.checks.count >= 10)
        #expect(list.version.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
        #expect(list.month.wholeMatch(of: /20\d\d-\d\d/) != nil)
        #expect(list.source.hasPrefix("https://github.com/"))
    }

    @Test(
        "A line that is none is left out",
        arguments: ["A", "A | ", " | finds", "A | finds | why | more", "# A | finds"])
    func oddLines(line: String) {
        #expect(PeerChecks(line).checks.isEmpty)
        #expect(PeerChecks("A | finds | why").checks.map(\.reason) == ["why"])
        #expect(PeerChecks("A | finds").checks.map(\.reason) == [nil])
    }

    @Test("Every check that a rule names is one of the peer's, named once", arguments: RuleCatalogue.all)
    func namesExist(rule: RuleMetadata) {
        for peer in Peer.allCases {
            let named = rule.checks(of: peer)
            #expect(Set(named).subtracting(PeerChecks.of(peer).checks.map(\.id)).sorted() == [])
            #expect(Set(named).count == named.count)
        }
    }

    @Test("A check has a rule that answers it, or a reason why none does, and not both", arguments: Peer.allCases)
    func answers(peer: Peer) {
        let answered = Set(RuleCatalogue.all.flatMap { $0.checks(of: peer) })
        for check in PeerChecks.of(peer).checks {
            #expect(answered.contains(check.id) == (check.reason == nil), "\(peer.rawValue): \(check.id)")
        }
    }

    @Test("The page of the coverage lists every check of every peer")
    func coverage() {
        let rows = CoveragePage.markdown.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count == Peer.allCases.map { PeerChecks.of($0).checks.count }.reduce(0, +))
        #expect(rows.contains { $0.hasPrefix("| `RESOURCE_MISMATCH`") && $0.contains("action-resource-mismatch.md") })
        #expect(rows.contains { $0.hasPrefix("| `RESOURCE_STAR`") && $0.contains("| an opinion: ") })
    }
}
