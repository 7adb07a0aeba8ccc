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
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "apply", "fix.patch"]
        git.currentDirectoryURL = program.directory
        try git.run()
        git.waitUntilExit()
        #expect(git.terminationStatus == 0)
        #expect(try program.read("trust.json") == Self.fixed)
        #expect(
            try program.run("fix", "--diff", "--select", Self.select, "--trusted-user", Documents.alice, "trust.json")
                .code == 0)
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

    @Test("Standard input goes corrected to standard output")
    func standardInput() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run(
            "fix", "--select", Self.select, "--trusted-user", Documents.alice, "-", input: Documents.openTrust)
        #expect(run.output == Self.fixed)
        #expect(run.code == 0)
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
