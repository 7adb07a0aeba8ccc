import Foundation
import Testing

/// What holds for every text of the checkout.
@Suite struct TextTests {
    @Test("Source files are short", arguments: Checkout.swiftFiles(below: "Sources"))
    func sourceFilesAreShort(file: Checkout.File) throws {
        #expect(try #require(file.text).split(separator: "\n", omittingEmptySubsequences: false).count <= 350)
    }

    @Test("Nothing is left to do in a comment", arguments: Checkout.swiftFiles(below: "Sources"))
    func nothingIsLeftToDo(file: Checkout.File) throws {
        let words = Set(try #require(file.text).split { !$0.isLetter })
        #expect(words.isDisjoint(with: ["TODO", "FIXME", "XXX"]))
    }

    @Test("The changelog begins with what is not released yet")
    func changelog() throws {
        let text = try #require(Checkout.files.first { $0.path == "CHANGELOG.md" }?.text)
        let titles = text.split(separator: "\n").filter { $0.hasPrefix("#") }
        #expect(titles.prefix(2) == ["# Changelog", "## Unreleased"])
    }

    @Test("No file names a path of this machine")
    func noPathsOfThisMachine() {
        let home = FileManager.default.homeDirectoryForCurrentUser.path
        let root = Checkout.root.path
        let paths = [root, URL(filePath: root).deletingLastPathComponent().path, home]
            .filter { $0.split(separator: "/").count > 1 || $0 == home }
        for file in Checkout.files {
            guard let text = file.text else { continue }
            for path in paths { #expect(!Self.names(path, in: text), "\(file) names \(path)") }
        }
        #expect(Self.names("/a/b", in: "cd /a/b/c") && !Self.names("/a/b", in: "x/a/b/c /a/bc"))
    }

    /// Whether a text holds a path, and not as the end or the beginning of another.
    private static func names(_ path: String, in text: String) -> Bool {
        let pathPart: (Character) -> Bool = { $0.isLetter || $0.isNumber || "._-*".contains($0) }
        return text.ranges(of: path + "/").contains { range in
            range.lowerBound == text.startIndex || !pathPart(text[text.index(before: range.lowerBound)])
        }
    }
}
