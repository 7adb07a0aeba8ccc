import Testing

@testable import PolicyLint

/// Benchmarks: which controls they have, and in which order.
@Suite struct BenchmarkTests {
    @Test("Ids are ordered as people count")
    func order() {
        let ids = ["1.10", "1.9", "IAM.2", "IAM.10", "2.1.1", "2.1", "S3.1", "1.1"].map { BenchmarkID($0) }
        #expect(
            ids.sorted().map(\.text) == ["1.1", "1.9", "1.10", "2.1", "2.1.1", "IAM.2", "IAM.10", "S3.1"])
    }

    @Test(
        "A version of the CIS benchmark is answered or named to its end, each id once",
        arguments: [("cis-3.0", 62), ("cis-4.0", 64), ("cis-5.0", 63), ("cis-6.0", 63), ("cis-7.0", 70)])
    func complete(name: String, count: Int) throws {
        let benchmark = try #require(Benchmark(named: name))
        let answered = ControlCatalogue.all.flatMap { benchmark.ids(of: $0) }
        let unanswered = UnansweredControl.all(of: benchmark).map(\.id)
        #expect(Set(answered + unanswered).count == count, "\((answered + unanswered).sorted())")
        #expect(answered.count + unanswered.count == count)
    }

    @Test("Its controls stand in the order of its ids, and only its own", arguments: Benchmark.all)
    func checklist(benchmark: Benchmark) {
        let checklist = Checklist(Export([:]).evidence(), benchmark: benchmark)
        let ids = checklist.controls.compactMap { benchmark.ids(of: $0).map { BenchmarkID($0) }.min() }
        #expect(ids.count == checklist.controls.count && !ids.isEmpty)
        #expect(ids == ids.sorted())
        #expect(checklist.lines.allSatisfy { $0.outcome == .cannotTell })
    }

    @Test("Foundational Security Best Practices have some of Security Hub's controls, and not those of other standards")
    func foundational() {
        let ids = ControlCatalogue.all.flatMap { Benchmark.securityHub.ids(of: $0) }
        for id in ["IAM.6", "IAM.7", "IAM.21", "S3.13", "SNS.4"] { #expect(ids.contains(id)) }
        for id in ["IAM.9", "IAM.15", "IAM.22", "IAM.28", "S3.10", "S3.20", "S3.22", "S3.23"] {
            #expect(!ids.contains(id))
        }
    }

    @Test("Reports name the ids, and what no export can answer", arguments: ChecklistFormat.allCases)
    func reports(format: ChecklistFormat) throws {
        let benchmark = try #require(Benchmark(named: "cis-5.0"))
        var text = ""
        format.write(Checklist(Export([:]).evidence(), benchmark: benchmark), toolVersion: "1.2.3", to: &text)
        for words in ["root-mfa", "1.4", "the contact details of the account are current"] {
            #expect(text.contains(words))
        }
    }

    @Test("Markdown and the page go by the sections of the benchmark")
    func sections() {
        func parts(_ name: String) -> [String] {
            Checklist(Export([:]).evidence(), benchmark: Benchmark(named: name)).parts.map(\.title)
        }
        #expect(
            parts("cis-5.0") == ["1 Identity and Access Management", "2 Storage", "3 Logging"])
        #expect(
            parts("cis-7.0") == ["2 Identity and Access Management", "3 Storage", "4 Logging"])
        #expect(parts("fsbp") == ["CloudTrail", "Config", "IAM", "KMS", "S3"])
        #expect(parts("guides").first == "The root user")
        let checklist = Checklist(Export([:]).evidence(), benchmark: Benchmark(named: "cis-5.0"))
        #expect(checklist.parts.flatMap { $0.controls.map(\.control.id) } == checklist.controls.map(\.id))
        var (markdown, page) = ("", "")
        ChecklistFormat.markdown.write(checklist, toolVersion: "1.2.3", to: &markdown)
        ChecklistFormat.html.write(checklist, toolVersion: "1.2.3", to: &page)
        #expect(markdown.contains("\n## 2 Storage\n"))
        #expect(page.contains("<a href=\"#section-2\">2 Storage</a>") && page.contains("id=\"section-2\""))
    }

    @Test("Without a benchmark, what only benchmarks ask for is left out")
    func everyday() {
        let asked = Checklist(Export([:]).evidence()).controls
        #expect(asked.contains { $0.id == "root-mfa" } && !asked.contains { $0.isOnlyForBenchmarks })
        #expect(Checklist(Export([:]).evidence()).unanswered == [])
    }

    @Test("Every control that only benchmarks ask for is in one")
    func noneIsLost() {
        for control in ControlCatalogue.all where control.isOnlyForBenchmarks {
            #expect(Benchmark.all.contains { !$0.ids(of: control).isEmpty }, "\(control.id)")
        }
    }

    @Test("Lines of the data that are none are left out")
    func reading() throws {
        let benchmark = try #require(Benchmark(named: "cis-5.0"))
        let text = "# a\n\ncis-5.0=1.1 | title | reason\ncis-7.0=2.1 | other | reason\ncis-5.0=1.2 | title\n"
        #expect(UnansweredControl.read(text, benchmark) == [UnansweredControl.read(text, benchmark)[0]])
        #expect(UnansweredControl.read(text, benchmark).map(\.title) == ["title"])
        #expect(!UnansweredControl.all(of: .securityHub).isEmpty && UnansweredControl.all(of: .guides).isEmpty)
    }
}
