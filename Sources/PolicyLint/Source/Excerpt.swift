extension String {
    /// The text as a message quotes it: no longer than a line takes.
    var excerpt: String {
        utf8.count <= 80 ? self : prefix(60) + "…"
    }

    /// A long sentence with its quotes, which stand between backticks, as short as a message's.
    var withExcerpts: String {
        if utf8.count <= 300 { return self }
        let parts = split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().map { $0 % 2 == 1 ? String($1).excerpt : String($1) }.joined(separator: "`")
    }
}

extension [String] {
    /// The first three as a message quotes them, and how many more there are.
    var namesInShort: String {
        let names = prefix(3).map { "`\($0.excerpt)`" }.joined(separator: ", ")
        let rest = count - 3
        return rest > 0 ? "\(names) and \(rest) \(rest == 1 ? "other" : "others")" : names
    }
}
