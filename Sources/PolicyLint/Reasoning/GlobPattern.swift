/// Patterns with `*` (any number of characters, none included) and `?` (one character), as actions,
/// resources and condition values have them.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>.
enum GlobPattern {
    /// Whether `text` matches `pattern`, letters compared without case where `ignoringCase`.
    static func matches(_ text: some StringProtocol, pattern: some StringProtocol, ignoringCase: Bool = false) -> Bool {
        let (text, pattern) = (text.utf8, pattern.utf8)
        var textIndex = text.startIndex
        var patternIndex = pattern.startIndex
        // Where to go on after the last `*`, which takes one character more each time the rest fails.
        var resume: (text: String.UTF8View.Index, pattern: String.UTF8View.Index)?
        while textIndex != text.endIndex {
            if patternIndex != pattern.endIndex, pattern[patternIndex] == UInt8(ascii: "*") {
                patternIndex = pattern.index(after: patternIndex)
                if patternIndex == pattern.endIndex { return true }
                resume = (textIndex, patternIndex)
            } else if patternIndex != pattern.endIndex,
                equal(text[textIndex], pattern[patternIndex], ignoringCase)
                    || pattern[patternIndex] == UInt8(ascii: "?")
            {
                textIndex = text.index(after: textIndex)
                patternIndex = pattern.index(after: patternIndex)
            } else if let last = resume {
                textIndex = text.index(after: last.text)
                patternIndex = last.pattern
                resume = (textIndex, patternIndex)
            } else {
                return false
            }
        }
        return pattern[patternIndex...].allSatisfy { $0 == UInt8(ascii: "*") }
    }

    private static func equal(_ left: UInt8, _ right: UInt8, _ ignoringCase: Bool) -> Bool {
        left == right || (ignoringCase && left.asciiLowercased == right.asciiLowercased)
    }

    /// Whether the pattern matches every action: `*`, `*:*` and the like.
    static func isEveryAction(_ pattern: String) -> Bool {
        pattern.utf8.first == UInt8(ascii: "*")
            && pattern.utf8.allSatisfy { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ":") }
            && pattern.utf8.count { $0 == UInt8(ascii: ":") } <= 1
    }

    /// Whether the pattern matches every resource: `*`, or an ARN of nothing but `*`.
    static func isEveryResource(_ pattern: String) -> Bool {
        pattern == "*" || pattern == "arn:*:*:*:*:*" || pattern == "arn:aws:*:*:*:*"
            || (pattern.utf8.first == UInt8(ascii: "*") && pattern.utf8.allSatisfy { $0 == UInt8(ascii: "*") })
    }
}
