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
        private let beginnings: [FirstLetters]
        private var covers: [Int: Int] = [:]

        init(members: [Located<String>], sketches: [TextSketch], kind: Kind) {
            self.members = members
            self.sketches = sketches
            self.kind = kind
            beginnings = members.map { member in
                member.value.withBytes { bytes in
                    // Resources begin alike; their last fields do not.
                    if case .resources(let hasVariables) = kind {
                        FirstLetters(ofLastFieldOf: bytes, hasVariables: hasVariables)
                    } else {
                        FirstLetters(of: bytes[...])
                    }
                }
            }
        }

        private var ignoresCase: Bool { kind == .actions }

        mutating func run() -> [Finding] {
            // Few are compared with each other; of many, those that begin alike stand side by side.
            let isSorted = members.count > 128
            var order = Array(members.indices)
            if isSorted { order.sort { beginnings[$0].letters < beginnings[$1].letters } }
            for cover in members.indices where sketches[cover].traits.contains(.wildcard) {
                let beginning = beginnings[cover]
                for member in isSorted ? membersBeginning(like: beginning, in: order) : order[...]
                where beginning.mayCover(beginnings[member]) { compare(member, with: cover) }
            }
            return covers.keys.sorted().compactMap { member in
                var cover = member
                while let wider = covers[cover] { cover = wider }
                return Finding(member: member, cover: cover)
            }
        }

        /// The members, in the order of their beginnings, that begin like one of them.
        private func membersBeginning(like beginning: FirstLetters, in order: [Int]) -> ArraySlice<Int> {
            func place(of letters: UInt64) -> Int {
                var (low, high) = (0, order.count)
                while low < high {
                    let middle = (low + high) / 2
                    if beginnings[order[middle]].letters < letters { low = middle + 1 } else { high = middle }
                }
                return low
            }
            let start = place(of: beginning.letters & beginning.mask)
            return order[start...].prefix { beginning.mayCover(beginnings[$0]) }
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

extension FirstLetters {
    /// The first letters of a pattern.
    fileprivate init(of text: Slice<UnsafeBufferPointer<UInt8>>) {
        self.init(text) { !GlobPattern.isSpecial($0) }
    }

    /// The first letters of the last of a resource's six fields. Where fields are missing, they are anything.
    fileprivate init(ofLastFieldOf text: UnsafeBufferPointer<UInt8>, hasVariables: Bool) {
        var (start, colons) = (0, 0)
        while colons < 5, start < text.count {
            if text[start] == UInt8(ascii: ":") { colons += 1 }
            // A colon in the name of a variable separates nothing.
            if hasVariables, text[start] == UInt8(ascii: "$"), start + 1 < text.count,
                text[start + 1] == UInt8(ascii: "{"), let end = text[start...].firstIndex(of: UInt8(ascii: "}"))
            {
                start = end
            }
            start += 1
        }
        if colons == 5 {
            self.init(of: text[start...])
        } else {
            self = .anything
        }
    }
}
