/// A rule's page: its words and its examples, as they stand in `rules/<wing>/<id>.md`.
public struct RulePage: Sendable {
    /// The rule's id.
    public let id: String
    /// The whole page.
    public let markdown: String

    /// The page's first paragraph below its title: what is wrong, in a sentence or two.
    public var summary: String {
        paragraphs.first { !$0.hasPrefix("#") } ?? ""
    }

    private var paragraphs: [String] {
        var result: [String] = []
        var lines: [Substring] = []
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                if !lines.isEmpty { result.append(lines.joined(separator: " ")) }
                lines = []
            } else {
                lines.append(line)
            }
        }
        if !lines.isEmpty { result.append(lines.joined(separator: " ")) }
        return result
    }
}
