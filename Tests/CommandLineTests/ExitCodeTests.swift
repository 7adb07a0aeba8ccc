import Foundation
import Testing

@Suite struct ExitCodeTests {
    @Test(
        "A clean document ends with 0, a finding with 1, in every format",
        arguments: ["full", "concise", "json", "sarif", "github", "gitlab"])
    func sameCodeInEveryFormat(format: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("clean.json", Documents.closedTrust)
        try program.write("open.json", Documents.openTrust)
        #expect(try program.run("check", "--format", format, "clean.json").code == 0)
        #expect(try program.run("check", "--format", format, "open.json").code == 1)
        #expect(try program.run("check", "--format", format, "--exit-zero", "open.json").code == 0)
        #expect(try program.run("check", "--format", format, "missing.json").code == 2)
    }

    @Test(
        "Usage errors end with 2 and say what is wrong",
        arguments: [
            ["--format", "xml"], ["--select", "no-such-rule"], ["--frobnicate"], ["--kind", "policy"],
            ["--trusted-user", "alice"], ["--trusted-user", "arn:aws:iam::111122223333:user/a*"],
            ["--trusted-user", "arn:aws:iam::111122223333:user/"], ["--account-id", "12"], ["--now", "yesterday"],
            ["--min-severity", "high"],
            ["--threads", "0"],
        ])
    func usageErrors(arguments: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run(arguments[0], arguments.count > 1 ? arguments[1] : "x", "open.json")
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(run.error.contains(arguments[0]) || run.error.contains("frobnicate"))
    }

    @Test("--fail-on decides what fails, --min-severity what is shown")
    func failOnAndMinimumSeverity() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("open.json", Documents.openTrust)
        let select = "trust-principal-account-root"
        let lenient = try program.run("check", "--select", select, "--fail-on", "error", "open.json")
        #expect(lenient.code == 0)
        #expect(lenient.output.contains("warning[trust-principal-account-root]"))
        let quiet = try program.run("check", "--select", select, "--min-severity", "error", "open.json")
        #expect(quiet.code == 0)
        #expect(!quiet.output.contains("trust-principal-account-root"))
    }

    @Test("Broken JSON ends with 2 and shows its place")
    func brokenJSON() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("broken.json", "{\n  \"Statement\": [{\"Effect\": \"Allow\",}]\n}\n")
        let run = try program.run("check", "--format", "concise", "broken.json")
        #expect(run.code == 2)
        #expect(run.output.contains("broken.json:2:36: error[unreadable-document]"))
    }
}
