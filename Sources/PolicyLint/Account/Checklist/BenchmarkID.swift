/// The id of a control in a benchmark, in the order in which people count: `1.9` comes before `1.10`.
struct BenchmarkID: Comparable {
    /// The id as the benchmark writes it: `1.10`, `IAM.9`.
    let text: String
    private let words: [Substring]

    init(_ text: String) {
        self.text = text
        words = text.split { $0 == "." || $0 == " " }
    }

    /// Numbers are compared as numbers, words as words.
    static func < (left: BenchmarkID, right: BenchmarkID) -> Bool {
        for (left, right) in zip(left.words, right.words) where left != right {
            if let left = Int(left), let right = Int(right) { return left < right }
            return left < right
        }
        return left.words.count < right.words.count
    }

    /// Compares the ids as they are written.
    static func == (left: BenchmarkID, right: BenchmarkID) -> Bool { left.text == right.text }
}
