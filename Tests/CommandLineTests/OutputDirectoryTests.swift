import Foundation
import Testing

/// What `policylint fix --output-dir` writes, and the commands that it prints.
@Suite struct OutputDirectoryTests {
    private static let fix = ["fix", "--trusted-user", Documents.alice, "--output-dir", "out"]

    @Test("Two inputs that would become one file are refused before anything is written")
    func clash() throws {
        let program = try Program()
        defer { program.remove() }
        for name in ["x/trust.json", "w/x/trust.json", "w/x/policy.json", "w/x/policy.2.json"] {
            try program.write(name, Documents.openTrust)
        }
        try program.write("w/x/policy.json", "[\(Documents.openTrust), \(Documents.openTrust)]")
        for (options, paths, output) in [
            ("", "x/trust.json ../x/trust.json", "out/x/trust.json"),
            ("--bare", "x/trust.json ../x/trust.json", "out/x/trust.json"),
            ("--bare", "x/policy.json x/policy.2.json", "out/x/policy.2.json"),
            ("", "$PWD/x/trust.json ${PWD#/}/x/trust.json", "out/"),
        ] {
            let setup = "cd w; mkdir -p ${PWD#/}; cp -r x ${PWD#/}; "
            let run = try program.shell(setup + "policylint \(Self.fix.joined(separator: " ")) \(options) \(paths)")
            #expect(run.code == 2)
            #expect(run.error.contains("policylint: \(output)"))
            #expect(run.error.contains("would be written here; nothing was written"))
            #expect(!run.error.contains("aws iam"))
            #expect(!FileManager.default.fileExists(atPath: program.directory.appending(path: "w/out").path))
        }
    }

    @Test("A path leads to one place, and never to the original")
    func places() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("acc/trust.json", Documents.openTrust)
        _ = try program.run(Self.fix + ["acc/../acc/./trust.json", "acc/trust.json"])
        #expect(try program.read("out/acc/trust.json").contains("user/alice"))
        #expect(!FileManager.default.fileExists(atPath: program.directory.appending(path: "out/acc/acc").path))
        let run = try program.run(Array(Self.fix.dropLast()) + [".", "acc/trust.json"])
        #expect(run.code == 2)
        #expect(
            run.error
                == "policylint: ./acc/trust.json: is the original, which --output-dir leaves alone; nothing was written\n"
        )
        #expect(try program.read("acc/trust.json") == Documents.openTrust)
    }

    @Test("Commands are for what has changed and can be changed, and bring no old version into force")
    func commands() throws {
        let program = try Program()
        defer { program.remove() }
        let policy =
            #"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "s3:GetObject"], "Resource": "arn:aws:s3:::acme/*"}]}"#
        let clean = policy.replacing(#"["s3:GetObject", "s3:GetObject"]"#, with: #""s3:GetObject""#)
        func managed(_ account: String, _ name: String, _ document: String) -> String {
            #"{"PolicyName": "\#(name)", "Arn": "arn:aws:iam::\#(account):policy/\#(name)", "#
                + #""PolicyVersionList": [{"Document": \#(document), "VersionId": "v1", "IsDefaultVersion": true}]}"#
        }
        let policies = [
            managed("aws", "Theirs", policy), managed("111122223333", "Twice", policy),
            managed("111122223333", "Clean", clean),
        ]
        try program.write(
            "g.json",
            #"{"UserDetailList": [], "GroupDetailList": [], "RoleDetailList": [], "Policies": [\#(policies.joined(separator: ", "))]}"#
        )
        let run = try program.run(["fix", "--select", "duplicate-list-member", "--output-dir", "o", "--bare", "g.json"])
        let commands = run.error.split(separator: "\n").filter { $0.contains("aws iam ") }
        #expect(commands.count == 1)
        #expect(
            commands.allSatisfy { $0.contains("policy/Twice --set-as-default --policy-document file://o/g.2.json") })
        for (isDefault, option) in [("true", " --set-as-default"), ("false", "")] {
            try program.write(
                "v.json",
                #"{"PolicyVersion": {"Document": \#(policy), "VersionId": "v1", "IsDefaultVersion": \#(isDefault)}}"#)
            let run = try program.run([
                "fix", "--select", "duplicate-list-member", "--output-dir", "o", "--bare", "v.json",
            ])
            #expect(run.error.contains("--policy-arn POLICY_ARN\(option) --policy-document file://o/v.json"))
        }
    }

    @Test("Standard input becomes a file of that name")
    func standardInput() throws {
        let program = try Program()
        defer { program.remove() }
        for bare in [[], ["--bare"]] {
            let run = try program.run(Self.fix + bare + ["-"], input: Documents.openTrust)
            #expect(run.error.contains("file://out/stdin.json"))
            #expect(try program.read("out/stdin.json").contains("user/alice"))
            try FileManager.default.removeItem(at: program.directory.appending(path: "out"))
        }
        _ = try program.run(Self.fix + ["--stdin-filename", "a/b.json", "-"], input: Documents.openTrust)
        #expect(try program.read("out/a/b.json").contains("user/alice"))
        _ = try program.run(
            Self.fix + ["--kind", "shared-credentials", "-"], input: "[a]\nexport region = x\n")
        #expect(try program.read("out/stdin") == "[a]\nregion = x\n")
    }
}
