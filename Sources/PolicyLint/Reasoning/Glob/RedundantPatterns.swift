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

    /// The members of a list, whose sketches are known, that change nothing, in their order.
    static func find(in members: [Located<String>], _ sketches: [TextSketch], as kind: Kind) -> [Finding] {
        // Most lists hold one member, or no wildcard.
        guard members.count > 1, sketches.contains(where: { $0.traits.contains(.wildcard) }) else { return [] }
        var search = Search(members: members, sketches: sketches, kind: kind)
        return search.run()
    }

    /// The search through one list. Only what a quick look at two members lets through is read.
    private struct Search {
        let members: [Located<String>]
        let sketches: [TextSketch]
        let kind: Kind
        private var covers: [Int: Int] = [:]

        init(members: [Located<String>], sketches: [TextSketch], kind: Kind) {
            self.members = members
            self.sketches = sketches
            self.kind = kind
        }

        private var ignoresCase: Bool { kind == .actions }

        mutating func run() -> [Finding] {
            // Few are compared with each other; of many, those that begin alike stand side by side.
            let sorted = members.count > 128 ? SortedTexts(members, ignoresCase: ignoresCase) : nil
            for cover in members.indices where sketches[cover].traits.contains(.wildcard) {
                if let sorted {
                    for member in sorted.texts(beginningLike: cover) { compare(member, with: cover) }
                } else {
                    for member in members.indices { compare(member, with: cover) }
                }
            }
            return covers.keys.sorted().compactMap { member in
                var cover = member
                while let wider = covers[cover] { cover = wider }
                return Finding(member: member, cover: cover)
            }
        }

        private mutating func compare(_ member: Int, with cover: Int) {
            if member != cover, mayCover(cover, member), covers[member] == nil, isCovered(member, by: cover) {
                covers[member] = cover
            }
        }

        private func mayCover(_ cover: Int, _ member: Int) -> Bool {
            let (sketch, otherSketch) = (sketches[cover], sketches[member])
            if ignoresCase, !sketch.mayCover(action: otherSketch) { return false }
            let (pattern, other) = (members[cover].value, members[member].value)
            if case .resources = kind { return GlobPattern.mayCover(resource: pattern, sketch, other, otherSketch) }
            return GlobPattern.mayCover(pattern, sketch, other, otherSketch, ignoringCase: ignoresCase)
        }

        private func isCovered(_ member: Int, by cover: Int) -> Bool {
            let (own, others) = (members[member].value, members[cover].value)
            if ignoresCase ? own.equalsIgnoringCase(others) : own == others { return false }
            let (pattern, wider) = (pattern(own), pattern(others))
            // Of two that match the same, the first one stays.
            return wider.surelyCovers(pattern) && (cover < member || !pattern.surelyCovers(wider))
        }

        private func pattern(_ text: String) -> GlobPattern {
            switch kind {
            case .actions: GlobPattern(action: text)
            case .resources(let hasVariables): GlobPattern(resource: text, hasVariables: hasVariables)
            case .values(let hasVariables): GlobPattern(value: text, hasWildcards: true, hasVariables: hasVariables)
            }
        }
    }
}

/// Texts in their order, in which those that begin alike stand side by side.
private struct SortedTexts {
    private let texts: [Located<String>]
    private let ignoresCase: Bool
    /// The texts' indices in the order of their letters.
    private let order: [Int]
    /// Where each text stands in that order.
    private let places: [Int]

    init(_ texts: [Located<String>], ignoresCase: Bool) {
        func fold(_ byte: UInt8) -> UInt8 { ignoresCase ? byte.asciiLowercased : byte }
        self.texts = texts
        self.ignoresCase = ignoresCase
        // Most are told apart by their first eight letters.
        let beginnings = texts.map { text in
            text.value.withBytes { bytes in
                (0..<8).reduce(UInt64(0)) { $0 << 8 | ($1 < bytes.count ? UInt64(fold(bytes[$1])) : 0) }
            }
        }
        order = texts.indices.sorted { left, right in
            if beginnings[left] != beginnings[right] { return beginnings[left] < beginnings[right] }
            return texts[left].value.withBytes { left in
                texts[right].value.withBytes { right in
                    left.lexicographicallyPrecedes(right) { fold($0) < fold($1) }
                }
            }
        }
        var places = Array(repeating: 0, count: texts.count)
        for (place, index) in order.enumerated() { places[index] = place }
        self.places = places
    }

    /// The texts that begin with the letters before the first wildcard of one of them. What that covers begins like it.
    func texts(beginningLike pattern: Int) -> ArraySlice<Int> {
        let text = texts[pattern].value
        let length = text.withBytes { bytes in bytes.firstIndex(where: GlobPattern.isSpecial) ?? bytes.count }
        var (low, high) = (places[pattern], places[pattern] + 1)
        while low > 0, begin(order[low - 1], like: text, length) { low -= 1 }
        while high < order.count, begin(order[high], like: text, length) { high += 1 }
        return order[low..<high]
    }

    private func begin(_ index: Int, like text: String, _ length: Int) -> Bool {
        text.withBytes { text in
            texts[index].value.withBytes { bytes in
                guard bytes.count >= length else { return false }
                for place in 0..<length where bytes[place] != text[place] {
                    if !ignoresCase || bytes[place].asciiLowercased != text[place].asciiLowercased { return false }
                }
                return true
            }
        }
    }
}
