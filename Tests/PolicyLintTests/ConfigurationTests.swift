import Testing

@testable import PolicyLint

@Suite struct ConfigurationTests {
    private func read(_ text: String) throws(ConfigurationError) -> Configuration {
        try Configuration(yaml: Array(text.utf8))
    }

    @Test("Every key is read")
    func everyKey() throws {
        let configuration = try read(
            """
            trusted-user: arn:aws:iam::111122223333:user/alice
            account-id: "111122223333"
            select: [trust, unreadable-document]
            ignore: grant-everything
            min-severity: warning
            fail-on: error
            exclude: ["generated/**", "*.tmp.json"]
            kinds:
              "scp/*.json": service-control-policy
            suppress:
              - rules: trust-principal-account-root
                files: legacy/**
                reason: the vendor's tool needs it
                expires: 2027-01-01
            access-key-maximum-age: 60
            unused-credential-age: 30
            """)
        let settings = configuration.applied(to: LintSettings())
        #expect(settings.trustedUser?.resource == "user/alice")
        #expect(settings.accountID == "111122223333")
        #expect(settings.selectedRules?.contains("trust-principal-account-root") == true)
        #expect(settings.selectedRules?.contains("grant-everything") == false)
        #expect(settings.ignoredRules == ["grant-everything"])
        #expect(settings.minimumSeverity == .warning)
        #expect(configuration.failOn == .error)
        #expect(configuration.excludedFiles.count == 2)
        #expect(settings.kind(of: SourceFile(name: "scp/a.json", text: "")) == .serviceControlPolicy)
        #expect(settings.accessKeyMaximumAge == 60)
        #expect(settings.unusedCredentialAge == 30)
    }

    @Test(
        "What is not understood is said at its place",
        arguments: [
            ("trusted_user: x", 1, 1, "not known"), ("account-id: 12", 1, 13, "twelve digits"),
            ("select: [no-such-rule]", 1, 10, "no rule or wing"), ("fail-on:\n  - x", 2, 3, "single value"),
            ("suppress:\n  - rules: grants", 2, 5, "`reason` is missing"), ("a: [", 2, 1, "did not find"),
            ("exclude: x", 1, 10, "list"), ("- a", 1, 1, "mapping"),
            ("acount-id: x", 1, 1, "did you mean `account-id`?"),
            ("kinds: {a: scp}", 1, 12, "did you mean `service-control-policy`?"),
            ("exclude: [\"!a\"]", 1, 11, "`!` takes nothing back"), ("exclude: [a, \"b[c\"]", 1, 14, "matches nothing"),
            ("kinds: {\"[[:none:]]\": scp}", 1, 9, "matches nothing"), ("ignore: \"\"", 1, 9, "the name of a rule"),
            ("suppress: [{rules: grants, reason: \" \"}]", 1, 36, "`reason` is missing"),
            ("suppress: [{rules: , reason: r}]", 1, 12, "`rules` is missing"),
            ("select:", 1, 8, "nothing would be checked"),
            ("fail-on:", 1, 9, "single value"), ("suppress:\n  -", 2, 4, "`rules` is missing"),
        ])
    func mistakes(text: String, line: Int, column: Int, words: String) {
        let error = #expect(throws: ConfigurationError.self) { try read(text) }
        #expect(error.map { [$0.line, $0.column] } == [line, column])
        // Foundation, where another test imports it, holds that no text contains the empty one.
        #expect(words.isEmpty || error?.message.contains(words) == true)
    }

    @Test("A list whose elements are all commented out is none", arguments: ["ignore", "exclude", "kinds", "suppress"])
    func nothing(key: String) throws {
        for text in ["", " ~", " null", "\n  # - x"] {
            let settings = try read("\(key):\(text)\n").applied(to: LintSettings())
            #expect(settings.ignoredRules.isEmpty && settings.suppressions.isEmpty && settings.kinds.isEmpty)
        }
    }

    @Test(
        "Where files must lie that match a pattern",
        arguments: [
            ("iam/*.json", ["/r/iam"], true), ("iam/*.json", ["/r"], true), ("iam/*.json", ["/"], true),
            ("iam/*.json", ["/r/ia"], false), ("iam/*.json", ["/r/iam/x"], false), ("iam/*.json", [], false),
            ("a/*/b.json", ["/r/a/x", "/q"], false), ("a/*/b.json", ["/q", "/r/a"], true),
            ("**/a.json", ["/r/a"], false),
            ("a.json", ["/r/a"], false), ("a.json", ["/r"], true), ("a/", ["/r/a"], false),
            ("a\\b/c/x", ["/r/ab"], false),
        ])
    func confinement(pattern: String, directories: [String], isConfined: Bool) {
        let places = FilePlaces(directory: "/r", workingDirectory: "/r/x")
        #expect(places.confines(PathPattern(pattern), to: directories) == isConfined)
    }

    @Test("An alias that leads back to itself ends")
    func aliasCycle() {
        #expect(throws: ConfigurationError.self) { try read("kinds: &a\n  x: *a\n") }
    }

    @Test("A suppression hides its findings, in its files, until it expires")
    func suppression() throws {
        let trust = """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"}]}
            """
        var settings = try read(
            "suppress: [{rules: trust-principal-account-root, files: legacy/**, reason: r, expires: 2027-01-01}]"
        ).applied(to: LintSettings())
        settings.selectedRules = ["trust-principal-account-root"]
        func count(_ name: String, now: String) -> Int {
            settings.now = Timestamp(now)
            return Linter(settings: settings).lint(SourceFile(name: name, text: trust)).diagnostics.count
        }
        #expect(count("legacy/a.json", now: "2026-12-31") == 0)
        #expect(count("legacy/a.json", now: "2027-01-01") == 1)
        #expect(count("new/a.json", now: "2026-12-31") == 1)
    }

    @Test(
        "Path patterns match as in .gitignore",
        arguments: [
            ("*.json", "a/b.json", true), ("*.json", "a/b.jsonx", false), ("a/*.json", "a/b.json", true),
            ("a/*.json", "x/a/b.json", false), ("**/b.json", "x/y/b.json", true), ("a/**/b", "a/b", true),
            ("a/**", "a/x/y", true), ("a/**", "a", false), ("x[a-c].json", "xb.json", true),
            ("x[!a-c].json", "xb.json", false),
            ("?.json", "a.json", true), ("\\*.json", "a.json", false), ("build/", "x/build", true),
            ("[[:alpha:]]b.json", "ab.json", true), ("[[:alpha:]]b.json", "1b.json", false),
            ("[^[:digit:][:space:]]", "a", true), ("[^[:digit:]x]", "7", false), ("[[:upper:]0-2]", "1", true),
            ("[[:lower:]]", "A", false), ("[[:none:]a]", "a", false), ("[[:alpha]", "p", true), ("[a", "a", false),
            ("[]-]x", "-x", true), ("[]]x", "]x", true), ("[]", "]", false), ("[a\\]]x", "]x", true),
            ("[!-a]", "-", false),
        ])
    func pathPatterns(pattern: String, path: String, matches: Bool) {
        #expect(PathPattern(pattern).matches(RelativePath(path)) == matches)
    }

    @Test(
        "A pattern of a folder matches the files in it",
        arguments: [
            ("build/", "build/a.json", true), ("build/", "x/build/y/a.json", true), ("build/", "x/build", false),
            ("build", "x/build/a.json", true), ("a/b/", "a/b/c/d.json", true), ("a/b/", "x/a/b/c.json", false),
            ("*.json", "a/b.json", true), ("a/**", "a/x/y", true), ("b.json", "a/c.json", false),
        ])
    func folderPatterns(pattern: String, path: String, matches: Bool) {
        #expect(PathPattern(pattern).matches(file: RelativePath(path)) == matches)
    }
}
