/// Patterns of names with `*` and `?`, as actions have them. Letters are compared without case.
enum NamePattern {
    /// Whether a name matches a pattern.
    static func matches<Name: Collection<UInt8>, Pattern: Collection<UInt8>>(_ name: Name, _ pattern: Pattern) -> Bool {
        var nameIndex = name.startIndex
        var patternIndex = pattern.startIndex
        // Where to go on after the last `*`, which takes one byte more each time the rest fails.
        var resume: (name: Name.Index, pattern: Pattern.Index)?
        while nameIndex != name.endIndex {
            if patternIndex != pattern.endIndex, pattern[patternIndex] == UInt8(ascii: "*") {
                patternIndex = pattern.index(after: patternIndex)
                if patternIndex == pattern.endIndex { return true }
                resume = (nameIndex, patternIndex)
            } else if patternIndex != pattern.endIndex, takes(pattern[patternIndex], name[nameIndex]) {
                nameIndex = name.index(after: nameIndex)
                patternIndex = pattern.index(after: patternIndex)
            } else if let last = resume {
                nameIndex = name.index(after: last.name)
                patternIndex = last.pattern
                resume = (nameIndex, patternIndex)
            } else {
                return false
            }
        }
        return pattern[patternIndex...].allSatisfy { $0 == UInt8(ascii: "*") }
    }

    /// Whether a byte is a wildcard.
    static func isWildcard(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") }

    private static func takes(_ pattern: UInt8, _ byte: UInt8) -> Bool {
        pattern == UInt8(ascii: "?") || pattern.asciiLowercased == byte.asciiLowercased
    }
}

extension String {
    /// Whether it is `*` alone.
    var isStar: Bool { utf8.count == 1 && utf8.first == UInt8(ascii: "*") }
}
