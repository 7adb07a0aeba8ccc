/// The words of a rule's page, without what only the tests need.
struct PageText {
    /// What is wrong: the page's first paragraph.
    let summary: String
    /// The page without its title, marks and expectations of examples.
    let markdown: String
    /// The section "What to do".
    let whatToDo: String

    /// The words of a page.
    init(_ page: RulePage) {
        summary = page.summary
        var lines: [Substring] = []
        var toDo: [Substring] = []
        var section = ""
        var isCode = false
        for line in page.markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                let words = line.dropFirst(3).split(separator: " ")
                if !isCode, words.contains("fixed") { lines += ["Corrected:", ""] }
                if !isCode, words.contains("suggested") { lines += ["Suggested:", ""] }
                lines.append("```" + (isCode ? "" : words.first ?? ""))
                isCode.toggle()
            } else if isCode {
                lines.append(line.hasMark ? Substring(line.filter { $0 != "⟦" && $0 != "⟧" }) : line)
            } else if !line.hasPrefix("# ") {
                if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
                lines.append(line)
                if section == "What to do", !line.hasPrefix("## ") { toDo.append(line) }
            }
        }
        markdown = Self.join(lines)
        whatToDo = Self.join(toDo)
    }

    /// The summary's first sentence.
    var firstSentence: String {
        var previous: Character?
        for index in summary.indices {
            if summary[index] == " ", previous == "." { return String(summary[..<index]) }
            previous = summary[index]
        }
        return summary
    }

    /// The lines without empty ones at either end.
    private static func join(_ lines: [Substring]) -> String {
        guard let first = lines.firstIndex(where: { !$0.isEmpty }), let last = lines.lastIndex(where: { !$0.isEmpty })
        else { return "" }
        return lines[first...last].joined(separator: "\n")
    }
}

extension RulePage {
    /// The page as people read it: without what only the tests need.
    public var readable: String { "# \(id)\n\n" + PageText(self).markdown }
}

extension Substring {
    fileprivate var hasMark: Bool { contains { $0 == "⟦" || $0 == "⟧" } }
}
