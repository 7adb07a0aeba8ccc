import Foundation
import Testing

/// What `policylint check` says of suppressions.
@Suite struct SuppressionTests {
    /// A program with an open trust policy in `iam/` and these suppressions.
    private func program(_ suppressions: String...) throws -> Program {
        let program = try Program()
        try program.write("iam/trust.json", Documents.openTrust)
        try program.write("policylint.yaml", "suppress:\n" + suppressions.map { "  - {\($0)}\n" }.joined())
        return program
    }

    /// What is said on standard error of the configuration.
    private func complaints(_ program: Program, _ command: String) throws -> [String] {
        let run = try program.shell("\(command) || true")
        return run.error.split(separator: "\n").compactMap { line in
            line.firstRange(of: "policylint.yaml:").map { String(line[$0.upperBound...]) }
        }
    }

    @Test(
        "A suppression that hides nothing is named, with the reason where one is known",
        arguments: [
            ("rules: trust-mfa-missing, files: iam/rust.json", ": no file that was read matches its `files`"),
            (
                "rules: trust-mfa-missing, files: iam/, pointer: /Roles/0",
                ": no document of its files stands at `/Roles/0`"
            ),
            ("rules: versioning, files: \"iam/*.json\"", ""), ("rules: grants", ""),
            ("rules: versioning, expires: 2020-01-01", ""),
        ])
    func hidesNothing(suppression: String, reason: String) throws {
        let program = try program("rules: trust-mfa-missing, reason: r", "\(suppression), reason: r")
        defer { program.remove() }
        for command in ["policylint check .", "policylint", "policylint check --format json", "cd iam; policylint .."] {
            #expect(try complaints(program, command) == ["3:5: this suppression hides nothing\(reason)"], "\(command)")
        }
    }

    @Test(
        "What cannot be known is not said",
        arguments: [
            "policylint iam/trust.json", "policylint check --select grants .", "policylint check --ignore trust .",
            "policylint check --kind trust-policy .", "policylint other", "policylint check --no-config .",
            "policylint . missing.json", "policylint fix --diff .",
        ])
    func unknown(command: String) throws {
        let program = try program("rules: versioning, files: iam/trust.json, reason: r", "rules: grants, reason: r")
        defer { program.remove() }
        try program.write("other/trust.json", Documents.openTrust)
        #expect(try complaints(program, command) == [])
    }

    @Test("A folder that was read whole is enough for the suppressions that are for it alone")
    func folder() throws {
        let program = try program("rules: versioning, files: \"iam/**\", reason: r", "rules: grants, reason: r")
        defer { program.remove() }
        #expect(try complaints(program, "policylint iam") == ["2:5: this suppression hides nothing"])
    }

    @Test("A suppression that has run out is named where its findings are back, also in a single file")
    func expired() throws {
        let program = try program("rules: trust-mfa-missing, reason: r, expires: 2027-01-01")
        defer { program.remove() }
        for path in [".", "iam/trust.json"] {
            let command = "policylint check --exit-zero \(path) --now"
            #expect(try complaints(program, "\(command) 2026-12-31") == [])
            let late = try complaints(program, "\(command) 2027-01-01")
            #expect(late == ["2:5: this suppression ran out on 2027-01-01: its findings are back"])
        }
    }

    @Test("A finding that is not shown for its severity is there all the same")
    func severity() throws {
        let program = try program("rules: trust-mfa-missing, reason: r")
        defer { program.remove() }
        let run = try program.run("check", "--min-severity", "error", ".")
        #expect(run.code == 0 && run.error.isEmpty)
        #expect(!run.output.contains("suppressed"))
    }

    @Test("How many findings are suppressed stands in every report that has a place for it")
    func count() throws {
        let program = try program("rules: [trust, mfa], files: iam/, reason: r")
        defer { program.remove() }
        for format in ["full", "concise"] {
            let run = try program.run("check", "--format", format, ".")
            #expect(
                run.output == """
                    No findings in 1 document (1 file).
                    2 findings are suppressed by the configuration.

                    """)
        }
        #expect(try program.run("check", "--format", "json", ".").output.contains("\"suppressed\": 2,"))
        try program.write("new.json", Documents.openTrust)
        let both = try program.run("check", "--format", "concise", "--select", "trust-mfa-missing", ".")
        #expect(both.code == 1)
        #expect(both.output.hasSuffix("\n1 finding is suppressed by the configuration.\n"))
    }
}
