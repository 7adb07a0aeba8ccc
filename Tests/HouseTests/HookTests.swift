import Testing

@testable import PolicyLint

/// The hooks for pre-commit.
@Suite struct HookTests {
    /// The values of a key in `.pre-commit-hooks.yaml`, one for each hook that has it.
    private static func values(of key: String, in file: String = ".pre-commit-hooks.yaml") throws -> [String] {
        let text = try #require(Checkout.files.first { $0.path == file }?.text)
        return text.split(separator: "\n").compactMap { line in
            let words = line.drop { $0 == " " || $0 == "-" }
            guard words.hasPrefix(key + ": ") else { return nil }
            return words.dropFirst(key.count + 2).trimmingPrefix("'").description
        }.map { $0.hasSuffix("'") ? String($0.dropLast()) : $0 }
    }

    @Test("The README shows the hooks that there are, and each runs the program")
    func hooks() throws {
        let ids = try Self.values(of: "id")
        #expect(ids == ["policylint", "policylint-fix"])
        #expect(try Self.values(of: "id", in: "README.md") == ids)
        #expect(try Self.values(of: "entry") == ["policylint check", "policylint fix"])
        #expect(try Self.values(of: "args") == ["[--]", "[--]"])
    }

    @Test(
        "pre-commit hands over the files that a walk through a directory reads",
        arguments: [
            "a.json", "x/B.JSON", "iam.policy", "report.csv", "prod.env", ".env", "x/.env.local", "x/.aws/credentials",
            "config", ".aws/config", "get-bucket-versioning", "x/Versioning.xml",
            "x/bucket-versioning-a.TXT", "get-bucket-versioning/my-bucket.txt", "my-bucket.get-bucket-versioning",
            "versioning.md", "a.txt", "x/get-login-profile.error.txt", "error.txt", "json", "config.py",
            "get-bucket-versioning-my.bucket.txt", "versioning-amzn.s3.txt", "get-bucket-versioning/my.bucket.txt",
            "versioning-a.b.md", "get-bucket-versioning-my.bucket", "versioning/readme.md", "my-config", "a.json.bak",
            "environment", "x.policy/y",
        ])
    func files(path: String) throws {
        let patterns = try Self.values(of: "files")
        #expect(patterns.count == 2)
        for pattern in patterns {
            #expect((path.firstMatch(of: try Regex(pattern)) != nil) == CandidateName.matches(path))
        }
    }
}
