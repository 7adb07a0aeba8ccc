extension String {
    /// The text as a message quotes it: no longer than a line takes.
    var excerpt: String {
        utf8.count <= 80 ? self : prefix(60) + "…"
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
