import Foundation
import Testing

@Suite struct FixTests {
    private static let select = "trust-principal-account-root"
    private static let fixed = Documents.openTrust.replacingOccurrences(
        of: "arn:aws:iam::111122223333:root", with: Documents.alice)

    @Test("A file is corrected in place, keeping its permissions, behind a symbolic link")
    func inPlace() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("real/trust.json", Documents.openTrust, permissions: 0o640)
        let link = program.directory.appending(path: "trust.json")
        try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "real/trust.json")
        let run = try program.run("fix", "--select", Self.select, "--trusted-user", Documents.alice, "trust.json")
        #expect(run.code == 0)
        #expect(run.error.contains("aws iam update-assume-role-policy"))
        #expect(try program.read("real/trust.json") == Self.fixed)
        let attributes = try FileManager.default.attributesOfItem(
            atPath: program.directory.appending(path: "real/trust.json").path)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "real/trust.json")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: program.directory.appending(path: "real").path) == [
                "trust.json"
            ])
    }

    @Test("--diff prints a patch that git applies, and changes nothing")
    func diff() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.openTrust)
        let run = try program.run(
            "fix", "--diff", "--select", Self.select, "--trusted-user", Documents.alice, "trust.json")
        #expect(run.code == 1)
        #expect(try program.read("trust.json") == Documents.openTrust)
        try program.write("fix.patch", run.output)
        #expect(try program.apply("fix.patch") == 0)
        #expect(try program.read("trust.json") == Self.fixed)
        #expect(
            try program.run("fix", "--diff", "--select", Self.select, "--trusted-user", Documents.alice, "trust.json")
                .code == 0)
    }

    @Test("A file of several names is mended under each; a symbolic link is no second file")
    func links() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("d/b.json", Documents.openTrust)
        _ = try program.shell("ln d/b.json d/c.json; ln -s b.json d/a.json")
        let options = "--select \(Self.select) --trusted-user \(Documents.alice)"
        let patch = try program.shell("policylint fix --diff \(options) d || true")
        #expect(
            patch.output.split(separator: "\n").filter { $0.hasPrefix("--- ") } == ["--- a/d/b.json", "--- a/d/c.json"])
        let run = try program.shell("policylint fix \(options) d")
        #expect(run.error.contains("fixed 2 findings in 2 files.\n"))
        for name in ["a", "b", "c"] { #expect(try program.read("d/\(name).json") == Self.fixed) }
    }

    @Test("A patch names a file from where it is applied, and says where that is not possible")
    func patchPaths() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("d/b.json", Documents.openTrust)
        let fix = "policylint fix --diff --select \(Self.select) --trusted-user \(Documents.alice)"
        let around = try program.shell("\(fix) d/.././d/b.json || true")
        #expect(around.output.hasPrefix("--- a/d/b.json\n+++ b/d/b.json\n"))
        #expect(!around.error.contains("git apply"))
        let up = try program.shell("mkdir e; cd e; \(fix) ../d/b.json || true")
        #expect(up.error.contains("../d/b.json: `git apply` takes no path that leads up"))
    }

    @Test("--output-dir leaves the original alone; --bare takes the policy out of its answer")
    func outputDirectory() throws {
        let program = try Program()
        defer { program.remove() }
        let answer = "{\"Role\": {\"RoleName\": \"deploy\", \"AssumeRolePolicyDocument\": \(Documents.openTrust)}}"
        try program.write("get-role.json", answer)
        let options = ["fix", "--select", Self.select, "--trusted-user", Documents.alice, "--output-dir", "out"]
        _ = try program.run(
            options[0], options[1], options[2], options[3], options[4], options[5], options[6], "get-role.json")
        #expect(try program.read("get-role.json") == answer)
        #expect(try program.read("out/get-role.json").contains("user/alice"))
        let bare = try program.run(
            options[0], options[1], options[2], options[3], options[4], options[5], "bare", "--bare", "get-role.json")
        #expect(bare.error.contains("--role-name deploy --policy-document file://bare/get-role.json"))
        #expect(try program.read("bare/get-role.json").hasPrefix("{\n    \"Version\""))
    }

    @Test("What holds a secret is left as it is: a root profile, and a key beside another")
    func secretsStay() throws {
        let program = try Program()
        defer { program.remove() }
        let root = "[default]\naws_access_key_id = AKIARZPUZDIKKUJDIVTY\nmfa_serial = "
        let text =
            root + "arn:aws:iam::123456789012:mfa/root-account-mfa-device\naws_access_key_id = AKIARTX3GSDS2UJDIVTY\n"
        try program.write("credentials", text)
        let rules = "root-profile,shared-file-duplicate"
        #expect(try program.run("fix", "--diff", "--select", rules, "credentials").output.isEmpty)
        #expect(try program.run("fix", "--select", rules, "credentials").code == 1)
        #expect(try program.read("credentials") == text)
    }

    @Test("The command that applies a configuration names the bucket and the account")
    func versioning() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("put-bucket-versioning-acme-logs.json", "{\"Status\": \"Enabled\"}")
        let run = try program.run("fix", "--account-id", "111122223333", "put-bucket-versioning-acme-logs.json")
        #expect(
            run.error.contains(
                "--bucket acme-logs --versioning-configuration file://put-bucket-versioning-acme-logs.json "
                    + "--mfa 'arn:aws:iam::111122223333:mfa/root-account-mfa-device CODE'"))
        #expect(
            try program.read("put-bucket-versioning-acme-logs.json")
                == "{\"Status\": \"Enabled\", \"MFADelete\": \"Enabled\"}")
    }

    @Test("Standard input goes corrected to standard output")
    func standardInput() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run(
            "fix", "--select", Self.select, "--trusted-user", Documents.alice, "-", input: Documents.openTrust)
        #expect(run.output == Self.fixed)
        #expect(run.code == 0)
    }

    @Test("A patch of a credentials file shows no secret, and no access key id in full")
    func secretsInPatch() throws {
        let program = try Program()
        defer { program.remove() }
        let (id, secret) = ("AKIAVCZ3XW6QLM4N2IVTY".dropLast().description, "q8Zr1Lk+Yx0/wVb3NmT5uHs7Jd2Pc4Fg6Ea9KoRi")
        let token = String(repeating: "FwoGZXIvYXdzEJr7", count: 20)
        let file = """
            [default]
            export aws_access_key_id = "\(id)"
            aws_secret_access_key = '\(secret)' # \(secret)
            aws_session_token: \(token)
            \(secret)
            """
        try program.write(".aws/credentials", file)
        for run in [
            try program.run("fix", "--diff", "."), try program.run("check", "."),
            try program.shell("policylint fix --diff --kind shared-credentials - <.aws/credentials"),
        ] {
            let text = run.output + run.error
            #expect(text.contains("AKIA"))
            for hidden in [id, secret, token, String(secret.prefix(12)), String(token.suffix(12))] {
                #expect(!text.contains(hidden))
            }
        }
        #expect(try program.read(".aws/credentials") == file)
    }

    @Test("Without a trusted user nothing is made up")
    func suggestionIsNotApplied() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.openTrust)
        let run = try program.run("fix", "--select", Self.select, "trust.json")
        #expect(run.code == 1)
        #expect(try program.read("trust.json") == Documents.openTrust)
    }

    @Test("A full disk leaves the original as it was")
    func fullDisk() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("check", "--output-file", "/dev/full", "--exit-zero", "-", input: Documents.openTrust)
        #expect(run.code == 2)
        #expect(run.error.contains("no space is left"))
    }
}

extension Program {
    /// Applies a patch of the test's directory with git, and returns how that ended.
    fileprivate func apply(_ patch: String) throws -> Int32 {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "apply", patch]
        git.currentDirectoryURL = directory
        try git.run()
        git.waitUntilExit()
        return git.terminationStatus
    }
}
