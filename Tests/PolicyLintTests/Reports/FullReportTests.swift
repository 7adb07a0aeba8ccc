import Testing

@testable import PolicyLint

@Suite struct FullReportTests {
    @Test("A span over several lines, another place, a command and a fix")
    func multilineSpan() throws {
        let report = ReportFixture.file(
            """
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        ⟦"Effect": "Deny"⟧,
                        "Action": "s3:DeleteBucket",
                        "Resource": "*"
                    },
                    ⟦{
                        "Effect": "Allow",
                        "Action": "*",
                        "Resource": "*"
                    }⟧
                ]
            }

            """, name: "policies/admin.json"
        ) { marks, file in
            let comma = file.bytes.lastIndex(of: UInt8(ascii: ",")) ?? 0
            let comma2 = file.bytes[..<Int(marks[1].start)].lastIndex(of: UInt8(ascii: ",")) ?? comma
            return [
                Diagnostic(
                    rule: "grant-everything", severity: .error, span: marks[1],
                    message: "this statement allows every action on every resource",
                    help: """
                        name the actions and the resources that are needed; whoever holds this policy can give \
                        themselves any other, create users, and delete every bucket of the account
                        """,
                    fix: Fix("remove the statement", .narrowing, [.deletion(SourceSpan(comma2, Int(marks[1].end)))]),
                    command:
                        "aws iam create-policy-version \\\n    --policy-arn ARN --policy-document file://admin.json",
                    related: [Diagnostic.Related("this denies one action only", at: marks[0])])
            ]
        }
        try Golden.expect(ReportFixture.text(.full, [report]), named: "full-multiline")
        try Golden.expect(
            ReportFixture.text(.full, [report], options: ReportOptions(color: true, width: 80)),
            named: "full-multiline-color")
    }

    @Test("A long span is folded, and may begin and end within a line")
    func foldedSpan() throws {
        let lines = (1...12).map { "    \"member\($0)\": \"value\"" }.joined(separator: ",\n")
        let report = ReportFixture.warnings("{ ⟦\"Condition\": {\n\(lines)\n}⟧, \"Action\": \"*\" }\n")
        try Golden.expect(ReportFixture.text(.full, [report]), named: "full-folded")
    }

    @Test("A minified document is cut around the span and around the change")
    func minifiedLine() throws {
        let statements = (1...60).map { #"{"Effect":"Allow","Action":"s3:Get\#($0)","Resource":"*"}"# }
        let before = statements[..<30].joined(separator: ",")
        let after = statements[30...].joined(separator: ",")
        let report = ReportFixture.file(
            #"{"Version":"2012-10-17","Statement":[\#(before),{"Effect":"Allow","Action":⟦"*"⟧,"Resource":"*"},\#(after)]}"#
        ) { marks, _ in
            let fix = Fix("name the action", .narrowing, [TextEdit(replacing: marks[0], with: "\"s3:GetObject\"")])
            return [ReportFixture.warning(at: marks[0], fix: fix)]
        }
        try Golden.expect(ReportFixture.text(.full, [report]), named: "full-minified")
    }

    @Test("Tabs are expanded, and the span stays under its text")
    func tabs() throws {
        let report = ReportFixture.warnings("{\n\t\"Statement\": {\n\t\t\"Action\":\t⟦\"*\"⟧\n\t}\n}\n")
        try Golden.expect(ReportFixture.text(.full, [report]), named: "full-tabs")
    }

    @Test("Wide characters before the span take two cells, what hides or steers is shown")
    func wideCharacters() throws {
        let report = ReportFixture.warnings(
            "{ \"Sid\": \"🙂 全て 👩‍👩‍👧 e\u{301}\", \"Action\": ⟦\"*\"⟧, \"x\": \"\u{1B}[31m\u{202E}\u{200B}\" }\n")
        try Golden.expect(ReportFixture.text(.full, [report]), named: "full-wide")
    }

    @Test("A policy in a JSON string of an answer, with its fix through the escapes")
    func embeddedPolicy() throws {
        let policy =
            #"{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": "#
            + #"{\"AWS\": \"arn:aws:iam::111122223333:root\"}, \"Action\": \"sts:AssumeRole\"}]\n}"#
        let file = SourceFile(
            name: "get-role.json",
            text:
                "{\n    \"Role\": {\n        \"RoleName\": \"Admin\",\n        \"AssumeRolePolicyDocument\": \"\(policy)\"\n    }\n}\n"
        )
        let document = try #require(DocumentFinder().documents(in: file).first)
        let root = Array("\"arn:aws:iam::111122223333:root\"".utf8)
        let start = try #require(document.text.bytes.firstRange(of: root)?.lowerBound)
        let span = SourceSpan(start, start + root.count)
        let user = "arn:aws:iam::111122223333:user/alice"
        let edit = JSONEditing(document.text.bytes).replace(span, withString: user)
        var report = FileReport(file: file)
        report.add(
            document,
            [
                ReportFixture.warning(
                    at: span, "this trusts the whole account 111122223333",
                    fix: Fix("trust `\(user)` instead of the whole account", .narrowing, [edit]))
            ])
        try Golden.expect(ReportFixture.text(.full, [report]), named: "full-embedded")
    }

    @Test("A credentials file shows neither its secrets nor whole key ids")
    func credentials() throws {
        let report = ReportFixture.file(
            """
            [default]
            region = eu-central-1

            [root]
            ⟦aws_access_key_id = AKIAIOSFODNN7EXAMPLE⟧
            aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

            """, name: "credentials", kind: .sharedCredentials
        ) { marks, file in
            let header = SourceText(file.bytes)[SourceSpan(0, file.bytes.count)].utf8.count
            let start = Int(marks[0].start) - "[root]\n".utf8.count - 1
            return [
                ReportFixture.warning(
                    at: marks[0], "the access key `AKIA…MPLE` of profile `root` does not expire",
                    help: "remove the profile, and delete the key in the console",
                    fix: Fix("remove the profile `root`", .narrowing, [.deletion(SourceSpan(start, header))]))
            ]
        }
        try Golden.expect(ReportFixture.text(.full, [report]), named: "full-credentials")
    }

    @Test("The last line says what was looked at")
    func summaries() {
        let clean = ReportFixture.file("{}") { _, _ in [] }
        #expect(ReportFixture.text(.full, [clean]) == "No findings in 1 document (1 file).\n")
        #expect(ReportFixture.text(.full, [clean, clean]) == "No findings in 2 documents (2 files).\n")
        #expect(ReportFixture.text(.full, []).hasPrefix("Nothing to check: there are no files here"))
        let other = FileReport(file: SourceFile(name: "package.json", text: "{}"))
        let nothing = ReportFixture.text(.concise, [other])
        #expect(nothing.hasPrefix("Nothing to check: PolicyLint recognises no document in the file.\n"))
        #expect(nothing.contains("no single statements and no templates"))
        #expect(ReportFixture.text(.concise, [other, other]).contains("no document in the 2 files."))
        #expect(ReportFixture.text(.concise, [clean, other]) == "No findings in 1 document (1 file).\n")
    }

    @Test("Every frame fits the width, whatever the file holds", arguments: [40, 60, 100])
    func framesFit(width: Int) {
        let wide = String(repeating: "全🙂\t", count: 200)
        let report = ReportFixture.warnings("⟦⟧\(wide)⟦abc⟧\(wide)⟦\(wide)⟧\n⟦\(wide)\n\(wide)⟧⟦⟧")
        let text = ReportFixture.text(.full, [report], options: ReportOptions(width: width))
        for line in text.split(separator: "\n") where line.contains("|") {
            #expect(Glyph.glyphs(of: String(line)).cells <= width, "\(line)")
        }
    }

    @Test("Bytes that are no UTF-8, lone returns and spans outside of the text do no harm")
    func oddBytes() {
        var state: UInt64 = 42
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let alphabet: [UInt8] = [0x0A, 0x0D, 0x09, 0x22, 0x5C, 0x61, 0xC3, 0xA4, 0xF0, 0x9F, 0x99, 0x82, 0xFF, 0x80]
        for _ in 0..<300 {
            let bytes = (0..<random(60)).map { _ in alphabet[random(alphabet.count)] }
            let file = SourceFile(name: "x", bytes: bytes)
            let start = random(bytes.count + 1)
            let span = SourceSpan(start, start + random(bytes.count + 1 - start))
            let document = Document(
                kind: .identityPolicy, content: .credentials(CredentialsList([])), text: SourceText(bytes), span: span)
            var report = FileReport(file: file)
            let fix = Fix("mend", .preserving, [TextEdit(replacing: span, with: "new\nline")])
            report.add(document, [ReportFixture.warning(at: span, fix: fix)])
            for format in ReportFormat.allCases { #expect(!ReportFixture.text(format, [report]).isEmpty) }
        }
    }
}
