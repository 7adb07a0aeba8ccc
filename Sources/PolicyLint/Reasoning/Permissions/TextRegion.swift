/// Texts that some patterns match and others do not: the actions, or the resources, that are left of a set
/// when others are taken from it.
struct TextRegion: Sendable {
    /// Of each group one pattern must match.
    private var inside: [[GlobPattern]] = []
    /// None of these may match.
    private var outside: [GlobPattern] = []

    /// All texts.
    static let everything = TextRegion()

    /// What is also in a set.
    func intersection(_ set: ValueSet) -> TextRegion {
        guard case .texts(let patterns, _) = set.list else { return self }
        var result = self
        switch set {
        case .listed: if !patterns.contains(.everything) { result.inside.append(patterns) }
        // What AWS may not match is not taken away.
        case .allBut: result.outside += patterns.filter { !$0.isIrregular }
        }
        return result
    }

    /// What is not in a set.
    func subtracting(_ set: ValueSet) -> TextRegion { intersection(set.complement) }

    /// Whether there is such a text. Likely ones are tried before all are searched through.
    var isSomething: Answer {
        if hasLikelyText { return .yes }
        // A quick look instead of a search: two groups have a text in common where a pattern of one has one with a pattern of the other.
        guard outside.isEmpty, inside.count == 2 else { return example.isSomething }
        return inside[0].any { own in inside[1].any { own.overlaps($0) } }
    }

    private var hasLikelyText: Bool {
        let patterns = inside.isEmpty ? [.everything] : inside.joined().prefix(8).filter { !$0.hasVariables }
        return patterns.map(\.sample).contains { text in
            inside.allSatisfy { $0.contains { $0.matches(text) } } && outside.allSatisfy { $0.match(text) == .no }
        }
    }

    /// The first of the shortest texts.
    var example: GlobSearch.Outcome { GlobSearch(inside: inside, outside: outside).run() }
}
