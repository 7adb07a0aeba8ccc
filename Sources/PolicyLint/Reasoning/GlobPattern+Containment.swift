/// How two patterns stand to each other, letters compared without case, as AWS compares actions.
extension GlobPattern {
    /// Whether `pattern` matches everything that `other`, itself a pattern, matches. May say no where
    /// only a union of characters would show it; never says yes wrongly.
    static func covers(_ pattern: String, _ other: String) -> Bool {
        if pattern == "*" || pattern.equalsIgnoringCase(other) { return true }
        return covers(Array(pattern.utf8)[...], Array(other.utf8)[...])
    }

    /// Whether some text is matched by both patterns.
    static func overlaps(_ left: String, _ right: String) -> Bool {
        if left == "*" || right == "*" || left.equalsIgnoringCase(right) { return true }
        if !left.hasWildcard && !right.hasWildcard { return false }
        return overlaps(Array(left.utf8), Array(right.utf8))
    }

    private static let star = UInt8(ascii: "*")
    private static let any = UInt8(ascii: "?")

    /// The greedy match with one way back, where a `*` of `other` is a letter that only `*` takes.
    private static func covers(_ pattern: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        var (here, there) = (pattern.startIndex, other.startIndex)
        var back: (pattern: Int, other: Int)?
        while there < other.endIndex {
            if here < pattern.endIndex, pattern[here] == star {
                back = (here + 1, there)
                here += 1
            } else if here < pattern.endIndex, takes(pattern[here], other[there]) {
                here += 1
                there += 1
            } else if let last = back {
                back = (last.pattern, last.other + 1)
                (here, there) = (last.pattern, last.other + 1)
            } else {
                return false
            }
        }
        return pattern[here...].allSatisfy { $0 == star }
    }

    private static func takes(_ pattern: UInt8, _ other: UInt8) -> Bool {
        if other == star { return false }
        return pattern == any || (other != any && pattern.asciiLowercased == other.asciiLowercased)
    }

    /// Row by row: whether the rest of `left` and the rest of `right` have a text in common.
    private static func overlaps(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        var below = [Bool](repeating: false, count: right.count + 1)
        for row in stride(from: left.count, through: 0, by: -1) {
            var current = [Bool](repeating: false, count: right.count + 1)
            for column in stride(from: right.count, through: 0, by: -1) {
                let (atEnd, atRightEnd) = (row == left.count, column == right.count)
                if atEnd && atRightEnd {
                    current[column] = true
                } else if !atEnd && left[row] == star {
                    current[column] = below[column] || (!atRightEnd && current[column + 1])
                } else if !atRightEnd && right[column] == star {
                    current[column] = current[column + 1] || (!atEnd && below[column])
                } else if !atEnd && !atRightEnd {
                    let (one, two) = (left[row], right[column])
                    let same = one == any || two == any || one.asciiLowercased == two.asciiLowercased
                    current[column] = same && below[column + 1]
                }
            }
            below = current
        }
        return below[0]
    }
}
