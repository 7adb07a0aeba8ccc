import Testing

@testable import PolicyLint

@Suite struct LineReportTests {
    @Test("Concise: one line a finding, and the summary")
    func concise() {
        let report = ReportFixture.file("{ \"é\": ⟦1⟧ }", name: "p/x.json") { marks, _ in
            [
                ReportFixture.warning(
                    at: marks[0], "two\nlines \u{1B}[31m", fix: Fix("mend", .suggestion, [.deletion(marks[0])]))
            ]
        }
        #expect(
            ReportFixture.text(.concise, [report]) == """
                p/x.json:1:8: warning[example-rule] two␊lines ␛[31m
                Found 1 warning in 1 document (1 file).
                1 has a suggested fix that needs a decision or a value from you.

                """)
    }

    @Test("GitHub: workflow commands, escaped as the runner decodes them")
    func github() {
        let report = ReportFixture.file("{\n⟦1⟧, ⟦2\n3⟧ }", name: "a,b:c%.json") { marks, _ in
            marks.map { ReportFixture.warning(at: $0, "100%: a, b\r\nend", help: "do: this") }
        }
        #expect(
            ReportFixture.text(.github, [report]) == """
                ::warning file=a%2Cb%3Ac%25.json,line=2,endLine=2,col=1,endColumn=2,title=policylint%3A example-rule\
                ::100%25: a, b%0D%0Aend%0Ahelp: do: this
                ::warning file=a%2Cb%3Ac%25.json,line=2,endLine=3,title=policylint%3A example-rule\
                ::100%25: a, b%0D%0Aend%0Ahelp: do: this
                Found 2 warnings in 1 document (1 file).

                """)
    }

    @Test("GitLab: a list with a name of its own for every finding of every file")
    func gitlab() throws {
        func file(_ name: String) -> FileReport {
            ReportFixture.file("{\n⟦1⟧, ⟦1⟧ }", name: name) { marks, _ in
                marks.map { ReportFixture.warning(at: $0, "it is 1", help: "write 2") }
            }
        }
        var text = ""
        let report = Report(
            files: [file("a.json"), file("b.json")], toolVersion: "1",
            problems: [Report.Problem(path: "gone.json", message: "it is gone")])
        ReportFormat.gitlab.write(report, to: &text)
        let issues = try #require(try JSONReader(Array(text.utf8)).root.array)
        #expect(issues.count == 5)
        #expect(Set(issues.compactMap { $0["fingerprint"]?.string }).count == 5)
        #expect(issues[0]["severity"]?.string == "blocker" && issues[0]["location"]?["path"]?.string == "gone.json")
        let issue = issues[2]
        #expect(issue["check_name"]?.string == "example-rule" && issue["severity"]?.string == "major")
        #expect(issue["description"]?.string == "it is 1; write 2")
        #expect(issue["location"]?["path"]?.string == "a.json")
        let begin = issue["location"]?["positions"]?["begin"]
        #expect(begin?["line"]?.number == "2" && begin?["column"]?.number == "4")
        #expect(ReportFixture.text(.gitlab, []) == "[]\n")
    }

    @Test("Fingerprints outlive lines above, other indentation and other words, and tell findings apart")
    func fingerprints() {
        func fingerprints(_ marked: String) -> [String] {
            let report = ReportFixture.warnings(marked)
            var fingerprints = Fingerprints(ReportedFile(report))
            return report.diagnostics.map { fingerprints.next($0) }
        }
        let first = fingerprints("{ \"a\": ⟦{\"x\": 1}⟧, \"b\": ⟦2⟧, \"c\": ⟦2⟧ }")
        #expect(Set(first).count == 3)
        #expect(first == fingerprints("\n\n{ \"new\": 0,\n \"a\": ⟦{\n  \"x\": 1\n}⟧, \"b\": ⟦2⟧,\n \"c\": ⟦2⟧ }"))
        #expect(first[1].dropLast(2) == first[2].dropLast(2))
    }

    @Test("A fingerprint stays with its role when another role comes before it")
    func fingerprintsInLists() {
        func role(_ name: String) -> String {
            """
            {"RoleName": "\(name)", "Arn": "arn:aws:iam::111122223333:role/\(name)", "AssumeRolePolicyDocument": {
            "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
            "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}]}}
            """
        }
        func fingerprints(_ roles: String...) -> [String] {
            let list = "{\"Roles\": [\(roles.map(role).joined(separator: ","))]}"
            var settings = LintSettings()
            settings.selectedRules = ["trust-mfa-missing"]
            let report = Linter(settings: settings).lint(SourceFile(name: "list-roles.json", text: list))
            var fingerprints = Fingerprints(ReportedFile(report))
            return report.diagnostics.map { fingerprints.next($0) }
        }
        let (alone, both) = (fingerprints("a"), fingerprints("z", "a"))
        #expect(alone.count == 1)
        #expect(both.count == 2)
        #expect(both[1] == alone[0])
        #expect(both[0] != alone[0])
    }
}
