import Foundation
import Testing

/// `scripts/new-rule`, in a folder of its own.
@Suite struct NewRuleTests {
    /// What became of a run: the exit code, what was said, and the files that are there.
    private func run(_ arguments: String...) throws -> (code: Int32, said: String, files: [String: String]) {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appending(path: "policylint-\(UUID().uuidString)")
        defer { try? manager.removeItem(at: folder) }
        for path in ["scripts", "rules/mfa", "Sources/PolicyLint/Rules/MFA", "Sources/PolicyLint/Rules/Trust"] {
            try manager.createDirectory(at: folder.appending(path: path), withIntermediateDirectories: true)
        }
        let script = folder.appending(path: "scripts/new-rule")
        try manager.copyItem(at: Checkout.root.appending(path: "scripts/new-rule"), to: script)
        try Data().write(to: folder.appending(path: "rules/mfa/trust-mfa-missing.md"))
        let process = Process()
        let pipe = Pipe()
        process.executableURL = script
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        var files: [String: String] = [:]
        for path in try manager.subpathsOfDirectory(atPath: folder.path) where !path.hasPrefix("scripts") {
            files[path] = try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
        }
        return (process.terminationStatus, said, files)
    }

    @Test("It writes the rule's two files, where the index finds them, and says what to do with them")
    func writesTwoFiles() throws {
        let run = try run("trust", "trust-mfa-too-old")
        #expect(run.code == 0)
        let code = try #require(run.files["Sources/PolicyLint/Rules/Trust/TrustMFATooOld.swift"])
        #expect(code.contains("enum TrustMFATooOld: StatementRule {"))
        #expect(code.contains("id: \"trust-mfa-too-old\", wing: .trust"))
        let page = try #require(run.files["rules/trust/trust-mfa-too-old.md"])
        #expect(page.hasPrefix("# trust-mfa-too-old\n\nSay what is wrong"))
        #expect(page.contains("```json fires\n") && page.contains("⟦\"Allow\"⟧") && page.contains("```json silent\n"))
        #expect(run.said.contains("scripts/test --filter"))
    }

    @Test(
        "It refuses what is no rule, or is there already",
        arguments: [
            (["trust"], "usage"), (["iam", "a-b"], "there is no wing `iam`; there are mfa trust"),
            (["trust", "A-b"], "no rule id"), (["trust", "no-mfa"], "names the problem"),
            (["trust", "trust-mfa-missing"], "rules/mfa/trust-mfa-missing.md is there already"),
        ])
    func refuses(arguments: [String], words: String) throws {
        let run = try arguments.count == 2 ? run(arguments[0], arguments[1]) : run(arguments[0])
        #expect(run.code == 2)
        #expect(run.said.hasPrefix("new-rule: ") && run.said.contains(words))
        #expect(run.files.count == 1)
    }
}
