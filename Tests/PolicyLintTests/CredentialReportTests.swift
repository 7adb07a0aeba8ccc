import Testing

@testable import PolicyLint

@Suite struct CredentialReportTests {
    private let csv = """
        user,arn,user_creation_time,password_enabled,mfa_active,access_key_1_active,access_key_1_last_rotated
        <root_account>,arn:aws:iam::123456789012:root,2024-01-01T00:00:00+00:00,true,false,true,2024-01-01T00:00:00Z
        alice,arn:aws:iam::123456789012:user/alice,2024-01-01T00:00:00+00:00,FALSE,false,TRUE,2024-01-01T00:00:00Z

        """

    @Test("The report is the same as CSV, as answer, as base64 alone, and as a Python program writes it")
    func forms() {
        let encoded = Self.base64(Array(csv.utf8))
        let escaped = csv.replacing("\n", with: "\\n")
        let forms = [
            ("report.csv", csv),
            ("report.csv", "\u{FEFF}" + csv.replacing("\n", with: "\r\n")),
            ("report.json", answer(encoded)),
            ("report.json", answer(escaped)),
            ("report.json", answer("b'" + csv.replacing("\n", with: "\\\\n") + "'")),
            ("report.txt", encoded),
            ("report.txt", encoded + "\t2026-01-01T00:00:00+00:00\ttext/csv\n"),
        ]
        for (name, text) in forms {
            for kind in [nil, DocumentKind.credentialReport] {
                var settings = LintSettings()
                settings.kind = kind
                settings.now = Timestamp("2026-01-01")
                let report = Linter(settings: settings).lint(SourceFile(name: name, text: text))
                #expect(report.documents.map(\.kind) == [.credentialReport], "\(name)")
                #expect(
                    Set(report.diagnostics.map(\.rule)).isSuperset(of: [
                        "root-access-key-active", "root-mfa-missing", "access-key-age",
                    ]), "\(text)")
            }
        }
    }

    @Test("A finding in base64 points at the characters that hold the cell")
    func placesInBase64() throws {
        let encoded = Self.base64(Array(csv.utf8))
        let file = SourceFile(name: "report.json", text: answer(encoded))
        var settings = LintSettings()
        settings.selectedRules = ["root-access-key-active"]
        let diagnostic = try #require(Linter(settings: settings).lint(file).diagnostics.first)
        let place = String(decoding: file.bytes[diagnostic.span.range], as: UTF8.self)
        let before = "<root_account>,arn:aws:iam::123456789012:root,2024-01-01T00:00:00+00:00,true,false,"
        let offset = try #require(csv.utf8.firstRange(of: before.utf8)).upperBound.utf16Offset(in: csv)
        let start = offset * 4 / 3
        let expected = encoded.utf8.dropFirst(start).prefix(((offset + 4) * 4 + 2) / 3 - start)
        #expect(place == String(decoding: Array(expected), as: UTF8.self))
        #expect(diagnostic.pointer == "/Content")
    }

    @Test("The time of the answer is the present, unless somebody says another")
    func present() {
        let file = SourceFile(name: "report.json", text: answer(Self.base64(Array(csv.utf8))))
        var settings = LintSettings()
        settings.selectedRules = ["access-key-age"]
        #expect(Linter(settings: settings).lint(file).diagnostics.count == 1)
        settings.now = Timestamp("2024-02-01")
        #expect(Linter(settings: settings).lint(file).diagnostics.isEmpty)
    }

    @Test("What is no report is said to be none")
    func unreadable() {
        for text in ["name,age\nx,1\n", "", "{\"Content\": \"%%%\", \"ReportFormat\": \"text/csv\"}"] {
            var settings = LintSettings()
            settings.kind = .credentialReport
            let report = Linter(settings: settings).lint(SourceFile(name: "report", text: text))
            #expect(report.diagnostics.map(\.rule) == ["unreadable-document"])
        }
    }

    @Test(
        "A report that is cut off, or has a row of other cells than columns, is said to be damaged, at the row",
        arguments: [
            ("<root_account>,arn:aws:iam::123456789012:root,2024-01-01T00:00:00+00:00", "this row has 3 cells"),
            ("<root_account>", "this row has 1 cell,"),
            (
                "<root_account>,arn:aws:iam::123456789012:root,2024-01-01T00:00:00+00:00,true,false,fals",
                "this row has 6"
            ),
            (
                "a,b,arn:aws:iam::123456789012:user/a,2024-01-01T00:00:00+00:00,true,false,true,N/A",
                "this row has 8 cells"
            ),
            (
                "\"a,arn:aws:iam::123456789012:user/a,2024-01-01T00:00:00+00:00,true,false,true,N/A",
                "this row has 1 cell,"
            ),
        ])
    func damaged(row: String, message: String) {
        for (name, text) in [("credential-report.csv", csv + row), ("credential-report.csv", csv + row + "\r\n" + csv)]
        {
            let report = Linter().lint(SourceFile(name: name, text: text))
            #expect(report.diagnostics.map(\.rule) == ["unreadable-document"])
            #expect(
                report.diagnostics.allSatisfy {
                    $0.message.hasPrefix(message) && $0.message.contains("names 7 columns")
                })
            #expect(report.diagnostics.allSatisfy { Int($0.span.start) - csv.utf8.count <= 0 })
            #expect(report.isUnreadable)
        }
    }

    @Test("A report in UTF-16 is said to be so", arguments: ["credential-report.csv", "-"], [true, false])
    func utf16(name: String, isLittleEndian: Bool) {
        var bytes: [UInt8] = []
        for unit in [0xFEFF] + Array(csv.utf16) {
            let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
            bytes += isLittleEndian ? pair : pair.reversed()
        }
        let report = Linter().lint(SourceFile(name: name, bytes: bytes))
        #expect(report.documents.map(\.kind) == [.credentialReport])
        #expect(report.diagnostics.map(\.message) == ["the file is UTF-16, which AWS does not read"])
    }

    private func answer(_ content: String) -> String {
        "{\"Content\": \"\(content)\", \"ReportFormat\": \"text/csv\", \"GeneratedTime\": \"2026-01-01T00:00:00+00:00\"}"
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var result = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[start + $1]) : 0) }
            for index in 0..<4 {
                result.append(index <= group.count ? alphabet[bits >> (18 - 6 * index) & 63] : "=")
            }
        }
        return result
    }
}
