import Testing

@testable import PolicyLint

@Suite struct BucketVersioningTests {
    private func documents(_ name: String, _ text: String, kind: DocumentKind? = nil) -> [Document] {
        DocumentFinder(kind: kind).documents(in: SourceFile(name: name, text: text))
    }

    private func kinds(_ name: String, _ text: String, kind: DocumentKind? = nil) -> [DocumentKind] {
        documents(name, text, kind: kind).map(\.kind)
    }

    private static let input = "{\"Bucket\": \"x\", \"VersioningConfiguration\": {\"Status\": \"Enabled\"}}"

    @Test(
        "Nothing at all is the answer for a bucket without versioning where the name says so",
        arguments: [
            "get-bucket-versioning.json", "get_bucket_versioning.txt", "GetBucketVersioning.json",
            "bucket-versioning.json", "my-bucket.get-bucket-versioning", "s3-versioning-acme.json",
            "get-bucket-versioning/acme-logs.json", "exports/bucket_versioning/x.out",
        ])
    func emptyAnswer(name: String) {
        for text in ["", "\n", " \r\n", "{}", "{\"ResponseMetadata\": {\"HTTPStatusCode\": 200}}"] {
            #expect(kinds(name, text) == [.bucketVersioning], "\(text.debugDescription)")
        }
    }

    @Test(
        "Nothing at all says nothing elsewhere: other commands answer so, too",
        arguments: [
            "x.json", "put-bucket-versioning.json", "put_bucket_versioning.txt", "PutBucketVersioning.json",
            "acme-logs.put-bucket-versioning.json", "put-bucket-versioning/acme-logs.json",
            "versioning-configuration.json", "bucket-versioning-input.json", "enable-bucket-versioning.json",
            "versioning.json", "versioning.py", "bucket_versioning.py", "bucket-versioning.md",
            "get-bucket-versioning.log", "versioning/acme-logs.json", "get-bucket-policy.json",
        ])
    func emptyElsewhere(name: String) {
        for text in ["", "\n", "{}", "{\"ResponseMetadata\": {\"HTTPStatusCode\": 200}}"] {
            #expect(kinds(name, text).isEmpty, "\(text.debugDescription)")
        }
        #expect(kinds(name, "", kind: .bucketVersioning) == [.bucketVersioning])
        #expect(kinds(name, "{}", kind: .bucketVersioning) == [.bucketVersioning])
    }

    @Test("An empty file has its finding at its beginning")
    func emptyFinding() {
        let report = Linter().lint(SourceFile(name: "get-bucket-versioning.json", text: ""))
        #expect(report.diagnostics.map(\.rule) == ["versioning-disabled"])
        #expect(report.diagnostics.map(\.span) == [.at(0)])
    }

    @Test("A lone Status is nothing of ours without a name that says so")
    func loneStatus() {
        let text = "{\"Status\": \"Enabled\"}"
        #expect(kinds("health.json", text) == [])
        #expect(kinds("versioning/health.json", text) == [])
        #expect(kinds("versioning.json", text) == [.bucketVersioning])
        #expect(kinds("get-bucket-versioning.json", text) == [.bucketVersioning])
        #expect(kinds("get-bucket-versioning-config.json", text) == [.bucketVersioning])
        #expect(kinds("put-bucket-versioning.json", text) == [.versioningConfiguration])
        #expect(kinds("bucket-versioning-config.json", text) == [.versioningConfiguration])
        #expect(kinds("x.json", text, kind: .versioningConfiguration) == [.versioningConfiguration])
        #expect(kinds("x.json", "{\"Status\": \"Enabled\", \"MFADelete\": \"Disabled\"}") == [.bucketVersioning])
    }

    @Test("What an SDK adds shows an answer, whatever the file's name")
    func metadata() {
        let text = "{\"ResponseMetadata\": {}, \"Status\": \"Suspended\"}"
        #expect(kinds("put-bucket-versioning.json", text) == [.bucketVersioning])
    }

    @Test(
        "Only the whole input of put-bucket-versioning is one",
        arguments: [
            ("x.json", input, true),
            ("x.json", "{\"MFA\": \"x 1\", \"VersioningConfiguration\": {\"Status\": \"Enabled\"}}", true),
            (
                "x.json",
                """
                {"Bucket": "", "ContentMD5": "", "ChecksumAlgorithm": "CRC32", "MFA": "", \
                "VersioningConfiguration": {}, "ExpectedBucketOwner": ""}
                """, true
            ),
            ("put-bucket-versioning.json", "{\"VersioningConfiguration\": {\"Status\": \"Enabled\"}}", true),
            ("x.json", "{\"VersioningConfiguration\": {\"Status\": \"Enabled\"}}", false),
            ("x.json", "{\"BucketName\": \"x\", \"VersioningConfiguration\": {\"Status\": \"Enabled\"}}", false),
            (
                "put-bucket-versioning.json",
                "{\"BucketName\": \"x\", \"VersioningConfiguration\": {\"Status\": \"Enabled\"}}", false
            ),
            (
                "template.json",
                """
                {"Resources": {"B": {"Type": "AWS::S3::Bucket", "Properties": {"VersioningConfiguration": \
                {"Status": "Suspended"}}}}}
                """, false
            ),
        ])
    func requests(name: String, text: String, isRequest: Bool) {
        #expect(kinds(name, text) == (isRequest ? [.versioningConfiguration] : []))
    }

    @Test(
        "The bucket is named where the file's name can hardly say anything else",
        arguments: [
            ("get-bucket-versioning-acme-logs.json", "acme-logs"),
            ("get_bucket_versioning.acme.logs.json", "acme.logs"),
            ("exports/acme-logs.get-bucket-versioning.json", "acme-logs"),
            ("acme-logs_get-bucket-versioning", "acme-logs"),
            ("versioning/acme-logs.json", "acme-logs"), ("get-bucket-versioning/acme-logs.json", "acme-logs"),
            ("get-bucket-versioning-enabled-logs.json", "enabled-logs"),
            ("get-bucket-versioning.json", nil), ("get-bucket-versioning-prod.json", nil),
            ("get-bucket-versioning-mfa-off.json", nil), ("get-bucket-versioning-2026-01-31.json", nil),
            ("get-bucket-versioning-eu-central-1.json", nil), ("get-bucket-versioning-Acme-Logs.json", nil),
            ("get-bucket-versioning-acme_logs.json", nil), ("get-bucket-versioning-acme-.json", nil),
            ("forget-bucket-versioning-acme-logs.json", nil), ("one-two.get-bucket-versioning-acme-logs.json", nil),
            ("acme-logs/x.json", nil), ("acme-logs.json", nil), ("acme-logs-versioning.json", nil),
        ])
    func bucketOfName(name: String, bucket: String?) throws {
        let text = "{\"Status\": \"Enabled\", \"MFADelete\": \"Disabled\"}"
        let document = try #require(documents(name, text).first)
        #expect(document.owner.name == bucket)
        let command = try #require(Linter().lint(SourceFile(name: name, text: text)).diagnostics.first?.command)
        #expect(command.contains("--bucket \(bucket ?? "BUCKET") --versioning"))
    }

    @Test("The input names bucket, account and device itself")
    func ownerOfInput() throws {
        let text = """
            {"Bucket": "acme-logs", "MFA": "arn:aws:iam::111122223333:mfa/root 123456", \
            "VersioningConfiguration": {"Status": "Enabled", "MFADelete": "Disabled"}}
            """
        let document = try #require(documents("put-bucket-versioning-other-bucket.json", text).first)
        #expect(document.owner == Owner(kind: .bucket, name: "acme-logs", accountID: "111122223333"))
    }

    private func apply(_ name: String, _ text: String, account: String? = nil) throws -> String? {
        ApplyCommand.command(for: try #require(documents(name, text).first), path: "f.json", account: account)
    }

    @Test("A configuration is applied with a code only where it says something of MFA delete")
    func applyCommand() throws {
        let bare = "{\"Status\": \"Enabled\"}"
        let guarded = "{\"Status\": \"Enabled\", \"MFADelete\": \"Enabled\"}"
        let put = "aws s3api put-bucket-versioning"
        #expect(
            try apply("put-bucket-versioning.json", bare)
                == "\(put) --bucket BUCKET --versioning-configuration file://f.json")
        #expect(
            try apply("put-bucket-versioning-acme-logs.json", guarded, account: "111122223333") == """
                \(put) --bucket acme-logs --versioning-configuration file://f.json \
                --mfa 'arn:aws:iam::111122223333:mfa/root-account-mfa-device CODE'
                """)
        #expect(try apply("x.json", Self.input) == "\(put) --cli-input-json file://f.json")
        #expect(
            try apply("x.json", "{\"Bucket\": \"x\", \"VersioningConfiguration\": \(guarded)}") == """
                \(put) --cli-input-json file://f.json --mfa 'arn:aws:iam::ACCOUNT_ID:mfa/root-account-mfa-device CODE'
                """)
        #expect(
            try apply("x.json", "{\"MFA\": \"GAHT12345678 123456\", \"VersioningConfiguration\": \(guarded)}") == """
                \(put) --bucket BUCKET --cli-input-json file://f.json --mfa 'GAHT12345678 CODE'
                """)
        #expect(
            try apply(
                "x.json",
                "{\"Bucket\": \"x\", \"ExpectedBucketOwner\": \"444455556666\", \"VersioningConfiguration\": \(guarded)}",
                account: "111122223333")?.contains("iam::444455556666:mfa") == true)
        #expect(try apply("get-bucket-versioning.json", bare) == nil)
    }
}
