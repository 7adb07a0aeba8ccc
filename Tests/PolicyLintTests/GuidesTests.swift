import Testing

@testable import PolicyLint

/// The document of the guides: a role that trusts its account becomes one that trusts a user with MFA.
@Suite struct GuidesTests {
    private static let open = """
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": {
                        "AWS": "arn:aws:iam::111122223333:root"
                    },
                    "Action": "sts:AssumeRole"
                }
            ]
        }

        """
    private static let sealed = """
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": {
                        "AWS": "arn:aws:iam::111122223333:user/alice"
                    },
                    "Action": "sts:AssumeRole",
                    "Condition": {
                        "Bool": {
                            "aws:MultiFactorAuthPresent": "true"
                        }
                    }
                }
            ]
        }

        """

    @Test("The open trust policy becomes the one that names the user and requires MFA", arguments: ["\n", "\r\n", ""])
    func theGuidesDocument(lineBreak: String) {
        var settings = LintSettings()
        settings.trustedUser = AmazonResourceName("arn:aws:iam::111122223333:user/alice")
        let result = FixEngine(Linter(settings: settings)).fix(
            SourceFile(name: "trust.json", text: Self.laidOut(Self.open, lineBreak)))
        #expect(String(decoding: result.file.bytes, as: UTF8.self) == Self.laidOut(Self.sealed, lineBreak))
        #expect(result.remaining.diagnostics.map(\.rule) == [])
    }

    /// The document with another line break; minified where it is empty.
    private static func laidOut(_ text: String, _ lineBreak: String) -> String {
        if !lineBreak.isEmpty { return text.replacing("\n", with: lineBreak) }
        return String(text.filter { $0 != " " && $0 != "\n" })
    }
}
