/// The walk that compares a pattern with a text: from left to right, with one way back.
enum GlobWalk {
    /// Whether a pattern matches a text. The last `*` takes one letter more each time the rest fails; what
    /// an earlier one could take, the last can take as well, or a colon forbids it to both.
    @inline(__always)
    static func matches<Text: Collection, Pattern: Collection>(
        _ text: Text, _ pattern: Pattern, isRun: (Pattern.Element) -> Bool,
        takes: (Pattern.Element, Text.Element) -> Bool
    ) -> Bool {
        var textIndex = text.startIndex
        var patternIndex = pattern.startIndex
        var resume: (text: Text.Index, pattern: Pattern.Index, run: Pattern.Element)?
        while textIndex != text.endIndex {
            if patternIndex != pattern.endIndex, isRun(pattern[patternIndex]) {
                let run = pattern[patternIndex]
                patternIndex = pattern.index(after: patternIndex)
                resume = (textIndex, patternIndex, run)
            } else if patternIndex != pattern.endIndex, takes(pattern[patternIndex], text[textIndex]) {
                textIndex = text.index(after: textIndex)
                patternIndex = pattern.index(after: patternIndex)
            } else if let last = resume, takes(last.run, text[last.text]) {
                textIndex = text.index(after: last.text)
                patternIndex = last.pattern
                resume = (textIndex, patternIndex, last.run)
            } else {
                return false
            }
        }
        while patternIndex != pattern.endIndex {
            if !isRun(pattern[patternIndex]) { return false }
            patternIndex = pattern.index(after: patternIndex)
        }
        return true
    }
}
