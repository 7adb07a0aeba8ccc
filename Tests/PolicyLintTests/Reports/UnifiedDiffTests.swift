import Foundation
import Testing

@testable import PolicyLint

@Suite struct UnifiedDiffTests {
    private func patch(_ old: String, _ new: String, path: String = "policy.json") -> String {
        String(decoding: UnifiedDiff.patch(path: path, old: Array(old.utf8), new: Array(new.utf8)), as: UTF8.self)
    }

    @Test("A change with three lines around it")
    func change() {
        #expect(
            patch("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == """
                --- a/policy.json
                +++ b/policy.json
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8

                """)
    }

    @Test("Equal texts have no patch")
    func equal() {
        #expect(patch("a\n", "a\n") == "")
        #expect(patch("", "") == "")
    }

    @Test("A missing line break at the end is said")
    func noFinalNewline() {
        #expect(
            patch("a", "a\n") == """
                --- a/policy.json
                +++ b/policy.json
                @@ -1 +1 @@
                -a
                \\ No newline at end of file
                +a

                """)
    }

    @Test("Paths are relative, and quoted as git quotes them")
    func paths() {
        #expect(patch("a\n", "b\n", path: "./x/y.json").hasPrefix("--- a/x/y.json\n+++ b/x/y.json\n"))
        #expect(patch("a\n", "b\n", path: "/x/y.json").hasPrefix("--- a/x/y.json\n"))
        #expect(patch("a\n", "b\n", path: "a b.json").hasPrefix("--- a/a b.json\t\n"))
        #expect(patch("a\n", "b\n", path: "q\"\n.json").hasPrefix("--- \"a/q\\\"\\012.json\"\n"))
    }

    @Test("Large texts with many small changes are told apart, line by line")
    func manyChanges() {
        let old = (0..<20_000).map { "        \"line \($0 % 7)\": {\n" }
        var new = old
        for index in stride(from: 100, to: 20_000, by: 997) { new[index] = "changed \(index)\n" }
        new.insert("inserted\n", at: 5000)
        new.remove(at: 15_001)
        let changes = LineDiff.changes(
            from: TextLines(Array(old.joined().utf8)), to: TextLines(Array(new.joined().utf8)))
        #expect(changes.reduce(0) { $0 + $1.old.count + $1.new.count } == 2 * 20 + 2)
    }

    @Test("Texts that share nothing are told apart too")
    func nothingInCommon() {
        let old = (0..<5000).map { "old \($0)\n" }.joined()
        let new = (0..<4000).map { "new \($0)\n" }.joined()
        let changes = LineDiff.changes(from: TextLines(Array(old.utf8)), to: TextLines(Array(new.utf8)))
        #expect(changes.reduce(0) { $0 + $1.old.count } == 5000)
        #expect(changes.reduce(0) { $0 + $1.new.count } == 4000)
    }

    /// Pairs of texts that differ in every way that small texts can.
    static let pairs: [(String, String)] = {
        var state: UInt64 = 7
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let lines = ["{\n", "}\n", "a\n", "a\r\n", "\n", "  b,\n"]
        var pairs = [("a\nb\n", ""), ("", "a\n"), ("a\r\nb\r\n", "a\r\nc\r\n"), ("a", "b"), ("x\n", "x")]
        for _ in 0..<60 {
            func text() -> String {
                (0..<random(30)).map { _ in lines[random(lines.count)] }.joined() + (random(3) == 0 ? "end" : "")
            }
            pairs.append((text(), text()))
        }
        return pairs
    }()

    @Test("`git apply` makes the new text of the old one", .enabled(if: Tool.succeeds("git", "--version")))
    func gitApplies() throws {
        try expectApplied { _ in ["git", "apply", "--whitespace=nowarn", "../patch"] }
    }

    @Test("`patch` makes the new text of the old one", .enabled(if: Tool.succeeds("patch", "--version")))
    func patchApplies() throws {
        try expectApplied { _ in ["patch", "--binary", "--silent", "--strip=1", "--input=../patch"] }
    }

    private func expectApplied(_ command: (URL) -> [String]) throws {
        try Tool.withFolder { folder in
            let work = folder.appending(path: "work")
            try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
            let file = work.appending(path: "a policy.json")
            for (old, new) in Self.pairs where old != new {
                try Data(old.utf8).write(to: file)
                try Data(patch(old, new, path: "a policy.json").utf8).write(to: folder.appending(path: "patch"))
                let result = Tool.run(command(folder), in: work)
                #expect(result?.status == 0, "\(result?.output ?? "") \(patch(old, new))")
                // Where nothing is left, some tools remove the file.
                let left = (try? Data(contentsOf: file)) ?? Data()
                #expect(String(decoding: left, as: UTF8.self) == new)
            }
        }
    }
}
