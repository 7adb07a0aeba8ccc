import Testing

@testable import PolicyLint

/// The controls about buckets.
@Suite struct BucketControlTests {
    private static let list = """
        {"Buckets": [{"Name": "kept-a", "CreationDate": "2026-01-01T00:00:00Z"},
          {"Name": "kept-b", "CreationDate": "2026-01-01T00:00:00Z"}]}
        """

    @Test("Each bucket of the list has its line, by the folder that its answer lies in")
    func oneLineABucket() {
        let export = Export([
            "list-buckets.json": Self.list,
            "buckets/kept-a/get-bucket-versioning.json": "{\"Status\": \"Enabled\", \"MFADelete\": \"Enabled\"}",
            "buckets/kept-b/get-bucket-versioning.json": "",
        ])
        #expect(
            export.says("bucket-mfa-delete") == [
                "pass bucket kept-a: versions are kept, and deleting one takes MFA",
                "open bucket kept-b: no versions are kept",
            ])
    }

    @Test("A bucket without its answer cannot be told, and neither can what a list may have left out")
    func cannotTell() {
        let export = Export(["list-buckets.json": Self.list])
        #expect(
            export.says("bucket-mfa-delete") == [
                "cannot-tell bucket kept-a: the export holds no versioning of the bucket",
                "cannot-tell bucket kept-b: the export holds no versioning of the bucket",
            ])
        let refused = Export([
            "buckets/kept-a/get-bucket-versioning.error.txt": Answers.error("AccessDenied", "GetBucketVersioning")
        ])
        #expect(
            refused.says("bucket-mfa-delete") == [
                "cannot-tell bucket kept-a: AWS did not let the exporter read the versioning of the bucket",
                "cannot-tell account: the export holds no list of buckets",
            ])
    }

    @Test("What should be is no evidence of what is")
    func desiredState() {
        let export = Export([
            "list-buckets.json": Self.list,
            "put-bucket-versioning.json":
                "{\"Bucket\": \"kept-a\", \"VersioningConfiguration\": {\"Status\": \"Enabled\", \"MFADelete\": \"Enabled\"}}",
        ])
        #expect(export.lines("bucket-mfa-delete").map(\.outcome) == [.cannotTell, .cannotTell])
    }
}
