import Foundation
import Testing

@testable import PolicyLint

/// The account of the fixtures, as a newcomer left it and as it is when everything is mended.
@Suite struct FixtureChecklistTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The files of a folder of fixtures.
    static func files(in folder: String) throws -> [SourceFile] {
        let paths = try FileManager.default.subpathsOfDirectory(
            atPath: root.appending(path: "fixtures/" + folder).path)
        return try paths.sorted().compactMap { path in
            let file = root.appending(path: "fixtures/\(folder)/\(path)")
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return nil }
            return SourceFile(name: path, bytes: Array(try Data(contentsOf: file)))
        }
    }

    static func checklist(_ folder: String, now: String) throws -> Checklist {
        Checklist(AccountEvidence(try files(in: folder).map { EvidenceFile($0) }, now: Timestamp(now)))
    }

    private static func text(_ checklist: Checklist) -> String {
        var text = ""
        ChecklistFormat.full.write(checklist, toolVersion: "1.2.3", to: &text)
        return text
    }

    @Test("The newcomer's account is told what is open, and where that stands")
    func newcomer() throws {
        let checklist = try Self.checklist("account-export", now: "2026-11-01")
        #expect(checklist.accountID == "111122223333")
        try Golden.expect(Self.text(checklist), named: "checklist-newcomer")
    }

    @Test("The mended account has nothing open")
    func mended() throws {
        let checklist = try Self.checklist("account-export-mended", now: "2027-03-01")
        #expect(checklist.lines.filter { $0.outcome != .pass } == [])
        try Golden.expect(Self.text(checklist), named: "checklist-mended")
    }

    @Test(
        "Without any one of the files, no line turns to pass", arguments: ["account-export", "account-export-mended"])
    func absenceProvesNothing(folder: String) throws {
        let all = try Self.files(in: folder).map { EvidenceFile($0) }
        func passes(_ files: [EvidenceFile]) -> Set<String> {
            let lines = Checklist(AccountEvidence(files, now: Timestamp("2027-03-01"))).lines
            return Set(lines.filter { $0.outcome == .pass }.map { "\($0.control) \($0.subject)" })
        }
        let proven = passes(all)
        for index in all.indices {
            var files = all
            files.remove(at: index)
            #expect(passes(files).subtracting(proven).sorted() == [], "without \(all[index].file.name)")
        }
        #expect(passes([]) == [])
    }

    @Test(
        "Rules say nothing of answers that are evidence only", arguments: ["account-export", "account-export-mended"])
    func checkIsSilent(folder: String) throws {
        var seen: Set<DocumentKind> = []
        for file in try Self.files(in: folder) {
            let report = Linter().lint(file)
            let kinds = Set(report.documents.map(\.kind))
            guard kinds.allSatisfy({ DocumentKinds.accountAnswers.contains($0) || $0 == .commandError }) else {
                continue
            }
            #expect(report.diagnostics.map(\.rule) == [], "\(file.name)")
            seen.formUnion(kinds)
        }
        #expect(seen.count > 10)
    }

    @Test("No line of an export holds an access key id in full")
    func keyIDs() throws {
        let checklist = try Self.checklist("account-export", now: "2026-11-01")
        for format in ChecklistFormat.allCases {
            var text = ""
            format.write(checklist, toolVersion: "1.2.3", to: &text)
            #expect(!text.contains("AKIARTX3GSDS2UJDIVTY"))
        }
    }
}
