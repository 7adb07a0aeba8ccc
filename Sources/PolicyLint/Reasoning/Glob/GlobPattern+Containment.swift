/// How patterns stand to one another.
extension GlobPattern {
    /// Whether the pattern matches everything that another one matches, whatever the variables stand for.
    func covers(_ other: GlobPattern) -> Answer {
        // Letters before the first wildcard are letters in either reading.
        if !isIrregular && mustDiffer(from: other) { return .no }
        let answer = coversAsRead(other)
        guard mayReachOverFields || other.mayReachOverFields, self != other else { return answer }
        return answer.agreed(with: reachingOverFields.coversAsRead(other.reachingOverFields))
    }

    /// Whether it is sure that the pattern matches everything that another one matches. Most do not in the one
    /// reading, and need not be looked at in the other.
    func surelyCovers(_ other: GlobPattern) -> Bool {
        guard coversAsRead(other) == .yes else { return false }
        guard mayReachOverFields || other.mayReachOverFields, self != other else { return true }
        return reachingOverFields.coversAsRead(other.reachingOverFields) == .yes
    }

    private func coversAsRead(_ other: GlobPattern) -> Answer {
        // What it is not sure that AWS matches may not be relied on.
        if isIrregular { return self == other ? .yes : .unclear }
        if !coversSample(of: other) { return .no }
        if coversLetterByLetter(other) { return .yes }
        return GlobSearch(inside: [[other]], outside: [self]).runAsRead().isSomething.negated
    }

    /// Whether some text is matched by both patterns, where variables can stand for anything.
    func overlaps(_ other: GlobPattern) -> Answer {
        let answer = overlapsAsRead(other)
        // What has a text in common has it in the wider reading, too.
        guard answer != .yes, mayReachOverFields || other.mayReachOverFields else { return answer }
        return answer.agreed(with: reachingOverFields.overlapsAsRead(other.reachingOverFields))
    }

    /// Whether it is sure that some text is matched by both patterns.
    func surelyOverlaps(_ other: GlobPattern) -> Bool { overlapsAsRead(other) == .yes }

    private func overlapsAsRead(_ other: GlobPattern) -> Answer {
        if beginsApart(from: other) { return .no }
        let (left, right) = (widened, other.widened)
        if left == .everything || right == .everything { return .yes }
        guard left.isARN && right.isARN else { return Self.overlap(left.symbols[...], right.symbols[...]) }
        // The fields of ARNs have nothing to do with one another.
        var (rest, others) = (left.symbols[...], right.symbols[...])
        return (1...6).all { number in
            Self.overlap(Self.takeField(number, of: &rest), Self.takeField(number, of: &others))
        }
    }

    /// Takes the next field off the rest of an ARN; the sixth is all of it.
    private static func takeField(_ number: Int, of rest: inout ArraySlice<GlobSymbol>) -> ArraySlice<GlobSymbol> {
        guard number < 6, let colon = rest.firstIndex(of: .colon) else { return rest }
        defer { rest = rest[(colon + 1)...] }
        return rest[..<colon]
    }

    private static func overlap(_ left: ArraySlice<GlobSymbol>, _ right: ArraySlice<GlobSymbol>) -> Answer {
        // A quick look: most fields are written alike.
        if left == right { return .yes }
        if mustBeApart(left, right) || mustBeApart(left.reversed(), right.reversed()) { return .no }
        // A quick look: a field of nothing but `*` has all texts of the other.
        if left.isRun || right.isRun { return .yes }
        // A quick look: what is between the ends of one is taken by a `*` of the other.
        if meetBetweenEnds(left, right) { return .yes }
        func matches(_ pattern: ArraySlice<GlobSymbol>, _ text: ArraySlice<GlobSymbol>) -> Bool {
            GlobWalk.matches(text, pattern, isRun: \.isRun) { $0.takes($1) }
        }
        // Without wildcards one of them is a text.
        if !right.contains(where: \.isWildcard) { return Answer(matches(left, right)) }
        if !left.contains(where: \.isWildcard) { return Answer(matches(right, left)) }
        return Answer(GlobWalk.meet(left, right))
    }

    /// Whether two that begin and end alike have a text in common for sure: each has a `*` that takes in what stands between
    /// the ends of the other, and none takes in too little.
    private static func meetBetweenEnds(_ left: ArraySlice<GlobSymbol>, _ right: ArraySlice<GlobSymbol>) -> Bool {
        func has(_ test: (GlobSymbol) -> Bool) -> Bool { left.contains(where: test) || right.contains(where: test) }
        guard left.contains(where: { $0.isRun }), right.contains(where: { $0.isRun }) else { return false }
        return !has { $0.isOne } && !(has { $0.isLimitedToField } && has { $0 == .colon })
    }

    /// Whether the letters before the first wildcard of either forbid a common text.
    private static func mustBeApart(_ left: some Sequence<GlobSymbol>, _ right: some Sequence<GlobSymbol>) -> Bool {
        for (own, other) in zip(left, right) {
            if own.isWildcard || other.isWildcard { return false }
            if own != other { return true }
        }
        return false
    }

    /// Whether a text without wildcards matches, however AWS reads a `*` at the end of an ARN's field.
    func match(_ text: String) -> Answer {
        let isMatch = matches(text)
        guard !isMatch, mayReachOverFields else { return Answer(isMatch) }
        return reachingOverFields.matches(text) ? .unclear : .no
    }

    /// Whether a text without wildcards matches for sure.
    func matches(_ text: String) -> Bool {
        GlobWalk.matches(text.unicodeScalars, symbols, isRun: \.isRun) { $0.takes(GlobSymbol($1)) }
    }

    /// A yes is always right. A no may be wrong where `?` of this pattern stand against `*` of the other.
    private func coversLetterByLetter(_ other: GlobPattern) -> Bool {
        GlobWalk.matches(other.symbols, symbols, isRun: \.isRun) { $0.takes($1) }
    }

    /// Whether it matches two texts that the other matches: one with a letter that stands in no policy in the
    /// place of each wildcard, one with nothing in the place of each `*`. A no is always right.
    private func coversSample(of other: GlobPattern) -> Bool {
        let strange = GlobSymbol("\u{FFFF}")
        func matches(_ text: some Collection<GlobSymbol>) -> Bool {
            GlobWalk.matches(text, symbols, isRun: \.isRun) { $0.takes($1.isWildcard ? strange : $1) }
        }
        guard matches(other.symbols) else { return false }
        return !other.symbols.contains(where: \.isRun) || matches(other.symbols.lazy.filter { !$0.isRun })
    }

    /// Whether the letters before the first wildcard or variable of either forbid a common text.
    private func beginsApart(from other: GlobPattern) -> Bool {
        for index in 0..<min(symbols.count, other.symbols.count) {
            let (own, others) = (symbols[index], other.symbols[index])
            if own.isWildcard || others.isWildcard || own.isOfVariable || others.isOfVariable { return false }
            if own != others { return true }
        }
        return false
    }

    /// Whether letters at the beginning forbid it to match all of the other's texts.
    private func mustDiffer(from other: GlobPattern) -> Bool {
        for index in 0..<min(symbols.count, other.symbols.count) {
            if symbols[index].isWildcard { return false }
            if symbols[index] != other.symbols[index] { return true }
        }
        return false
    }
}

extension ArraySlice<GlobSymbol> {
    /// Whether it is a `*` alone.
    fileprivate var isRun: Bool { count == 1 && first?.isRun == true }
}

extension Collection<GlobPattern> {
    /// Whether the patterns together match everything that another one matches, whatever the variables
    /// stand for.
    func cover(_ other: GlobPattern) -> Answer {
        let one = any { $0.covers(other) }
        if one == .yes || count < 2 { return one }
        // Where no `?` distinguishes lengths, what many cover one of them covers: the one that matches the
        // text in which letters that stand nowhere else have taken the place of the wildcards.
        guard contains(where: { $0.symbols.contains(where: \.isOne) }) else { return one }
        // What very many patterns leave over together takes long to find, and hardly ever matters.
        if count > 64 { return .unclear }
        let candidates = filter { !$0.isIrregular && $0.overlaps(other) != .no }
        if candidates.count < 2 { return one }
        if candidates.count > 16 { return .unclear }
        let together = candidates.coversExactly(other)
        return together == .no ? one : together
    }

    fileprivate func coversExactly(_ other: GlobPattern) -> Answer {
        GlobSearch(inside: [[other]], outside: Array(self)).run().isSomething.negated
    }
}

extension GlobPattern {
    /// Whether one pattern of actions matches all that another one matches.
    static func covers(_ action: String, _ other: String) -> Bool {
        if action == "*" || action.equalsIgnoringCase(other) { return true }
        if !action.hasWildcard { return false }
        return GlobPattern(action: action).covers(GlobPattern(action: other)) == .yes
    }

    /// Whether the pattern matches every action: `*`, `*:*` and the like.
    static func isEveryAction(_ pattern: String) -> Bool {
        pattern.utf8.first == UInt8(ascii: "*") && covers(pattern, "*:*")
    }

    /// Whether the pattern matches every resource: `*`, or an ARN of nothing but `*`.
    static func isEveryResource(_ pattern: String) -> Bool {
        if pattern == "*" { return true }
        // Most resources say at once that they are not.
        guard pattern.hasPrefix("*") || pattern.hasPrefix("arn:*") || pattern.hasPrefix("arn:aws:*") else {
            return false
        }
        let every = GlobPattern(resource: "arn:aws:*:*:*:*", hasVariables: false)
        return GlobPattern(resource: pattern, hasVariables: false).covers(every) == .yes
    }
}
