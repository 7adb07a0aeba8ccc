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

    /// The members of a list that change nothing, in their order.
    static func find(in list: some Collection<String>, as kind: Kind) -> [Finding] {
        // Most lists hold no wildcard.
        guard list.count > 1, list.contains(where: \.hasWildcard) else { return [] }
        var search = Search(texts: Array(list), kind: kind)
        return search.run()
    }

    /// The search through one list. Only members that begin alike are read.
    private struct Search {
        private let texts: [String]
        private let kind: Kind
        private var patterns: [GlobPattern?]

        init(texts: [String], kind: Kind) {
            self.texts = texts
            self.kind = kind
            patterns = Array(repeating: nil, count: texts.count)
        }

        mutating func run() -> [Finding] {
            var covers: [Int: Int] = [:]
            // Few are compared with each other; of many, those that begin alike stand side by side.
            let sorted = texts.count > 128 ? SortedTexts(texts, ignoresCase: kind == .actions) : nil
            for cover in texts.indices where texts[cover].hasWildcard {
                for member in sorted?.members(startingLike: texts[cover]) ?? Array(texts.indices) {
                    if member == cover || covers[member] != nil { continue }
                    if isCovered(member, by: cover) { covers[member] = cover }
                }
            }
            return covers.keys.sorted().compactMap { member in
                var cover = member
                while let wider = covers[cover] { cover = wider }
                return Finding(member: member, cover: cover)
            }
        }

        private mutating func isCovered(_ member: Int, by cover: Int) -> Bool {
            guard GlobPattern.mayCover(texts[cover], texts[member], ignoringCase: kind == .actions),
                !areSame(cover, member), pattern(cover).surelyCovers(pattern(member))
            else { return false }
            // Of two that match the same, the first one stays.
            return cover < member || !pattern(member).surelyCovers(pattern(cover))
        }

        private func areSame(_ left: Int, _ right: Int) -> Bool {
            kind == .actions ? texts[left].equalsIgnoringCase(texts[right]) : texts[left] == texts[right]
        }

        private mutating func pattern(_ index: Int) -> GlobPattern {
            if let known = patterns[index] { return known }
            let pattern =
                switch kind {
                case .actions: GlobPattern(action: texts[index])
                case .resources(let hasVariables): GlobPattern(resource: texts[index], hasVariables: hasVariables)
                case .values(let hasVariables):
                    GlobPattern(value: texts[index], hasWildcards: true, hasVariables: hasVariables)
                }
            patterns[index] = pattern
            return pattern
        }
    }
}

/// Texts in their order, so that those which begin alike are found without looking at all.
private struct SortedTexts {
    private let texts: [[UInt8]]
    private let order: [Int]
    private let ignoresCase: Bool

    init(_ texts: [String], ignoresCase: Bool) {
        self.ignoresCase = ignoresCase
        let folded = texts.map { $0.withBytes { ignoresCase ? $0.asciiLowercased : Array($0) } }
        self.texts = folded
        order = texts.indices.sorted { folded[$0].lexicographicallyPrecedes(folded[$1]) }
    }

    /// The texts that begin with the letters before the first wildcard of a pattern. What the pattern covers
    /// begins like it.
    func members(startingLike pattern: String) -> [Int] {
        var prefix = Array(pattern.utf8.prefix { !GlobPattern.isSpecial($0) })
        if ignoresCase { prefix = prefix.asciiLowercased }
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if texts[order[middle]].lexicographicallyPrecedes(prefix) { low = middle + 1 } else { high = middle }
        }
        return Array(order[low...].prefix { texts[$0].starts(with: prefix) })
    }
}
