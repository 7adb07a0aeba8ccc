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

    /// The members of a list, that change nothing, in their order.
    static func find(in members: JSONStrings, as kind: Kind) -> [Finding] {
        // Most lists hold one member, or no wildcard.
        guard members.count > 1, members.sketches.contains(where: { $0.traits.contains(.wildcard) }) else { return [] }
        var search = Search(members: members, kind: kind)
        return search.run()
    }

    /// The search through one list. Only what a quick look at two members lets through is read.
    private struct Search {
        let members: JSONStrings
        let sketches: JSONStrings.Sketches
        let kind: Kind
        private let beginnings: [Beginning]
        private var covers: [Int: Int] = [:]

        init(members: JSONStrings, kind: Kind) {
            self.members = members
            sketches = members.sketches
            self.kind = kind
            beginnings = members.map { member in member.value.withBytes { Beginning($0, kind) } }
        }

        private var ignoresCase: Bool { kind == .actions }

        mutating func run() -> [Finding] {
            // Few are compared with each other; of many, those that begin alike stand side by side.
            let order =
                members.count > 128
                ? members.indices.sorted { beginnings[$0].letters.letters < beginnings[$1].letters.letters } : nil
            for cover in members.indices where sketches[cover].traits.contains(.wildcard) {
                if let order {
                    for member in membersBeginning(like: beginnings[cover].letters, in: order) {
                        compare(member, with: cover)
                    }
                } else {
                    for member in members.indices { compare(member, with: cover) }
                }
            }
            // A quick look: most lists hold none.
            if covers.isEmpty { return [] }
            return covers.keys.sorted().compactMap { member in
                var cover = member
                while let wider = covers[cover] { cover = wider }
                return Finding(member: member, cover: cover)
            }
        }

        /// The members, in the order of their beginnings, that begin like one of them.
        private func membersBeginning(like beginning: FirstLetters, in order: [Int]) -> ArraySlice<Int> {
            let letters = beginning.letters & beginning.mask
            let start = order.indices.partitioningIndex { beginnings[order[$0]].letters.letters >= letters }
            return order[start...].prefix { beginning.mayCover(beginnings[$0].letters) }
        }

        private mutating func compare(_ member: Int, with cover: Int) {
            // A quick look, before anything is read.
            guard beginnings[cover].mayCover(beginnings[member]) else { return }
            if member != cover, mayCover(cover, member), covers[member] == nil, isCovered(member, by: cover) {
                covers[member] = cover
            }
        }

        private func mayCover(_ cover: Int, _ member: Int) -> Bool {
            let (sketch, otherSketch) = (sketches[cover], sketches[member])
            if ignoresCase, !sketch.mayCover(action: otherSketch) { return false }
            let (pattern, other) = (members[cover].value, members[member].value)
            guard beginnings[cover].goesOnAlike(pattern, beginnings[member], other) else { return false }
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

/// How a member of a list begins, for a quick look. A resource begins with its last field: what stands before is that of
/// many.
private struct Beginning {
    /// The first letters.
    let letters: FirstLetters
    /// Those behind the first eight, if these stand for themselves.
    private let further: FirstLetters
    /// Where the first letter stands.
    let start: Int

    init(_ text: UnsafeBufferPointer<UInt8>, _ kind: RedundantPatterns.Kind) {
        var start: Int? = 0
        if case .resources(let hasVariables) = kind { start = text.lastField(hasVariables) }
        self.start = start ?? text.count
        letters = start.map { FirstLetters(ofPattern: text.dropping($0)) } ?? .anything
        further = letters.isPlain ? FirstLetters(ofPattern: text.dropping(self.start + 8)) : .anything
    }

    /// Whether what begins so may cover what begins like another one: where its letters stand for themselves, all that it
    /// covers has them, too.
    func mayCover(_ other: Beginning) -> Bool { letters.mayCover(other.letters) && further.mayCover(other.further) }

    /// The same of the letters behind the first sixteen, as far as they stand for themselves, in the two texts.
    func goesOnAlike(_ text: String, _ other: Beginning, _ otherText: String) -> Bool {
        // A quick look: most begin with fewer.
        guard further.isPlain else { return true }
        return text.withBytes { text in
            otherText.withBytes { others in
                var (index, place) = (start + 16, other.start + 16)
                while index < text.count, !GlobPattern.isSpecial(text[index]) {
                    // One bit makes letters lower case.
                    guard place < others.count, (text[index] ^ others[place]) | 0x20 == 0x20 else { return false }
                    index += 1
                    place += 1
                }
                return true
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The bytes behind the first few.
    fileprivate func dropping(_ count: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: self[count...])
    }

    /// Where the last of a resource's six fields begins; nil where fields are missing.
    fileprivate func lastField(_ hasVariables: Bool) -> Int? {
        var (start, colons) = (0, 0)
        while colons < 5, start < count {
            if self[start] == UInt8(ascii: ":") { colons += 1 }
            // A colon in the name of a variable separates nothing.
            if hasVariables, self[start] == UInt8(ascii: "$"), start + 1 < count, self[start + 1] == UInt8(ascii: "{"),
                let end = self[start...].firstIndex(of: UInt8(ascii: "}"))
            {
                start = end
            }
            start += 1
        }
        return colons == 5 ? start : nil
    }
}
