/// How far two spellings are apart.
enum EditDistance {
    /// The candidate closest to a text, without regard to case; nil where none is within a third of its length.
    static func closest(to text: String, among candidates: [String]) -> String? {
        let limit = max(1, text.utf8.count / 3)
        return candidates.map { ($0, between(text, $0)) }.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
    }

    /// The number of insertions, deletions and replacements that lead from one text to the other.
    private static func between(_ left: String, _ right: String) -> Int {
        let left = left.utf8.map(\.asciiLowercased)
        let right = right.utf8.map(\.asciiLowercased)
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (byte == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
