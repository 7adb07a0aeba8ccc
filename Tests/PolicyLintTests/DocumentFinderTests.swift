import Testing

@testable import PolicyLint

@Suite struct DocumentFinderTests {
    private func kinds(_ name: String, _ text: String, kind: DocumentKind? = nil) -> [DocumentKind] {
        DocumentFinder(kind: kind).documents(in: SourceFile(name: name, text: text)).map(\.kind)
    }

    @Test("An empty file is the answer for a bucket without versioning only where something says so")
    func emptyVersioningAnswer() {
        #expect(kinds("get-bucket-versioning.json", "") == [.bucketVersioning])
        #expect(kinds("x.json", "\n", kind: .bucketVersioning) == [.bucketVersioning])
        #expect(kinds("x.json", "") == [])
        let report = Linter().lint(SourceFile(name: "get-bucket-versioning.json", text: ""))
        #expect(report.diagnostics.map(\.rule) == ["versioning-disabled"])
    }

    @Test("A lone Status is nothing of ours without a name that says so")
    func loneStatus() {
        #expect(kinds("health.json", "{\"Status\": \"Enabled\"}") == [])
        #expect(kinds("get-bucket-versioning.json", "{\"Status\": \"Enabled\"}") == [.bucketVersioning])
        #expect(kinds("put-bucket-versioning.json", "{\"Status\": \"Enabled\"}") == [.versioningConfiguration])
        #expect(kinds("x.json", "{\"Status\": \"Enabled\", \"MFADelete\": \"Disabled\"}") == [.bucketVersioning])
    }
}
