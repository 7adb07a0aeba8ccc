/// The members of a list of patterns that change nothing, since another member matches all that they match.
///
/// All of them can be removed together: what covers one is never itself removed. Two members of the same
/// writing are left alone: that is a repetition, which needs no reasoning.
struct RedundantPatterns: Sendable {
    /// A member that changes nothing, and the one that covers it.
    struct Finding: Hashable, Sendable {
        let member: Int
        let cover: Int
    }

    /// What the members of a list are.
    enum Kind: Hashable, Sendable {
        case actions
        /// Resources, or ARNs of conditions; with whether `${…}` is replaced.
        case resources(hasVariables: Bool)
        /// Values with wildcards; with whether `${…}` is replaced.
        case values(hasVariables: Bool)
    }

    private let texts: [String]
    private let kind: Kind

    /// The members of a list that change nothing, in their order.
    static func find(in texts: [String], as kind: Kind) -> [Finding] {
        guard texts.count > 1 else { return [] }
        let wide = texts.indices.filter { texts[$0].hasWildcard }
        if wide.isEmpty { return [] }
        return RedundantPatterns(texts: texts, kind: kind).find(wide)
    }

    private func find(_ wide: [Int]) -> [Finding] {
        var covers: [Int: Int] = [:]
        let candidates = Candidates(texts, ignoresCase: kind == .actions)
        for cover in wide {
            let own = pattern(texts[cover])
            for member in candidates.members(startingLike: texts[cover]) where member != cover {
                guard covers[member] == nil, !areSame(cover, member) else { continue }
                let other = pattern(texts[member])
                guard own.covers(other) == .yes else { continue }
                // Of two that match the same, the first one stays.
                if member < cover, other.covers(own) == .yes { continue }
                covers[member] = cover
            }
        }
        return covers.keys.sorted().compactMap { member in
            var cover = member
            while let wider = covers[cover] { cover = wider }
            return Finding(member: member, cover: cover)
        }
    }

    private func areSame(_ left: Int, _ right: Int) -> Bool {
        kind == .actions ? texts[left].equalsIgnoringCase(texts[right]) : texts[left] == texts[right]
    }

    private func pattern(_ text: String) -> GlobPattern {
        switch kind {
        case .actions: GlobPattern(action: text)
        case .resources(let hasVariables): GlobPattern(resource: text, hasVariables: hasVariables)
        case .values(let hasVariables): GlobPattern(value: text, hasWildcards: true, hasVariables: hasVariables)
        }
    }
}

/// The members of a list by how they begin, so that long lists are not compared each with each.
private struct Candidates {
    private let texts: [[UInt8]]
    /// The members in the order of their texts; nil where there are few.
    private let sorted: [Int]?
    private let ignoresCase: Bool

    init(_ texts: [String], ignoresCase: Bool) {
        self.ignoresCase = ignoresCase
        self.texts = texts.map { ignoresCase ? $0.utf8.map(\.asciiLowercased) : Array($0.utf8) }
        let folded = self.texts
        sorted =
            texts.count <= 16 ? nil : texts.indices.sorted { folded[$0].lexicographicallyPrecedes(folded[$1]) }
    }

    /// The members that begin with the letters before the first wildcard of a pattern. What another member
    /// covers begins like it.
    func members(startingLike pattern: String) -> [Int] {
        var prefix = Array(
            pattern.utf8.prefix { byte in !"*?$".utf8.contains(byte) })
        if ignoresCase { prefix = prefix.map(\.asciiLowercased) }
        guard let sorted else { return texts.indices.filter { texts[$0].starts(with: prefix) } }
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if texts[sorted[middle]].lexicographicallyPrecedes(prefix) { low = middle + 1 } else { high = middle }
        }
        return Array(sorted[low...].prefix { texts[$0].starts(with: prefix) })
    }
}
