import Foundation
import Testing

@testable import PolicyLint

@Suite struct AccessAnalyzerReportTests {
    private static let policy = SourceFile(
        name: "policy.json",
        text: """
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Sid": "Grüße",
                        "Effect": "Allow",
                        "Action": ["iam:PassRole", "s3:GetObject", "iam:PassRole"],
                        "Resource": "*",
                        "Condition": { "StringEquals": { "aws:RequestTag": "é" } }
                    },
                    { "Effect": "Allow", "NotAction": "iam:*", "Resource": [] }
                ]
            }

            """)

    private static let report = Linter().lint(policy)

    private func findings(_ text: String) throws -> [JSONNode] {
        try #require(try JSONReader(Array(text.utf8)).root["findings"]?.array)
    }

    @Test("The report of one document is AWS's answer, member by member")
    func golden() throws {
        try Golden.expect(ReportFixture.text(.accessAnalyzer, [Self.report]), named: "access-analyzer")
    }

    @Test("Paths, lines, columns and offsets count as AWS documents them")
    func places() throws {
        let all = try findings(ReportFixture.text(.accessAnalyzer, [Self.report]))
        let finding = try #require(all.first { $0["issueCode"]?.string == "MISSING_TAG_KEY_IN_CONDITION" })
        let location = try #require(finding["locations"]?.array?.first)
        let path = try #require(location["path"]?.array).map { Step.words($0) }
        #expect(
            path == ["value Statement", "index 0", "value Condition", "value StringEquals", "key aws:RequestTag"])
        let start = try #require(location["span"]?["start"])
        let text = String(decoding: Self.policy.bytes, as: UTF8.self)
        let before = text[..<(try #require(text.firstRange(of: "\"aws:RequestTag\"")).lowerBound)]
        #expect(start["line"]?.number == "9")
        #expect(start["column"]?.number == "\(before.split(separator: "\n").last?.count ?? 0)")
        #expect(start["offset"]?.number == "\(before.unicodeScalars.count)")
        #expect(before.unicodeScalars.count < before.utf8.count, "characters are not bytes here")
    }

    @Test("On the first line column and offset are the same, behind a byte order mark, too")
    func byteOrderMark() throws {
        let text = "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}"
        let places = try ["", "\u{FEFF}"].map { mark in
            let report = Linter().lint(SourceFile(name: "policy.json", text: mark + text))
            let found = try findings(ReportFixture.text(.accessAnalyzer, [report]))
            return try found.map { finding in
                let start = try #require(finding["locations"]?.array?.first?["span"]?["start"])
                return try [start["column"], start["offset"]].map { try #require($0?.number) }
            }
        }
        #expect(!places[0].isEmpty && places[0] == places[1])
        #expect(places[1].allSatisfy { $0[0] == $0[1] })
    }

    @Test("One mistake for which AWS has two checks is two findings at one place")
    func severalChecks() throws {
        let policy = """
            { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] }
            """
        let report = Linter().lint(SourceFile(name: "policy.json", text: policy))
        #expect(report.diagnostics.map(\.rule) == ["grant-everything"])
        let written = try findings(ReportFixture.text(.accessAnalyzer, [report]))
        #expect(
            written.map { $0["issueCode"]?.string } == [
                "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE", "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE",
            ])
        let steps = written.map { $0["locations"]?.array?.first?["path"]?.array?.map { Step.words($0) } }
        #expect(steps[0] == ["value Statement", "index 0", "value Action"] && steps[0] == steps[1])
    }

    @Test("Among several documents each finding names its file and document")
    func severalDocuments() throws {
        let other = Linter().lint(SourceFile(name: "other.json", bytes: Self.policy.bytes))
        let one = try findings(ReportFixture.text(.accessAnalyzer, [Self.report]))
        let two = try findings(ReportFixture.text(.accessAnalyzer, [Self.report, other]))
        #expect(one.allSatisfy { $0["file"] == nil && $0["pointer"] == nil })
        #expect(two.count == 2 * one.count)
        #expect(two.first?["file"]?.string == "policy.json")
        #expect(two.last?["file"]?.string == "other.json")
        #expect(two.last?["pointer"]?.string == "")
    }

    @Test("A policy inside a JSON string has its path in the policy, and its span in the file")
    func embedded() throws {
        let text = JSONText.quote(String(decoding: Self.policy.bytes, as: UTF8.self))
        let file = SourceFile(name: "answer.json", text: "{ \"Policy\": \(text) }")
        let all = try findings(ReportFixture.text(.accessAnalyzer, [Linter().lint(file)]))
        let location = try #require(all.first?["locations"]?.array?.first)
        #expect(location["path"]?.array?.first?["value"]?.string == "Statement")
        #expect(location["span"]?["start"]?["line"]?.number == "1")
    }

    @Test("What has no check of AWS's is left out, and counted")
    func limitation() throws {
        let without = Self.report.diagnostics.filter(\.issues.isEmpty)
        #expect(without.contains { $0.rule == "grant-by-exclusion" })
        let written = try findings(ReportFixture.text(.accessAnalyzer, [Self.report]))
        #expect(written.count + without.count == Self.report.diagnostics.count)
        let limitation = ReportFormat.accessAnalyzer.limitation(of: Report(files: [Self.report], toolVersion: "1.2.3"))
        #expect(limitation?.hasPrefix("\(without.count) finding") == true)
        #expect(ReportFixture.text(.accessAnalyzer, []) == "{\n  \"findings\": []\n}\n")
    }

    @Test(
        "botocore's model of the API knows every member of the answer, and misses none",
        .enabled(if: Tool.succeeds("python3", "-c", "import botocore.session")))
    func model() throws {
        let script = """
            import json, sys, botocore.session
            model = botocore.session.get_session().get_service_model("accessanalyzer")

            def check(value, shape, where):
                kind = shape.type_name
                if kind == "structure":
                    assert isinstance(value, dict) and not set(value) - set(shape.members), where
                    assert not set(shape.required_members) - set(value), where
                    assert len(value) == 1 or not shape.is_tagged_union, where
                    for key, member in value.items(): check(member, shape.members[key], f"{where}.{key}")
                elif kind == "list":
                    for element in value: check(element, shape.member, where)
                elif kind == "integer":
                    assert type(value) is int, where
                else:
                    assert isinstance(value, str) and value in (getattr(shape, "enum", None) or [value]), where

            answer = json.load(open(sys.argv[1]))
            check(answer, model.operation_model("ValidatePolicy").output_shape, "answer")
            print(len(answer["findings"]))
            """
        try Tool.withFolder { folder in
            let file = folder.appending(path: "answer.json")
            let text = ReportFixture.text(.accessAnalyzer, [Self.report])
            try Data(text.utf8).write(to: file)
            let run = try #require(Tool.run(["python3", "-c", script, file.path]))
            #expect(run.status == 0, "\(run.output)")
            #expect(run.output == "\(try findings(text).count)\n")
        }
    }
}

/// A step of a path in words.
private enum Step {
    static func words(_ step: JSONNode) -> String {
        guard let member = step.object?.first else { return "" }
        return "\(member.key.value) \(member.value.string ?? member.value.number ?? "")"
    }
}
