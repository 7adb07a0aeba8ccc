/// Finds the word that somebody meant to write.
public enum NearestWord {
    /// The one of a few words between which a person chooses that `word` stands for: a slip of it, or its initials, as
    /// `scp` are those of `service-control-policy`. Nil where there is none, or more than one.
    public static func choice(for word: String, among words: [String]) -> String? {
        if let near = find(word, among: words) { return near }
        let abbreviated = words.filter { $0.split(separator: "-").map { $0.prefix(1) }.joined() == word.lowercased() }
        return word.utf8.count > 1 && abbreviated.count == 1 ? abbreviated[0] : nil
    }

    /// The one word of `words` that `word` is a slip of: the same but for the case of its letters, or
    /// with few letters wrong, missing, doubled or swapped. Nil where none is close, or two are equally so.
    static func find(_ word: String, among words: some Sequence<String>) -> String? {
        let count = word.utf8.count
        let limit = tolerance(count)
        var letters: [UInt8] = []
        var best: (word: String, distance: Int)?
        var isTie = false
        for candidate in words {
            if abs(candidate.utf8.count - count) > limit { continue }
            if letters.isEmpty { letters = word.utf8.asciiLowercased }
            let distance = distance(letters, candidate.utf8.asciiLowercased, limit: limit)
            if distance > limit { continue }
            if let current = best, distance >= current.distance {
                if distance == current.distance { isTie = true }
                continue
            }
            best = (candidate, distance)
            isTie = false
        }
        return isTie ? nil : best?.word
    }

    /// How many slips a word of this length may hold: in short words every letter tells.
    private static func tolerance(_ count: Int) -> Int { count < 4 ? 0 : count < 7 ? 1 : 2 }

    /// The number of letters to insert, delete, replace or swap with their neighbour; more than `limit`
    /// where it is more.
    private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
        if left == right { return 0 }
        if limit == 0 || left.isEmpty || right.isEmpty { return limit + 1 }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            if current.allSatisfy({ $0 > limit }) { return limit + 1 }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
