import Foundation
import Testing

/// `policylint account`.
@Suite struct AccountTests {
    private static let summary = "{\"SummaryMap\": {\"AccountMFAEnabled\": 1, \"AccountAccessKeysPresent\": 0}}"

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test(
        "It ends with 1 where something is open, with 0 where nothing is, in every format",
        arguments: ["full", "json", "sarif", "markdown", "html"])
    func exitCodes(format: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("fine/get-account-summary.json", Self.summary)
        try program.write("open/get-account-summary.json", Self.summary.replacing("Present\": 0", with: "Present\": 1"))
        #expect(try program.run("account", "--format", format, "fine").code == 0)
        #expect(try program.run("account", "--format", format, "open").code == 1)
        #expect(try program.run("account", "--format", format, "missing").code == 2)
        try program.write("empty/notes.json", "{}")
        #expect(try program.run("account", "--format", format, "empty").code == 2)
    }

    @Test("What is accepted is shown apart, is not open, and comes back when it runs out")
    func accepted() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("get-account-summary.json", Self.summary.replacing("Present\": 0", with: "Present\": 1"))
        func accept(_ entry: String) throws {
            try program.write("policylint.yaml", "accept:\n  - { \(entry), reason: the vault has it }\n")
        }
        try accept("controls: [root-keys, root-mfa], subject: root, expires: 2027-01-01")
        let run = try program.run("account", "--now", "2026-12-31")
        #expect(run.code == 0)
        #expect(run.output.contains("Accepted\n\n  root: "))
        #expect(run.output.contains("root-keys\n    the vault has it"))
        #expect(run.output.contains("Of the account: 0 open") && run.output.contains("1 accepted."))
        let report = try json(try program.run("account", "--now", "2026-12-31", "--format", "json").output)
        let accepted = try #require((report["accepted"] as? [[String: Any]])?.first)
        #expect(accepted["control"] as? String == "root-keys" && accepted["reason"] as? String == "the vault has it")
        for format in ["markdown", "html", "sarif"] {
            let text = try program.run("account", "--now", "2026-12-31", "--format", format)
            #expect(text.code == 0 && text.output.contains("the vault has it"))
        }
        let late = try program.run("account", "--now", "2027-01-01")
        #expect(late.code == 1 && late.error.contains("policylint.yaml:2:5: this ran out on 2027-01-01"))
        #expect(try program.run("account", "--now", "2027-01-01", "--exit-zero").code == 0)
        try accept("controls: root-keys, subject: user alice")
        let other = try program.run("account")
        #expect(other.code == 1 && other.error.contains("policylint.yaml:2:5: this accepts nothing"))
        try accept("controls: root-keyes")
        let unknown = try program.run("account")
        #expect(unknown.code == 2 && unknown.error.contains("2:5: there is no control `root-keyes`; did you mean"))
    }

    @Test("The JSON names the place and the value of every evidence")
    func evidence() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("get-account-summary.json", Self.summary)
        let run = try program.run("account", "--format", "json")
        let report = try json(run.output)
        let lines = try #require(report["lines"] as? [[String: Any]])
        let line = try #require(lines.first { $0["control"] as? String == "root-keys" })
        #expect(line["outcome"] as? String == "pass")
        let evidence = try #require((line["evidence"] as? [[String: Any]])?.first)
        #expect(evidence["file"] as? String == "get-account-summary.json")
        #expect(evidence["says"] as? String == "`AccountAccessKeysPresent` is 0")
    }

    @Test("What is there and cannot be read is said at its place, and ends with 2")
    func damaged() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("get-account-summary.json", Self.summary)
        try program.write("report.csv", "user,arn,user_creation_time\n<root_account>,arn:aws:iam::111122223333:root\n")
        try program.write("trust.json", String(Documents.openTrust.prefix(60)))
        let run = try program.run("account", ".")
        #expect(run.code == 2)
        #expect(run.output.contains("root-keys"))
        #expect(run.error.contains("policylint: report.csv:2:1: this row has 2 cells"))
        #expect(run.error.contains("policylint: trust.json:5:1: expected"))
    }

    @Test("An answer that is cut off is told, wherever that is; JSON that is whole and nothing of AWS's is not")
    func cutOff() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("export/get-account-summary.json", Self.summary)
        try program.write("export/package.json", "{\"name\": \"site\"}")
        try program.write("export/notes.txt", "\"the vault\" is upstairs\n")
        #expect(try program.run("account", "export").error.isEmpty)
        let keys = "{\"AccessKeyMetadata\": [{\"UserName\": \"alice\", \"Status\": \"Active\"}]}\n"
        for name in ["list-access-keys.json", "keys", "keys.txt"] {
            for length in [1, 4, 30, 60] {
                try program.write("export/\(name)", String(keys.prefix(length)))
                let run = try program.run("account", "export")
                #expect(run.code == 2 && run.output.contains("root-keys"))
                #expect(run.error.hasPrefix("policylint: export/\(name):1:"), "\(name) \(length): \(run.error)")
                #expect(try program.run("check", "export").code == 0)
            }
            try FileManager.default.removeItem(at: program.directory.appending(path: "export/\(name)"))
        }
        // As `>` of PowerShell writes it.
        try program.write("export/list-access-keys.json", try #require(keys.data(using: .utf16)))
        let run = try program.run("account", "export")
        #expect(run.code == 2)
        #expect(run.error.hasPrefix("policylint: export/list-access-keys.json:1:1: the file is UTF-16"))
    }

    @Test("Exports of two accounts in one directory are said, not merged")
    func twoAccounts() throws {
        let program = try Program()
        defer { program.remove() }
        for account in ["111122223333", "444455556666"] {
            try program.write(
                "\(account)/get-caller-identity.json",
                "{\"UserId\": \"A\", \"Account\": \"\(account)\", \"Arn\": \"arn:aws:iam::\(account):user/a\"}")
        }
        let run = try program.run("account", ".")
        #expect(run.code == 2)
        #expect(run.error.contains("111122223333") && run.error.contains("444455556666"))
        #expect(run.output.isEmpty)
        #expect(try program.run("account", "111122223333").code == 0)
    }

    @Test("An export may be ignored by Git, and its answers be named anyhow")
    func namesAndGit() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(".git/HEAD", "ref: refs/heads/main\n")
        try program.write(".gitignore", "export\n*.json\n")
        for name in ["get-account-summary.json", "summary.txt", "summary"] {
            try program.write("export/\(name)", Self.summary)
            let run = try program.run("account", "export")
            #expect(run.code == 0, "\(run.error)")
            #expect(run.output.contains("\(name):"), "\(name)")
            try FileManager.default.removeItem(at: program.directory.appending(path: "export/\(name)"))
        }
        #expect(try program.run("account", "export").code == 2)
    }

    @Test("Answers in another format than JSON are said to be none")
    func otherFormats() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(
            "get-caller-identity.json",
            #"{"UserId": "A", "Account": "111122223333", "Arn": "arn:aws:iam::111122223333:user/a"}"#)
        try program.write("get-account-summary.yaml", "SummaryMap:\n  AccountMFAEnabled: 1\n")
        try program.write("describe-budgets.json", "----\n|  DescribeBudgets  |\n")
        try program.write("empty.json", "\n")
        try program.write("notes.txt", "to do\n")
        let run = try program.run("account", ".")
        let said = run.error.split(separator: "\n").filter { $0.contains("is not JSON") }
        #expect(said.count == 2, "\(run.error)")
        #expect(said[0].contains("describe-budgets.json") && said[1].contains("get-account-summary.yaml"))
    }

    @Test("Nothing is corrected for a user who is certainly not there; the one who is meant is named")
    func trustedUser() throws {
        let program = try Program()
        defer { program.remove() }
        let arn = "arn:aws:iam::111122223333:user/staff/alice"
        try program.write(
            "export/get-caller-identity.json", "{\"UserId\": \"A\", \"Account\": \"111122223333\", \"Arn\": \"\(arn)\"}"
        )
        try program.write("export/list-users.json", "{\"Users\": [{\"UserName\": \"alice\", \"Arn\": \"\(arn)\"}]}")
        func run(_ trusted: String) throws -> Program.Run {
            try program.run(
                "account", "--exit-zero", "--fix", "out-\(trusted.hashValue)", "--trusted-user", trusted, "export")
        }
        for name in ["alice", "alcie", "staff/alicee"] {
            let refused = try run("arn:aws:iam::111122223333:user/\(name)")
            #expect(refused.code == 2 && refused.output.isEmpty)
            #expect(refused.error.contains("there is no `arn:aws:iam::111122223333:user/\(name)` in the account"))
            #expect(refused.error.contains("; did you mean `\(arn)`?"))
        }
        #expect(try !run("arn:aws:iam::111122223333:user/nobody").error.contains("did you mean"))
        #expect(try run("arn:aws:iam::111122223333:user/nobody").code == 2)
        for there in [arn, "arn:aws:iam::111122223333:role/unlisted", "arn:aws:iam::444455556666:user/nobody"] {
            #expect(try run(there).code == 0)
        }
        try program.write("export/list-users.json", "{\"Users\": [], \"NextToken\": \"x\"}")
        #expect(try run("arn:aws:iam::111122223333:user/nobody").code == 0)
    }

    /// An export that is large enough to be read in parts, and to take a while.
    private static func largeExport(users: Int) -> String {
        let padding = String(repeating: "x", count: 1500)
        let details = (0..<users).map { number in
            """
            {"UserName": "u\(number)", "Arn": "arn:aws:iam::111122223333:user/u\(number)", "GroupList": [],
              "AttachedManagedPolicies": [], "UserPolicyList": [], "Tags": [{"Key": "k", "Value": "\(padding)"}]}
            """
        }
        return "{\"UserDetailList\": [\(details.joined(separator: ",\n"))], \"GroupDetailList\": [], "
            + "\"RoleDetailList\": [], \"Policies\": []}"
    }

    @Test("Not a byte of the checklist depends on the number of threads")
    func threads() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("get-account-authorization-details.json", Self.largeExport(users: 800))
        try program.write("get-account-summary.json", Self.summary)
        for format in ["full", "json", "html"] {
            let runs = try ["1", "2", "5"].map { threads in
                try program.run(
                    "account", "--format", format, "--now", "2026-11-01", "--threads", threads, ".",
                    environment: ["PATH": "none"])
            }
            #expect(runs[0].output.contains("u799") || format != "json")
            for run in runs { #expect(run.output == runs[0].output && run.error.isEmpty && run.code == runs[0].code) }
        }
    }

    @Test(
        "A terminal is told how far long work has come, and keeps nothing of it; the report has none of it",
        .enabled(if: Program.machineCan("script -qec true /dev/null")), arguments: ["account", "check"])
    func progress(subcommand: String) throws {
        let program = try Program()
        defer { program.remove() }
        let command = "policylint \(subcommand) --no-config --now 2026-11-01 --color never export"
        var told = ""
        var users = 3000
        // What takes long depends on the machine.
        while told.isEmpty, users < 200_000 {
            try program.write("export/get-account-authorization-details.json", Self.largeExport(users: users))
            // `script` gives standard error a terminal, and writes what it is told to standard output.
            told = try program.shell("script -qec '\(command) > on-terminal.txt' /dev/null").output
            users *= 4
        }
        let piped = try program.shell("\(command) > piped.txt || true")
        #expect(piped.error.isEmpty)
        #expect(try program.read("on-terminal.txt") == program.read("piped.txt"))
        let clearing = "\r\u{1B}[K"
        #expect(told.contains(" parts of large files done"))
        #expect(told.hasPrefix(clearing) && told.hasSuffix(clearing))
        #expect(!told.contains("\n"))
    }

    @Test("A benchmark narrows the checklist to its controls; an unknown one is a usage error")
    func benchmarks() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("get-account-summary.json", Self.summary)
        let run = try program.run("account", "--benchmark", "cis-5.0")
        #expect(run.output.contains("  1.4  The root user signs in with MFA"))
        #expect(!run.output.contains("cost-budget"))
        #expect(try program.run("account", "--benchmark", "cis-1.0").code == 2)
    }

    @Test("Graphviz is told no name; where it fails, or is not there, the page has a table")
    func graphviz() throws {
        let program = try Program()
        defer { program.remove() }
        let trust = Documents.openTrust.replacing(
            "\"AWS\": \"arn:aws:iam::111122223333:root\"", with: "\"Service\": \"lambda.amazonaws.com\"")
        try program.write(
            "export/get-role.json",
            "{\"Role\": {\"RoleName\": \"deploy\", \"Arn\": \"arn:aws:iam::111122223333:role/deploy\", "
                + "\"AssumeRolePolicyDocument\": \(trust)}}")
        func page(_ script: String?) throws -> String {
            if let script { try program.write("bin/dot", "#!/bin/sh\n\(script)\n", permissions: 0o755) }
            let path = program.directory.appending(path: script == nil ? "none" : "bin").path
            let run = try program.run("account", "--format", "html", "export", environment: ["PATH": path])
            #expect(run.error.isEmpty && run.output.hasSuffix("</html>\n"))
            return run.output
        }
        let drawn = "<svg viewBox=\"-6 -6 "
        for script in [nil, "exit 0", "cat > told; exit 1", "cat; echo", "kill -9 $$"] {
            let page = try page(script)
            #expect(!page.contains(drawn) && page.contains("class=\"ways\""), "\(script ?? "no dot")")
        }
        let told = try program.read("told")
        #expect(told.hasPrefix("digraph {") && told.contains("n0 -> n1;") && !told.contains("deploy"))
        let layout = "graph 1 3 1\\nnode n0 1 0.5 1 1\\nnode n1 2 0.5 1 1\\nedge n0 n1 4 1 1 1 1 1 1 2 1\\nstop"
        let page = try page("cat > told; printf '\(layout)\\n'")
        #expect(page.contains(drawn) && page.contains(">deploy</text>"))
    }
}
