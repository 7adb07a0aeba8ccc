extension String {
    /// The text as a message quotes it: no longer than a line takes.
    var excerpt: String {
        utf8.count <= 80 ? self : prefix(60) + "…"
    }
}
