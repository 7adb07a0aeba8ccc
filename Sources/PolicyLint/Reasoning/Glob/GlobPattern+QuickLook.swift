/// Quick looks at patterns as they are written, which spare most of them from being read.
extension GlobPattern {
    /// Whether one pattern of actions, or of values, may cover another, as far as their letters and sketches tell.
    static func mayCover(
        _ pattern: String, _ sketch: TextSketch, _ other: String, _ otherSketch: TextSketch, ignoringCase: Bool
    ) -> Bool {
        guard let quick = quickAnswer(pattern, sketch, other, otherSketch, ignoringCase) else {
            return pattern.withBytes { pattern in other.withBytes { matches(itself: $0, pattern, ignoringCase) } }
        }
        return quick
    }

    /// Whether one resource may cover another, as far as their letters and sketches tell.
    static func mayCover(
        resource pattern: String, _ sketch: TextSketch, _ other: String, _ otherSketch: TextSketch
    ) -> Bool {
        // A quick look: this covers all there are.
        if pattern == "*" { return true }
        guard let quick = quickAnswer(pattern, sketch, other, otherSketch, false) else {
            return pattern.withBytes { pattern in other.withBytes { matches(itself: $0, resource: pattern) } }
        }
        return quick
    }

    /// What is told of patterns with variables, and by those without wildcards.
    private static func quickAnswer(
        _ pattern: String, _ sketch: TextSketch, _ other: String, _ otherSketch: TextSketch, _ ignoringCase: Bool
    ) -> Bool? {
        if sketch.traits.union(otherSketch.traits).contains(.variable) {
            return mayCover(pattern, other, ignoringCase: ignoringCase)
        }
        // Without wildcards it covers only itself.
        return sketch.traits.contains(.wildcard) ? nil : sketch.hash == otherSketch.hash
    }

    /// Whether a pattern matches another one as it is written: as if the wildcards in that were letters that stand in
    /// no policy. A `?` may be more bytes than one, and is taken for a `*`.
    private static func matches(
        itself other: UnsafeBufferPointer<UInt8>, _ pattern: UnsafeBufferPointer<UInt8>, _ ignoringCase: Bool
    ) -> Bool {
        GlobWalk.matches(
            other, pattern, isRun: NamePattern.isWildcard,
            takes: { pattern, letter in
                pattern == letter || NamePattern.isWildcard(pattern)
                    || (ignoringCase && pattern.asciiLowercased == letter.asciiLowercased)
            })
    }

    /// The same of a resource, whose first five fields are compared one by one as long as a `*` fills a field. Where one
    /// has not all of its fields, those that are missing may be anything.
    private static func matches(
        itself other: UnsafeBufferPointer<UInt8>, resource pattern: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        // A quick look: letters behind the last wildcard are the last letters of all that it matches.
        guard endsAlike(pattern, other, false) else { return false }
        let colon = UInt8(ascii: ":")
        var (own, others, colons) = (0, 0, 0)
        while colons < 5 {
            guard own < pattern.count, others < other.count else { return true }
            let byte = pattern[own]
            if !NamePattern.isWildcard(byte) {
                if byte != other[others] { return false }
                if byte == colon { colons += 1 }
                others += 1
            } else if byte == UInt8(ascii: "*"), own + 1 < pattern.count, pattern[own + 1] == colon {
                while others < other.count, other[others] != colon { others += 1 }
            } else {
                break
            }
            own += 1
        }
        let (rest, rests) = (pattern[own...], other[others...])
        return matches(itself: UnsafeBufferPointer(rebasing: rests), UnsafeBufferPointer(rebasing: rest), false)
            || (colons < 5 && other.count { $0 == colon } < 5)
    }

    /// Whether one pattern may cover another, as far as its letters before the first wildcard and behind the last
    /// tell: a quick look that spares most patterns from being read.
    static func mayCover(
        _ pattern: some StringProtocol, _ other: some StringProtocol, ignoringCase: Bool
    ) -> Bool {
        // Most actions are of another service: the first letter tells.
        if let first = pattern.utf8.first, let others = other.utf8.first, first != others, !isSpecial(first),
            !ignoringCase || first.asciiLowercased != others.asciiLowercased
        {
            return false
        }
        return pattern.withBytes { pattern in
            other.withBytes { other in
                for index in 0..<min(pattern.count, other.count) {
                    let (byte, next) = (pattern[index], other[index])
                    if isSpecial(byte) { return endsAlike(pattern, other, ignoringCase) }
                    if byte != next, !ignoringCase || byte.asciiLowercased != next.asciiLowercased { return false }
                }
                return pattern.count == other.count || (pattern.count > other.count && isSpecial(pattern[other.count]))
            }
        }
    }

    private static func endsAlike(
        _ pattern: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>, _ ignoringCase: Bool
    ) -> Bool {
        var (own, others) = (pattern.count - 1, other.count - 1)
        while own >= 0, others >= 0 {
            let (byte, next) = (pattern[own], other[others])
            // What stands in braces is a variable, or looks like one.
            if isSpecial(byte) || byte == UInt8(ascii: "}") || next == UInt8(ascii: "}") { return true }
            if byte != next, !ignoringCase || byte.asciiLowercased != next.asciiLowercased { return false }
            own -= 1
            others -= 1
        }
        return true
    }

    /// Whether a byte of a pattern may be more than a letter.
    static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "$")
    }
}
