import Foundation
import Testing

/// The configuration means the same files wherever the program is started, and however they are named.
@Suite struct ConfigurationFileTests {
    private static let configuration = """
        exclude: ["generated/**", "*.tmp.json"]
        kinds: {"sessions/*.json": session-policy}
        suppress: [{rules: [trust, mfa], files: "legacy/**", reason: the vendor's tool needs it}]

        """

    private func repository() throws -> Program {
        let program = try Program()
        try program.write("repo/policylint.yaml", Self.configuration)
        try program.write("repo/.git/HEAD", "")
        for folder in ["legacy", "generated", "sub"] {
            try program.write("repo/\(folder)/trust.json", Documents.openTrust)
        }
        try program.write("elsewhere/legacy/trust.json", Documents.openTrust)
        try program.write("elsewhere/x.tmp.json", Documents.openTrust)
        _ = try program.shell("ln -s repo link; ln -s ../legacy repo/sub/old")
        return program
    }

    /// What the program finds, by the folder of the file.
    private func found(_ program: Program, _ command: String) throws -> Set<String> {
        let run = try program.shell(command)
        #expect(run.code < 2, "\(run.error)")
        let names = run.output.split(separator: "\n").filter { $0.contains("[trust-") }.compactMap { line in
            line.prefix { $0 != ":" }.split(separator: "/").dropLast().last
        }
        return Set(names.map(String.init))
    }

    @Test(
        "Patterns count from the configuration's directory",
        arguments: [
            ("cd repo", "legacy/trust.json generated/trust.json sub/trust.json", "sub"),
            ("cd repo", "./legacy/trust.json sub/../generated/trust.json sub/trust.json", "sub"),
            ("cd repo", "$PWD/legacy/trust.json $PWD/generated $PWD/sub/", "sub"),
            ("cd repo", ".", "sub"), ("cd repo", "", "sub"), ("cd repo/sub", "..", "sub"),
            ("cd repo/sub", "../legacy/trust.json ../generated/trust.json", ""),
            ("cd repo/sub", "old/trust.json", ""), ("cd repo/sub", "old", ""), ("cd repo/sub", "./old/", ""),
            ("cd repo/legacy", "", ""), ("cd repo/legacy", "trust.json", ""), ("cd repo/generated", ".", ""),
            ("cd link/sub", "../legacy ../generated $PWD", "sub"), (":", "--config repo/policylint.yaml repo", "sub"),
            (":", "--config ./link/policylint.yaml repo/legacy link/generated/trust.json repo/sub", "sub"),
            ("cd elsewhere", "--config ../repo/policylint.yaml ../repo", "sub"),
            ("cd elsewhere", "--config ../repo/policylint.yaml .", "legacy"),
            ("cd repo", "../elsewhere", "legacy"),
            ("cd /", "--config $OLDPWD/link/policylint.yaml $OLDPWD/repo", "sub"),
            ("cd repo; export POLICYLINT_CONFIG=policylint.yaml", "", "sub"),
            ("cd repo", "--config <(cat policylint.yaml) .", "sub"),
        ])
    func patterns(place: String, paths: String, finds: String) throws {
        let program = try repository()
        defer { program.remove() }
        let wanted = Set(finds.isEmpty ? [] : [finds])
        #expect(try found(program, "\(place); policylint check --format concise \(paths)") == wanted)
    }

    @Test("A correction leaves alone what is excluded and what is accepted, and goes by the kind of the folder")
    func correction() throws {
        let program = try repository()
        defer { program.remove() }
        let fix = "policylint fix --trusted-user \(Documents.alice)"
        _ = try program.shell("cd repo/sub; \(fix) .. || true; cd ../generated; \(fix) . || true")
        #expect(try program.read("repo/legacy/trust.json") == Documents.openTrust)
        #expect(try program.read("repo/generated/trust.json") == Documents.openTrust)
        #expect(try program.read("repo/sub/trust.json") != Documents.openTrust)
        try program.write("repo/sessions/a.json", "{\"Version\": \"2012-10-17\", \"Statement\": []}")
        for command in ["cd repo; policylint - sessions/a.json", "cd repo/sessions; policylint a.json -"] {
            let run = try program.shell(
                "\(command) --format json <../empty || true".replacing("../empty", with: "/dev/null"))
            #expect(run.output.contains("\"session-policy\""), "\(command)")
        }
    }

    @Test("What is excluded by name is said to be so")
    func excluded() throws {
        let program = try repository()
        defer { program.remove() }
        let run = try program.shell("cd repo; policylint generated/trust.json")
        #expect(run.code == 0)
        #expect(run.error == "policylint: the configuration excludes the one file here\n")
        #expect(run.output == "Nothing to check: the configuration excludes the one file here.\n")
        let input = try program.shell("cd repo; policylint check --stdin-filename a.tmp.json - <sub/trust.json")
        #expect(input.code == 0 && input.output == run.output && input.error == run.error)
    }

    @Test(
        "The command line's --select goes before all that the configuration says of rules, and --ignore adds to it",
        arguments: [
            ("--select trust-mfa-missing", ["trust-mfa-missing"]),
            ("--select trust,mfa --ignore trust", ["trust-mfa-missing"]),
            ("--ignore versioning", ["trust-principal-account-root"]), ("--ignore trust", []),
            ("", ["trust-principal-account-root"]),
        ])
    func precedence(options: String, finds: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.openTrust)
        try program.write("policylint.yaml", "select: [trust, mfa]\nignore: trust-mfa-missing\n")
        let run = try program.shell("policylint check --format concise \(options) trust.json || true")
        let found = run.output.split(separator: "\n").compactMap { $0.firstMatch(of: /\[(.+?)\]/)?.output.1 }
        #expect(found.map(String.init) == finds)
    }

    @Test("A link that leads nowhere is a configuration that cannot be read")
    func danglingLink() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.closedTrust)
        let run = try program.shell("ln -s nowhere.yaml policylint.yaml; policylint trust.json")
        #expect(run.code == 2)
        #expect(run.error.hasSuffix("/policylint.yaml: cannot be read: no such file or directory\n"))
    }

    @Test(
        "What would be passed over in silence is an error, said without the usage",
        arguments: [
            ("select: []", "1:9: no rule or wing is named"),
            (
                "account-id: \"111122223333\"\naccount-id: \"444455556666\"",
                "2:1: `account-id` stands here a second time"
            ),
            ("kinds:\n  a: trust-policy\n  a: session-policy", "3:3: `a` stands here a second time"),
            ("fail-on: error\n---\nfail-on: note", "2:1: a second document"), ("fail-on: error\n---\n- [", "4:1: "),
            ("exclude: [../x/**]", "1:11: patterns count from the configuration's directory"),
        ])
    func silence(text: String, reason: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("policylint.yaml", text)
        try program.write("trust.json", Documents.closedTrust)
        for arguments in [["trust.json"], ["check", "--exit-zero", "trust.json"], ["account", "."]] {
            let run = try program.run(arguments)
            #expect(run.code == 2)
            #expect(run.error.contains("policylint.yaml:\(reason)"))
            #expect(!run.error.contains("Usage"))
        }
    }

    @Test("One document may end with its mark, and one configuration may stand under each of its names")
    func oneConfiguration() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.openTrust)
        for name in ["policylint.yaml", ".policylint.yaml", "policylint.yml", ".policylint.yml"] {
            try program.write(name, "---\nselect: versioning\n...\n")
            #expect(try program.run("trust.json").code == 0)
            try program.write("trusted.yaml", "")
            try FileManager.default.removeItem(at: program.directory.appending(path: name))
        }
        try program.write("policylint.yaml", "select: versioning\n")
        try program.write("policylint.yml", "select: trust\n")
        let run = try program.run("trust.json")
        #expect(run.code == 2)
        #expect(run.error.contains("policylint.yml: stands beside `policylint.yaml`"))
    }

    @Test("A selection of nothing is no selection", arguments: ["", ",", " "])
    func emptySelection(selection: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.openTrust)
        let run = try program.run("check", "--select", selection, "trust.json")
        #expect(run.code == 2)
        #expect(run.error.contains("--select"))
    }
}
