/// The walks that compare a pattern with a text, and two patterns with one another, from left to right.
enum GlobWalk {
    /// Whether a pattern matches a text, with one way back. The last `*` takes one letter more each time the rest fails; what
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

    /// Whether some text matches two patterns without variables. After each symbol of one it keeps the places in the
    /// other that a common text can have reached.
    static func meet(_ left: ArraySlice<GlobSymbol>, _ right: ArraySlice<GlobSymbol>) -> Bool {
        let right = Array(right)
        var reached = [Bool](repeating: false, count: right.count + 1)
        reached[0] = true
        passRuns(of: right, &reached)
        var next = reached
        for symbol in left {
            if symbol.isRun {
                for (place, other) in right.enumerated()
                where reached[place] && (other.isRun || symbol.meets(other)) { reached[place + 1] = true }
                continue
            }
            for place in next.indices { next[place] = false }
            for (place, other) in right.enumerated() where reached[place] && symbol.meets(other) {
                next[other.isRun ? place : place + 1] = true
            }
            passRuns(of: right, &next)
            swap(&reached, &next)
        }
        return reached[right.count]
    }

    /// A `*` may match nothing.
    private static func passRuns(of pattern: [GlobSymbol], _ reached: inout [Bool]) {
        for (place, symbol) in pattern.enumerated() where reached[place] && symbol.isRun { reached[place + 1] = true }
    }
}
