import PolicyLint
import Testing

/// What the README promises, where no other test runs it.
@Suite struct ReadmeTests {
    @Test("The configuration that the README shows is understood, every line of it")
    func configuration() throws {
        let text = try #require(Checkout.files.first { $0.path == "README.md" }?.text)
        let blocks = text.split(separator: "```").filter { $0.hasPrefix("yaml\n") && $0.contains("account-id:") }
        let block = try #require(blocks.first).dropFirst("yaml\n".count)
        let configuration = try Configuration(yaml: Array(block.utf8))
        #expect(configuration.accountID == "111122223333")
        #expect(configuration.trustedUser != nil)
        #expect(configuration.excludedFiles.count == 1)
        #expect(configuration.kinds.map(\.kind) == [.serviceControlPolicy])
        #expect(configuration.suppressions.map(\.rules) == [["trust-principal-account-root"]])
    }

    @Test("Every file that the README and the other pages link to is there")
    func links() throws {
        for file in Checkout.files where file.path.hasSuffix(".md") {
            let text = try #require(file.text)
            for match in text.matches(of: /\]\((?<path>[A-Za-z0-9_.\/-]+\.md)\)/) {
                var (folders, rest) = (file.folders, match.path)
                while rest.hasPrefix("../"), folders.popLast() != nil { rest = rest.dropFirst("../".count) }
                let path = (folders + [String(rest)]).joined(separator: "/")
                #expect(Checkout.files.contains { $0.path == path || $0.path == match.path }, "\(file): \(path)")
            }
        }
    }
}
