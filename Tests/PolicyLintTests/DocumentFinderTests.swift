import Testing

@testable import PolicyLint

@Suite struct DocumentFinderTests {
    private func kinds(_ name: String, _ text: String, kind: DocumentKind? = nil) -> [DocumentKind] {
        DocumentFinder(kind: kind).documents(in: SourceFile(name: name, text: text)).map(\.kind)
    }

    @Test(
        "An unreadable text is of the kind that it seems to have been",
        arguments: [
            (
                "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:*\"",
                "identity-policy"
            ),
            ("{\"Statement\": [{\"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"x\"", "resource-policy"),
            ("{\"Statement\": [{\"Principal\": {\"AWS\": \"x\"}, \"Action\": \"sts:AssumeRole\",}", "trust-policy"),
            ("{\"Role\": {\"RoleName\": \"x\", \"AssumeRolePolicyDocument\": {\"Statement\": [", "trust-policy"),
            ("{\"UserDetailList\": [], \"RoleDetailList\": [{\"AssumeRolePolicyDocument\": {", "identity-policy"),
            ("{\"Bucket\": \"x\", \"VersioningConfiguration\": {\"Status\"", "versioning-configuration"),
            ("{\"Status\": \"Enabled\", \"MFADelete\": \"Disabled\"", "bucket-versioning"),
            ("{\"SummaryMap\": {", "account-summary"),
            ("{\"AccessKey\": {\"SecretAccessKey\": \"x\"", "credentials-answer"),
        ])
    func unreadable(text: String, kind: String) {
        #expect(kinds("x.json", text).map(\.rawValue) == [kind])
        let utf16: [UInt8] = [0xFF, 0xFE] + text.utf8.flatMap { [$0, UInt8(0)] }
        let documents = DocumentFinder().documents(in: SourceFile(name: "x.json", bytes: utf16))
        #expect(documents.map(\.kind.rawValue) == [kind])
    }

    @Test("The name of an unreadable file says what kind of policy it is")
    func unreadableNamed() {
        let text = "{\"Statement\": [{\"Principal\": \"*\", \"Action\": \"*\""
        #expect(kinds("trust.json", text) == [.trustPolicy])
        #expect(kinds("rcp.json", text) == [.resourceControlPolicy])
        #expect(kinds("scp.json", "{\"Statement\": [") == [.serviceControlPolicy])
    }

    @Test("Broken templates with a bucket, and broken JSON of others, are none of ours")
    func unreadableOthers() {
        let bucket = "\"Type\": \"AWS::S3::Bucket\", \"Properties\": {\"VersioningConfiguration\": {"
        #expect(kinds("template.json", "{\"Resources\": {\"Bucket\": {\(bucket)") == [])
        #expect(kinds("x.json", "{\"VersioningConfiguration\": {") == [])
        #expect(kinds("x.json", "{\"a\": ") == [])
    }

    @Test(
        "A policy whose principals may do everything is a trust policy where it names no resource, or its file's name says so",
        arguments: [
            ("x.json", "*", "", DocumentKind.trustPolicy),
            ("x.json", "*", ", \"Resource\": \"*\"", .resourcePolicy),
            ("trust.json", "*", ", \"Resource\": \"*\"", .trustPolicy),
            ("AssumeRolePolicyDocument.json", "*", ", \"Resource\": \"*\"", .trustPolicy),
            ("deploy-assume-role.json", "ecr:*", "", .trustPolicy),
            ("trust.json", "s3:*", ", \"Resource\": \"*\"", .resourcePolicy),
            ("trusted-buckets.json", "ecr:*", "", .resourcePolicy),
            ("x.json", "ecr:*", "", .resourcePolicy),
        ])
    func trustOrResource(name: String, action: String, rest: String, kind: DocumentKind) {
        let statement =
            "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"111122223333\"}, \"Action\": \"\(action)\"\(rest)}"
        #expect(kinds(name, "{\"Version\": \"2012-10-17\", \"Statement\": \(statement)}") == [kind])
    }

    @Test("A policy without principals is no trust policy for its file's name alone, nor is one that only denies")
    func noTrustPolicy() {
        let policy = "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", \"Resource\": \"*\"}}"
        #expect(kinds("assume-role.json", policy) == [.identityPolicy])
        let deny = "{\"Statement\": {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"*\"}}"
        #expect(kinds("x.json", deny) == [.resourcePolicy])
    }
}
