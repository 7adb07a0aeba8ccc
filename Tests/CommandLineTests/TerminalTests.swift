import Testing

@Suite struct TerminalTests {
    @Test("Colour follows --color, NO_COLOR and CLICOLOR_FORCE; a pipe has none")
    func color() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("open.json", Documents.openTrust)
        #expect(!(try program.run("check", "open.json").output.contains("\u{1B}[")))
        #expect(try program.run("check", "--color", "always", "open.json").output.contains("\u{1B}["))
        #expect(try program.run("check", "open.json", environment: ["CLICOLOR_FORCE": "1"]).output.contains("\u{1B}["))
        let both = ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]
        #expect(!(try program.run("check", "open.json", environment: both).output.contains("\u{1B}[")))
    }

    @Test("explain prints a page, rules list them all")
    func explain() throws {
        let program = try Program()
        defer { program.remove() }
        let page = try program.run("explain", "trust-principal-account-root")
        #expect(page.code == 0)
        #expect(page.output.hasPrefix("# trust-principal-account-root\n"))
        for (word, hint) in [
            ("trust-principal-account", "did you mean `trust-principal-account-root`?"),
            ("trust-mfa-mising", "did you mean `trust-mfa-missing`?"),
            ("Trust-MFA-Bypass", "did you mean `trust-mfa-bypass`?"),
            ("trust-mfa", "did you mean one of `trust-mfa-bypass`, `trust-mfa-missing`?"),
            ("trust", "rules have the word in their id"), ("frobnicate", "`policylint rules` lists them"),
        ] {
            let unknown = try program.run("explain", word)
            #expect(unknown.code == 2)
            #expect(unknown.error.contains(hint), "\(unknown.error)")
        }
        #expect(try program.run("rules").output.contains("trust-principal-account-root"))
    }

    @Test("--version prints the version, and every --help fits into a small terminal")
    func versionAndHelp() throws {
        let program = try Program()
        defer { program.remove() }
        let version = try program.run("--version")
        #expect(version.code == 0 && version.error.isEmpty)
        #expect(version.output.prefixMatch(of: /policylint [0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
        for subcommand in [[], ["check"], ["fix"], ["account"], ["explain"], ["rules"]] {
            let help = try program.run(subcommand + ["--help"])
            #expect(help.code == 0 && help.error.isEmpty)
            #expect(help.output.contains("USAGE: policylint"))
            #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
    }

    @Test("A command line without options does what one with options does")
    func plainCommandLine() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("open.json", Documents.openTrust)
        let plain = try program.run("open.json")
        let parsed = try program.run("check", "--format", "full", "open.json")
        #expect(plain.output == parsed.output)
        #expect(plain.code == parsed.code)
    }
}
