import Testing

@testable import PolicyLint

@Suite struct RedactionTests {
    private static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    private static let escaped = "wJalrXUtnFEMI\\/K7MDENG\\/bPxRfiCYEXAMPLEKEY"

    /// Files in which a secret stands in every way that people write it; none of them is read by a
    /// reader that knows where the secret is.
    static let files: [(name: String, text: String, kind: DocumentKind)] = [
        ("credentials", "[root]\naws_secret_access_key = \(secret)\n", .sharedCredentials),
        ("credentials", "[root]\r\naws_secret_access_key=\(secret)\r\n", .sharedCredentials),
        ("rootkey.csv", "AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE\nAWSSecretKey=\(secret)\n", .credentialsDownload),
        ("accessKeys.csv", "Access key ID,Secret access key\nAKIAIOSFODNN7EXAMPLE,\(secret)\n", .credentialsDownload),
        (".env", "export AWS_SECRET_ACCESS_KEY=\"\(secret)\"\n", .environmentFile),
        ("key.json", "{\"AccessKey\": {\"SecretAccessKey\": \"\(secret)\"}}", .identityPolicy),
        ("key.json", "{\"AccessKey\":{\"SecretAccessKey\":\"\(escaped)\"}}", .identityPolicy),
        ("key.json", "{\"Log\": \"{\\\"SecretAccessKey\\\": \\\"\(secret)\\\"}\"}", .identityPolicy),
        ("key.json", "{\"SecretAccessKey\": \"\(secret)", .identityPolicy),
        ("key.yaml", "SecretAccessKey: \(secret)\n", .identityPolicy),
    ]

    @Test("No format shows a secret of the file: not in frames, snippets, messages, fixes or diffs", arguments: files)
    func noSecretInAnyFormat(name: String, text: String, kind: DocumentKind) {
        let report = ReportFixture.file(text, name: name, kind: kind) { _, file in
            let all = SourceSpan(0, file.bytes.count)
            let fix = Fix(
                "move \(Self.secret)", .narrowing, [TextEdit(replacing: all, with: "# \(text)\n# \(Self.secret)")])
            return [
                ReportFixture.warning(
                    at: all, "the secret is \(Self.secret)", help: "do not show \(Self.escaped)", fix: fix,
                    command: "echo \(Self.secret)", related: [Diagnostic.Related("here: \(Self.secret)", at: all)],
                    issues: [Diagnostic.AnalyzerIssue(code: "INVALID_ACTION", path: [.value(Self.secret)])])
            ]
        }
        for format in ReportFormat.allCases {
            for color in [false, true] {
                let output = ReportFixture.text(format, [report], options: ReportOptions(color: color, width: 400))
                #expect(!output.contains(Self.secret), "\(format)")
                #expect(!output.contains(Self.escaped), "\(format)")
                #expect(!output.contains("bPxRfiCYEXAMPLEKEY"), "\(format)")
                #expect(!output.contains("AKIAIOSFODNN7EXAMPLE"), "\(format)")
                #expect(output.contains("*****"), "\(format)")
            }
        }
    }

    @Test("A short password that a reader found is masked too, and its line is not hashed")
    func password() throws {
        let report = ReportFixture.file(
            "User name,Password\n⟦alice,Hunter2!⟧\n", name: "credentials.csv", kind: .credentialsDownload,
            secret: "Hunter2!"
        ) { marks, _ in [ReportFixture.warning(at: marks[0], "the password is Hunter2!")] }
        for format in ReportFormat.allCases {
            #expect(!ReportFixture.text(format, [report]).contains("Hunter2"), "\(format)")
        }
        #expect(!ReportFixture.text(.sarif, [report]).contains("primaryLocationLineHash"))
    }

    @Test("An edit that would write a masked secret is not handed to programs")
    func maskedEdit() {
        let text = "{\"SecretAccessKey\": \"\(Self.secret)\"}"
        let report = ReportFixture.file(text) { _, _ in
            let edit = TextEdit(replacing: SourceSpan(0, 1), with: "[\"\(Self.secret)\"")
            return [ReportFixture.warning(at: SourceSpan(0, 1), fix: Fix("mend", .preserving, [edit]))]
        }
        #expect(!ReportFixture.text(.sarif, [report]).contains("\"fixes\""))
        #expect(ReportFixture.text(.json, [report]).contains("\"edits\": null"))
    }

    @Test("A secret behind `=` is masked, and the setting's name is not", arguments: ["=", " = ", "=\"", " : "])
    func nameStays(separator: String) {
        let text = "[a]\naws_secret_access_key\(separator)\(Self.secret)\n"
        let report = Linter().lint(SourceFile(name: ".aws/credentials", text: text))
        let shown = String(decoding: Redaction(report).bytes, as: UTF8.self)
        #expect(shown.hasPrefix("[a]\naws_secret_access_key\(separator.prefix { $0 != "\"" })"))
        #expect(!shown.contains { Self.secret.contains($0) && !"[]aws_secret_access_key".contains($0) })
    }

    @Test("Base64 is masked with what fills it up at its end")
    func padding() {
        let value = String(repeating: "x8Zr1Lk+Yx0/", count: 4)
        for text in ["X=\(value)=", "X=\(value)==", "X=\(value)==\n", "\(value)==;\(value)", "a=\(value)=\(value)"] {
            let found = SecretFinder.find(in: Array(text.utf8), isCredentials: true).secrets
            let shown = text.utf8.enumerated().filter { place, _ in !found.contains { $0.contains(place) } }.map(
                \.element)
            #expect(["X=", "X=\n", ";", "a=="].contains(String(decoding: shown, as: UTF8.self)), "\(text)")
        }
    }

    @Test("The name of a setting alone on its line is no secret")
    func nameAlone() {
        let text = "[a]\naws_access_key_id = AKIARZPUZDIKKUJDIVTY\naws_secret_access_key\n"
        let redaction = Redaction(Linter().lint(SourceFile(name: ".aws/credentials", text: text)))
        #expect(redaction.text("no `aws_secret_access_key`") == "no `aws_secret_access_key`")
        #expect(String(decoding: redaction.bytes, as: UTF8.self).contains("\naws_secret_access_key\n"))
    }

    @Test(
        "Nothing is masked in a policy, which has no secrets",
        arguments: [
            "{\"Action\": \"secretsmanager:GetSecretValue\"}", "{\"Action\": [\"iam:ChangePassword\", \"x\"]}",
            "{\"Condition\": {\"Bool\": {\"aws:SecureTransport\": \"true\"}}}",
            "{\"Resource\": \"arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/db\"}",
            "{\"Resource\": \"arn:aws:s3:::a-bucket/\(String(repeating: "long/path/", count: 20))*\"}",
            "{\"Action\": \"sts:GetSessionToken\", \"Resource\": \"*\"}",
        ])
    func policiesAreShown(text: String) {
        let redaction = Redaction(ReportFixture.file(text) { _, _ in [] })
        #expect(redaction.bytes == Array(text.utf8))
    }
}
