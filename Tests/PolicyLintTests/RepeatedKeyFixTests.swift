import Testing

@testable import PolicyLint

/// What is corrected of a document in which a key stands twice.
@Suite struct RepeatedKeyFixTests {
    private static func deny(_ members: String) -> SourceFile {
        let text = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::amzn-s3-demo-bucket/*"},
              {"Effect":"Deny","Resource":"arn:aws:s3:::amzn-s3-demo-bucket/*",\(members)}]}
            """
        return SourceFile(name: "policy.json", text: text)
    }

    private static func fixed(_ file: SourceFile, _ lists: ActionListForm? = nil) -> FixEngine.Result {
        FixEngine(Linter(settings: LintSettings()), actionLists: lists).fix(file)
    }

    private static let account = #""StringEquals":{"aws:PrincipalAccount":"111122223333"}"#

    @Test(
        "What stands twice is a person's choice, and until it is made nothing else is mended: the other would count then",
        arguments: [
            "\"Action\":\"s3:DeleteObject\",\"Condition\":{\(account)},\"Condition\":{}",
            "\"Action\":\"s3:DeleteObject\",\"Condition\":{\(account)},\"Condition\":{\"StringLikeIfExists\":{\"aws:PrincipalTag/x\":\"*\"}}",
            "\"Action\":\"s3:DeleteObject\",\"Condition\":{\(account),\"StringEquals\":{}}",
            "\"Action\":\"s3:*\",\"Action\":\"s3:GetObject\"",
        ])
    func differing(_ members: String) {
        let file = Self.deny(members)
        let result = Self.fixed(file)
        #expect(result.file.bytes == file.bytes)
        #expect(result.remaining.diagnostics.contains { $0.rule == "duplicate-key" })
        #expect(result.remaining.diagnostics.allSatisfy { $0.fix.map { $0.effect == .suggestion } ?? true })
        #expect(Self.fixed(file, .expanded).file.bytes == file.bytes)
    }

    @Test("A repetition goes, and then the rest is mended")
    func same() {
        let result = Self.fixed(
            Self.deny("\"Action\":[\"s3:DeleteObject\",\"s3:DeleteObject\"],\"Condition\":{},\"Condition\":{}"))
        #expect(!result.remaining.diagnostics.contains { $0.rule == "duplicate-key" })
        #expect(Set(result.applied.map(\.rule)).isSuperset(of: ["duplicate-key", "duplicate-list-member"]))
    }
}
