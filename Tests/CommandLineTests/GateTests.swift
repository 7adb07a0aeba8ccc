import Foundation
import Testing

/// The gate in continuous integration, as the README shows it.
@Suite struct GateTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The lines of the README's workflow.
    private static func workflow() throws -> [Substring] {
        let page = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let blocks = page.components(separatedBy: "```").filter { $0.hasPrefix("yaml") && $0.contains("upload-sarif") }
        return try #require(blocks.first).split(separator: "\n")
    }

    /// What stands behind a key in the workflow.
    private static func value(of key: String) throws -> String {
        let line = try #require(try workflow().last { $0.contains(key + ": ") })
        return String(try #require(line.firstRange(of: key + ": ").map { line[$0.upperBound...] }))
    }

    private struct Log: Decodable {
        struct Run: Decodable { let results: [Result] }
        struct Result: Decodable { let ruleId: String }
        let version: String
        let runs: [Run]
    }

    private static func log(_ program: Program) throws -> Log {
        let text = try program.read(try value(of: "sarif_file"))
        return try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    }

    @Test("The README's gate fails where something is found, and leaves the report that its next step uploads")
    func gateFails() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("iam/trust.json", Documents.openTrust)
        try program.write("package.json", "{\"name\": \"x\"}")
        let run = try program.shell(try Self.value(of: "run"))
        #expect(run.code == 1)
        #expect(run.output.isEmpty && run.error.isEmpty)
        let log = try Self.log(program)
        #expect(log.version == "2.1.0")
        #expect(
            log.runs.map { Set($0.results.map(\.ruleId)) } == [["trust-mfa-missing", "trust-principal-account-root"]])
        // The report is no document: a second run finds the same.
        let before = try program.read(try Self.value(of: "sarif_file"))
        #expect(try program.shell(try Self.value(of: "run")).code == 1)
        #expect(try program.read(try Self.value(of: "sarif_file")) == before)
    }

    @Test("The README's gate opens where nothing is found; there is a report all the same")
    func gateOpens() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("iam/trust.json", Documents.closedTrust)
        #expect(try program.shell(try Self.value(of: "run")).code == 0)
        #expect(try Self.log(program).runs.map(\.results.count) == [0])
    }

    @Test(
        "sarif-tools fails on the gate's report as the gate does",
        .enabled(if: Program.machineCan("python3 -c 'import sarif.loader'")))
    func sarifTools() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.openTrust)
        #expect(try program.shell(try Self.value(of: "run")).code == 1)
        let file = try Self.value(of: "sarif_file")
        #expect(try program.shell("python3 -m sarif --check warning summary \(file)").code != 0)
        #expect(try program.shell("python3 -m sarif --check error summary \(file)").code == 0)
    }

    @Test("More findings than GitHub takes are said on standard error, too")
    func limitation() throws {
        let program = try Program()
        defer { program.remove() }
        let statement = "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}"
        let statements = Array(repeating: statement, count: 25_001).joined(separator: ",")
        try program.write("policy.json", "{\"Version\": \"2012-10-17\", \"Statement\": [\(statements)]}")
        let options = "--select grant-everything --output-file x.sarif policy.json"
        let run = try program.shell("policylint check --format sarif \(options)")
        #expect(run.code == 1)
        #expect(run.error.contains("x.sarif: of 25001 findings the 25000 gravest"))
        #expect(try program.shell("policylint check --format concise \(options)").error.isEmpty)
    }
}
