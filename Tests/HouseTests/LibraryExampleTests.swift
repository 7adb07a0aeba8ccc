import PolicyLint
import Testing

/// The README's example of PolicyLint as a library. It uses what every package can use: nothing is imported
/// for testing here.
@Suite struct LibraryExampleTests {
    private func example(text: String, print: (Any...) -> Void) {
        // begin
        let file = SourceFile(name: "trust.json", text: text)
        let linter = Linter()
        for diagnostic in linter.lint(file).diagnostics {
            print(diagnostic.rule, diagnostic.span.range, diagnostic.message)
        }
        let corrected = FixEngine(linter).fix(file).file
        print(String(decoding: corrected.bytes, as: UTF8.self))
        // end
    }

    @Test("The example finds and mends")
    func findsAndMends() {
        let open = """
            {
                "Version": "2012-10-17",
                "Statement": {
                    "Effect": "Allow",
                    "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" },
                    "Action": "sts:AssumeRole"
                }
            }

            """
        let closed = open.replacing(
            "\"sts:AssumeRole\"\n",
            with: """
                "sts:AssumeRole",
                        "Condition": {
                            "Bool": {
                                "aws:MultiFactorAuthPresent": "true"
                            }
                        }

                """)
        var printed: [[String]] = []
        example(text: open) { printed.append($0.map { "\($0)" }) }
        #expect(printed.first?.prefix(2) == ["trust-mfa-missing", "107..<145"])
        #expect(printed.dropFirst() == [[closed]])
    }

    @Test("The README shows the example as it stands here")
    func readmeShowsTheExample() throws {
        let source = try #require(Checkout.files.first { $0.stem == "LibraryExampleTests" }?.text)
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let begin = try #require(lines.firstIndex { $0.hasSuffix("// begin") })
        let end = try #require(lines.firstIndex { $0.hasSuffix("// end") })
        let code = lines[(begin + 1)..<end].map { $0.dropFirst(8) + "\n" }.joined()
        let readme = try #require(Checkout.files.first { $0.path == "README.md" }?.text)
        #expect(readme.contains("```swift\nimport PolicyLint\n\n\(code)```\n"))
    }
}
