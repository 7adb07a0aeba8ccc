import Testing

@testable import PolicyLint

/// `docs/semantics.md`: every point stands on a page of AWS and on examples of ours that are there.
@Suite struct SemanticsTests {
    /// The points of the page, without their titles.
    private static func points() throws -> [Substring] {
        let text = try #require(Checkout.files.first { $0.path == "docs/semantics.md" }?.text)
        return text.split(separator: "\n### ").dropFirst().map { $0[...] }
    }

    @Test("The points are numbered, and each names a page of AWS")
    func sources() throws {
        for (index, point) in try Self.points().enumerated() {
            #expect(point.hasPrefix("\(index + 1). "))
            #expect(point.contains("[AWS](https://docs.aws.amazon.com/"))
        }
        #expect(try Self.points().count >= 40)
    }

    @Test("Each point is shown by examples that are on the pages it names")
    func examples() throws {
        for point in try Self.points() {
            let shown = point.split(separator: "\n").compactMap {
                $0.wholeMatch(of: /\* \[`([a-z0-9-]+)`\]\(\.\.\/rules\/[a-z]+\/([a-z0-9-]+)\.md\): “(.+)”/)
            }
            #expect(shown.count == point.split(separator: "\n").count { $0.hasPrefix("* ") })
            #expect(!shown.isEmpty, "\(point.prefix(40))")
            for line in shown {
                #expect(line.1 == line.2)
                let page = try #require(RuleCatalogue.page(for: String(line.1))).markdown
                let examples = try #require(page.split(separator: "\n## Examples\n").last)
                // Code stands in the quotation marks as code.
                let isCode = line.3.hasPrefix("`") && line.3.dropFirst().firstIndex(of: "`") == line.3.indices.last
                let quote = isCode ? line.3.dropFirst().dropLast() : line.3
                #expect(Self.flat(String(examples)).contains(Self.flat(String(quote))), "\(line.1): \(quote)")
            }
        }
    }

    /// A text without the marks of an example, on one line.
    private static func flat(_ text: String) -> String {
        text.filter { $0 != "⟦" && $0 != "⟧" }.split { $0.isWhitespace }.joined(separator: " ")
    }
}
