import Testing

@testable import PolicyLint

/// Every example of every rule's page, as it stands and in other wrappings.
@Suite struct RulePageTests {
    @Test("Every rule has a page, and every page a rule")
    func everyRuleHasItsPage() {
        let rules = Set(RuleCatalogue.all.map(\.id))
        #expect(rules == Set(RuleCatalogue.pageNames))
        #expect(rules.count == RuleCatalogue.all.count, "rule ids are unique")
    }

    @Test("Every page shows the rule firing, and silent", arguments: RuleCatalogue.all.map(\.id))
    func everyPageHasBothSides(rule: String) {
        let examples = PageExample.all.filter { $0.rule == rule }
        #expect(examples.contains { $0.fires })
        #expect(examples.contains { !$0.fires })
    }

    @Test("Every kind of fix that a rule claims is shown, and no other is offered", arguments: RuleCatalogue.all)
    func everyFixIsShown(rule: RuleMetadata) { #expect(PageExample.flawsOfFixes(of: rule).isEmpty) }

    @Test(
        "The findings fall where the page marks them, and fixing gives its corrected document, once and for all",
        arguments: PageExample.all)
    func examplesComeOutAsThePageSays(example: PageExample) { #expect(example.flaws.isEmpty) }

    @Test("The same findings with Windows line endings", arguments: PageExample.all.filter { !$0.text.contains("\r") })
    func findingsWithWindowsLineEndings(example: PageExample) {
        let marked = example.marks.map { example.text(at: $0).replacing("\n", with: "\r\n") }
        let file = SourceFile(
            name: example.file.name, text: example.text.replacing("\n", with: "\r\n"),
            permissions: example.file.permissions)
        let report = Linter(settings: example.settings).lint(file)
        #expect(distinct(report).map { text(of: file, at: $0) } == marked)
    }

    @Test("The same findings behind multibyte text", arguments: PageExample.all.filter(\.isBareJSON))
    func findingsBehindMultibyteText(example: PageExample) {
        let prefix = "[\"Grüße 🙂\", "
        let file = SourceFile(name: example.file.name, text: prefix + example.text + "]")
        let report = Linter(settings: example.settings).lint(file)
        let moved = example.marks.map {
            SourceSpan(Int($0.start) + prefix.utf8.count, Int($0.end) + prefix.utf8.count)
        }
        #expect(distinct(report) == moved)
    }

    @Test("The same findings and fixes inside a JSON string", arguments: PageExample.all.filter { $0.wrapper != nil })
    func findingsInsideString(example: PageExample) throws {
        try expectEmbedded(example, encode: { $0 }, decode: { $0 })
    }

    @Test("The same findings and fixes, percent-encoded", arguments: PageExample.all.filter { $0.wrapper != nil })
    func findingsPercentEncoded(example: PageExample) throws {
        try expectEmbedded(
            example, encode: PercentEncoding.encode,
            decode: { text in
                let bytes = Array(text.utf8)
                let decoded = PercentEncoding.decode(bytes, in: 0..<bytes.count)?.decoded ?? []
                return String(decoding: decoded, as: UTF8.self)
            })
    }

    private func expectEmbedded(
        _ example: PageExample, encode: (String) -> String, decode: (String) -> String
    ) throws {
        let (before, after) = try #require(example.wrapper)
        let file = SourceFile(
            name: example.file.name, text: before + JSONText.quote(encode(example.text)) + after)
        let linter = Linter(settings: example.settings)
        let report = linter.lint(file)
        let found = distinct(report).map { span -> String in
            let quoted = Array("\"\(text(of: file, at: span))\"".utf8)
            let (decoded, _) = JSONText.decode(quoted, string: SourceSpan(0, quoted.count))
            return decode(String(decoding: decoded, as: UTF8.self))
        }
        #expect(found == example.marks.map { example.text(at: $0) })

        guard let fixed = example.fixed else { return }
        let result = FixEngine(linter).fix(file)
        let document = try #require(DocumentFinder(kind: example.settings.kind).documents(in: result.file).first)
        #expect(String(decoding: document.text.bytes, as: UTF8.self) == fixed)
    }

    @Test("Every example can be reported in every format", arguments: PageExample.all)
    func everyFormat(example: PageExample) {
        let report = Linter(settings: example.settings).lint(example.file)
        for format in ReportFormat.allCases {
            var text = ""
            format.write(Report(files: [report], toolVersion: "0"), to: &text)
            let hasFindings = !report.diagnostics.isEmpty
            switch format {
            case .full, .concise, .json, .github, .gitlab: #expect(hasFindings == text.contains(example.rule))
            // Lists the rules besides.
            case .sarif: #expect(text.contains(example.rule) || !hasFindings)
            case .accessAnalyzer:
                for diagnostic in report.diagnostics {
                    #expect(diagnostic.issues.allSatisfy { text.contains("\"\($0.code)\"") })
                }
            }
        }
    }

    /// The places of the findings, each once, in order.
    private func distinct(_ report: FileReport) -> [SourceSpan] { Set(report.diagnostics.map(\.span)).sorted() }

    private func text(of file: SourceFile, at span: SourceSpan) -> String { SourceText(file.bytes)[span] }
}

extension PageExample {
    /// Whether the file is one JSON document that may as well be an element of an array.
    var isBareJSON: Bool {
        // Behind other text a byte order mark is none.
        if text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) { return false }
        guard let root = try? JSONReader(Array(text.utf8)) else { return false }
        return root.root.object != nil && attributes["kind"] == nil && attributes["mode"] == nil
    }

    /// What stands around the document in the answer of the AWS CLI that carries such policies as
    /// strings; nil where the example is no bare policy.
    var wrapper: (before: String, after: String)? {
        guard isBareJSON, attributes["file"] == nil, fires || fixed == nil else { return nil }
        let documents = DocumentFinder().documents(in: file)
        guard let document = documents.first, documents.count == 1, document.pointer.isEmpty, document.oddities.isEmpty,
            case .policy = document.content
        else { return nil }
        switch document.kind {
        case .identityPolicy: return ("{\"PolicyVersion\": {\"VersionId\": \"v1\", \"Document\": ", "}}")
        case .trustPolicy: return ("{\"Role\": {\"AssumeRolePolicyDocument\": ", "}}")
        case .resourcePolicy: return ("{\"Policy\": ", "}")
        default: return nil
        }
    }
}
