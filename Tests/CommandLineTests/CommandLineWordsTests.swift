import Foundation
import Testing

/// Slips on the command line.
@Suite struct CommandLineWordsTests {
    @Test(
        "A file whose name begins with `-` is never taken for options, of which one could be `-h`",
        arguments: ["-push.json", "-h.json", "-x.json"], ["check", "fix"])
    func dashes(name: String, subcommand: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.openTrust)
        try program.write(name, Documents.openTrust)
        let run = try program.run(subcommand, "trust.json", name)
        #expect(run.code == 2 && run.output.isEmpty)
        #expect(
            run.error
                == "policylint: there is no option `\(name)`; for a file, write `./\(name)`, or `--` before the files\n"
        )
        #expect(try program.read("trust.json") == Documents.openTrust)
        for files in [["./\(name)"], ["--", name], ["--exit-zero", "--", name]] {
            try program.write(name, Documents.openTrust)
            let read = try program.run([subcommand] + files)
            #expect(read.code == (files[0] == "--exit-zero" ? 0 : 1), "\(files)")
            #expect((read.output + read.error).contains("\(name)"))
        }
    }

    @Test("`-h` is the help of its command")
    func help() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("check", "-h").output == program.run("check", "--help").output)
    }

    @Test(
        "A mistyped subcommand is no file",
        arguments: [
            (["chekc", "x"], "there is no file or command `chekc`; did you mean `check`?"),
            (["explian", "sid-invalid"], "there is no file or command `explian`; did you mean `explain`?"),
            (["acount", "--format", "json", "."], "there is no file or command `acount`; did you mean `account`?"),
            (["help", "chekc"], "there is no command `chekc`; did you mean `check`?"),
            (["help", "frobnicate"], "there is no command `frobnicate`"),
        ])
    func subcommands(arguments: [String], message: String) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run(arguments)
        #expect(run.code == 2 && run.output.isEmpty)
        #expect(run.error == "policylint: \(message)\n")
    }

    @Test("A file of such a name is a file, and a file that is missing is said to be")
    func files() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("chekc", Documents.openTrust)
        #expect(try program.run("chekc").code == 1)
        #expect(
            try program.run("trust.json").error == "policylint: trust.json: cannot be read: no such file or directory\n"
        )
        #expect(try program.run("help", "fix").output.contains("policylint fix"))
    }

    @Test(
        "A word that is wrong is answered with the one that was meant, and the usage of its command",
        arguments: [
            (["check", "--kind", "scp", "x"], "did you mean `service-control-policy`?"),
            (["fix", "--kind", "trust-polcy", "x"], "did you mean `trust-policy`?"),
            (["check", "--format", "srif", "x"], "did you mean `sarif`?"),
            (["check", "--format", "xml", "x"], "it takes full, concise, json"),
            (["check", "--select", "gramar", "x"], "did you mean `grammar`?"),
            (["check", "--min-severity", "eror", "x"], "did you mean `error`?"),
            (["account", "--format", "htlm", "x"], "did you mean `html`?"),
            (["check", "--formt", "json", "x"], "Unknown option '--formt'"),
            (["check", "--config", "x", "--no-config"], "--config and --no-config exclude each other"),
        ])
    func choices(arguments: [String], words: String) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run(arguments)
        let lines = run.error.split(separator: "\n")
        #expect(run.code == 2 && run.output.isEmpty && lines.count == 3)
        #expect(lines.first?.hasPrefix("policylint: ") == true && lines.first?.contains(words) == true, "\(run.error)")
        #expect(lines.dropFirst().first?.hasPrefix("Usage: policylint \(arguments[0])") == true)
        #expect(lines.last == "  See 'policylint \(arguments[0]) --help' for more information.")
    }

    @Test(
        "Rules and wings stand with commas or blanks between them",
        arguments: ["trust,mfa", "trust, mfa", " mfa trust"])
    func lists(words: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.openTrust)
        let run = try program.run("check", "--format", "concise", "--select", words, "trust.json")
        #expect(run.output.contains("Found 2 warnings"))
    }

    @Test("The list of rules names the wing of each")
    func wings() throws {
        let program = try Program()
        defer { program.remove() }
        let lines = try program.run("rules").output.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.first == ["RULE", "WING", "SEVERITY", "FIX"])
        #expect(lines.contains { $0.starts(with: ["trust-mfa-missing", "mfa", "warning"]) })
    }

    @Test(
        "A plain command line does the same as one that is parsed",
        arguments: [
            [], ["--format", "concise"], ["--format", "json", "--threads", "1"], ["--no-config"],
            ["--output-file", "out.txt"], ["--output-file", "fix", "--no-config"], ["--format", "jsn"], ["--format"],
            ["--format", "json", "--format", "sarif"], ["--threads", "0"],
            ["--output-file", "-x"], ["--output-file", ""],
        ], [["check"], []])
    func plain(options: [String], subcommand: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.openTrust)
        try program.write("policylint.yaml", "exclude: [other.json]\nselect: [trust]\n")
        for words in [options + ["trust.json"], ["trust.json"] + options] {
            // Colours are none of what is plain.
            let runs = try [[], ["--color", "never"]].map { more in
                let run = try program.run(subcommand + more + words)
                let written = options.count > 1 ? try? program.read(options[1]) : nil
                return [run.output, run.error, String(run.code), written ?? ""]
            }
            #expect(runs[0] == runs[1])
        }
    }
}
