import Foundation
import Testing

@testable import PolicyLint

@Suite struct JSONReportTests {
    private func read(_ text: String) throws -> JSONNode { try JSONReader(Array(text.utf8)).root }

    private let example = ReportFixture.file("{\n  \"é🙂\": ⟦\"*\"⟧ }\n", name: "a \"b\".json") { marks, _ in
        [
            ReportFixture.warning(
                at: marks[0], "say \"why\"\u{0}", help: "do / this",
                fix: Fix("mend", .narrowing, [TextEdit(replacing: marks[0], with: "\"s3:GetObject\"")]),
                related: [Diagnostic.Related("there", at: .at(0))])
        ]
    }

    @Test("Every field comes back through our own reader")
    func roundTrip() throws {
        let text = ReportFixture.text(.json, [example])
        let root = try read(text)
        #expect(root["version"]?.number == "1")
        #expect(root["tool"]?["version"]?.string == "1.2.3")
        #expect(root["summary"]?["warnings"]?.number == "1")
        #expect(root["summary"]?["fixable"]?.number == "1")
        let document = try #require(root["documents"]?.array?.first)
        #expect(document["file"]?.string == "a \"b\".json")
        #expect(document["kind"]?.string == "identity-policy")

        let diagnostic = try #require(root["diagnostics"]?.array?.first)
        #expect(diagnostic["rule"]?.string == "example-rule")
        #expect(diagnostic["severity"]?.string == "warning")
        #expect(diagnostic["message"]?.string == "say \"why\"\u{0}")
        #expect(diagnostic["help"]?.string == "do / this")
        guard case .null = diagnostic["command"]?.value else {
            Issue.record("no command is null")
            return
        }
        let start = try #require(diagnostic["region"]?["start"])
        #expect(start["offset"]?.number == "14")
        #expect(start["line"]?.number == "2")
        #expect(start["column"]?.number == "9")
        #expect(start["utf16Column"]?.number == "10")
        #expect(diagnostic["related"]?.array?.first?["message"]?.string == "there")
        #expect(diagnostic["fix"]?["effect"]?.string == "narrowing")
        #expect(diagnostic["fix"]?["edits"]?.array?.first?["replacement"]?.string == "\"s3:GetObject\"")
        #expect(diagnostic["fingerprint"]?.string?.utf8.count == 18)
        #expect(text.contains("do / this"), "slashes stand as they are")
    }

    @Test("Streamed arrays look as if json-c had written the whole document at once")
    func streaming() throws {
        func whole(_ count: Int) -> String {
            JSONWriter.object { root in
                root.add("first", 1)
                root.object("inner") { inner in
                    inner.array("items") { array in
                        for index in 0..<count { array.object { $0.add("number", index) } }
                    }
                    inner.array("none") { _ in }
                }
                root.array("last") { $0.object { $0.add("text", "end") } }
            } + "\n"
        }
        for count in 0...3 {
            var text = ""
            var stream = JSONStream { root in
                root.add("first", 1)
                root.object("inner") { inner in
                    inner.array("items") { $0.streamed() }
                    inner.array("none") { $0.streamed() }
                }
                root.array("last") { $0.streamed() }
            }
            for index in 0..<count { stream.append(to: &text) { $0.add("number", index) } }
            stream.endArray(to: &text)
            stream.endArray(to: &text)
            stream.append(to: &text) { $0.add("text", "end") }
            stream.endArray(to: &text)
            stream.finish(to: &text)
            #expect(text == whole(count))
        }
    }

    @Test("The example in the documentation is what the program writes")
    func documentedExample() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/json-format.md")
        let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
        let report = ReportFixture.file(
            """
            {
                "Version": "2012-10-17",
                "Statement": {
                    "Effect": "Allow",
                    "Principal": { "AWS": ⟦"arn:aws:iam::111122223333:root"⟧ },
                    "Action": "sts:AssumeRole"
                }
            }

            """, name: "trust.json", kind: .trustPolicy
        ) { marks, _ in
            let user = "arn:aws:iam::111122223333:user/alice"
            return [
                Diagnostic(
                    rule: "trust-principal-account-root", severity: .warning, span: marks[0],
                    message: "this trusts the whole account 111122223333",
                    help: "name the one user or role who assumes the role",
                    fix: Fix(
                        "trust `\(user)` instead of the whole account", .narrowing,
                        [TextEdit(replacing: marks[0], with: "\"\(user)\"")]))
            ]
        }
        let written = ReportFixture.text(.json, [report])
        #expect(text.contains("```json\n\(written)```"), "\(written)")
        let fields = try members(of: read(written))
        for field in fields { #expect(text.contains("`\(field)`"), "\(field) is documented") }
    }

    private func members(of node: JSONNode) throws -> Set<String> {
        switch node.value {
        case .object(let members):
            try members.reduce(into: []) { $0.formUnion([$1.key.value] + (try self.members(of: $1.value))) }
        case .array(let elements): try elements.reduce(into: []) { $0.formUnion(try members(of: $1)) }
        default: []
        }
    }
}

extension JSONNode {
    var number: String? {
        if case .number(let number) = value { number } else { nil }
    }
}
