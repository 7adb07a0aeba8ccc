import Foundation
import Testing

@Suite struct InputTests {
    @Test("Standard input is read from `-`, under the name that is given")
    func standardInput() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run(
            "check", "--format", "concise", "--stdin-filename", "trust.json", "-", input: Documents.openTrust)
        #expect(run.code == 1)
        #expect(run.output.contains("trust.json:6:35: warning[trust-principal-account-root]"))
    }

    @Test("Directories are walked, what Git ignores is left out, files that are named are always read")
    func directories() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(".git/HEAD", "")
        try program.write(".gitignore", "build/\n*.tmp.json\n!keep.tmp.json\n")
        for name in [
            "a.json", "build/b.json", "sub/c.tmp.json", "sub/keep.tmp.json", "node_modules/d.json", "sub/e.txt",
        ] {
            try program.write(name, Documents.openTrust)
        }
        let walked = try program.run("check", "--format", "concise", ".")
        let files = Set(
            walked.output.split(separator: "\n").compactMap { $0.split(separator: ":").first }.filter {
                $0.contains(".json")
            })
        #expect(files == ["a.json", "sub/keep.tmp.json"])
        #expect(try program.run("check", "--format", "concise", "build/b.json").output.contains("build/b.json:"))
    }

    /// The files below a directory that `check` finds something in.
    private func found(in directory: String, _ program: Program) throws -> Set<String> {
        let output = try program.run("check", "--format", "concise", directory).output
        return Set(output.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) })
            .filter { $0.hasSuffix(".json") }
    }

    @Test("Patterns of .gitignore mean what they mean to Git")
    func gitPatterns() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(".git/info/exclude", "private.json\nkept.json\n")
        try program.write(".gitignore", "\u{FEFF}/a/\n[[:alpha:]]bc.json\nfoo//bar.json\n./foo/bar.json\n!kept.json\n")
        for name in ["a/x.json", "abc.json", "1bc.json", "foo/bar.json", "sub/private.json", "kept.json"] {
            try program.write(name, Documents.openTrust)
        }
        #expect(try found(in: ".", program) == ["1bc.json", "foo/bar.json", "kept.json"])
        #expect(try found(in: "sub", program) == [])
    }

    @Test(
        "What a person ignores in all repositories is ignored, and a file in the tree goes before it",
        arguments: [
            (".config/git/ignore", ""),
            (".excludes", "[user]\n name = a\n[Core]\n  excludesFile = ~/.excludes # own\n"),
            ("my excludes", "[core]\nexcludesfile=\"~/my excludes\"\n"),
        ])
    func personalExclusions(file: String, configuration: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("home/\(file)", "private.json\nkept.json\n")
        if !configuration.isEmpty { try program.write("home/.gitconfig", configuration) }
        try program.write("repository/.git/HEAD", "")
        try program.write("repository/.gitignore", "!kept.json\n")
        for name in ["private", "kept", "other"] {
            try program.write("repository/\(name).json", Documents.openTrust)
        }
        let run = try program.run(
            "check", "--format", "concise", "repository", environment: ["HOME": program.directory.path + "/home"])
        #expect(run.output.contains("kept.json") && run.output.contains("other.json"))
        #expect(!run.output.contains("private.json"))
    }

    @Test("A worktree and a submodule have their .git elsewhere, and one info/exclude")
    func gitFiles() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("main/.git/info/exclude", "private.json\n")
        try program.write("main/.git/worktrees/tree/commondir", "../..\n")
        try program.write("tree/.git", "gitdir: \(program.directory.path)/main/.git/worktrees/tree\n")
        try program.write("main/sub/.git", "gitdir: ../.git/modules/sub\n")
        try program.write("main/.git/modules/sub/info/exclude", "own.json\n")
        for place in ["main", "tree", "main/sub"] {
            for name in ["private.json", "own.json"] { try program.write("\(place)/\(name)", Documents.openTrust) }
        }
        #expect(try found(in: "tree", program) == ["tree/own.json"])
        #expect(try found(in: "main/sub", program) == ["main/sub/private.json"])
    }

    @Test("JSON that is no AWS document is passed over in silence")
    func otherJSON() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("package.json", "{\"name\": \"x\", \"version\": \"1.0.0\"}")
        try program.write("tsconfig.json", "{\n  // comments are fine there\n  \"compilerOptions\": {},\n}")
        try program.write("empty.json", "")
        try program.write("status.json", "{\"Status\": \"ok\"}")
        try program.write("list.json", "[1, 2, 3]")
        let run = try program.run("check", "package.json", "tsconfig.json", "empty.json", "status.json", "list.json")
        #expect(run.code == 0)
        #expect(!run.output.contains("["))
    }

    @Test("A pipe, a device and a directory without permission are refused, not waited for")
    func strangeFiles() throws {
        let program = try Program()
        defer { program.remove() }
        let pipe = program.directory.appending(path: "pipe.json").path
        #expect(mkfifo(pipe, 0o600) == 0)
        let run = try program.run("check", "pipe.json")
        #expect(run.code == 2)
        #expect(run.error.contains("pipe.json: is a pipe"))
        #expect(try program.run("check", "/dev/zero").code == 2)
        guard getuid() != 0 else { return }
        try program.write("closed/x.json", Documents.openTrust)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0], ofItemAtPath: program.directory.appending(path: "closed").path)
        #expect(try program.run("check", "closed").code == 2)
    }

    @Test("Encodings that AWS does not read are named")
    func encodings() throws {
        let program = try Program()
        defer { program.remove() }
        let utf16 = try #require(Documents.openTrust.data(using: .utf16LittleEndian))
        try program.write("utf16.json", Data([0xFF, 0xFE]) + utf16)
        let run = try program.run("check", "utf16.json")
        #expect(run.code == 2)
        #expect(run.output.contains("UTF-16"))
        try program.write("nul.json", "{\"Statement\"\u{0}: []}")
        #expect(try program.run("check", "nul.json").code == 2)
        try program.write("latin1.json", Data("{\"Statement\": [{\"Sid\": \"".utf8) + Data([0xE4]) + Data("\"}]}".utf8))
        let invalid = try program.run("check", "latin1.json")
        #expect(invalid.code == 2)
        #expect(invalid.output.contains("not valid UTF-8"))
    }

    @Test("Deep nesting and a long line end with a message")
    func hugeInput() throws {
        let program = try Program()
        defer { program.remove() }
        let deep =
            "{\"Statement\": " + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000) + "}"
        try program.write("deep.json", deep)
        let run = try program.run("check", "deep.json")
        #expect(run.code == 2)
        #expect(run.output.contains("levels deep"))
        let long = String(repeating: "a", count: 3_000_000)
        try program.write(
            "long.json",
            "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": [\"*\", \"\(long)\"]}]}")
        let line = try program.run("check", "long.json")
        #expect(line.code == 1)
        #expect(line.output.utf8.count < 100_000)
    }

    @Test("The order of findings does not depend on the number of threads")
    func threads() throws {
        let program = try Program()
        defer { program.remove() }
        for number in 0..<40 { try program.write("dir\(number % 7)/p\(number).json", Documents.openTrust) }
        let one = try program.run("check", "--format", "json", "--threads", "1", ".")
        let four = try program.run("check", "--format", "json", "--threads", "4", ".")
        #expect(one.output == four.output)
        #expect(one.output.contains("p39.json"))
    }
}
