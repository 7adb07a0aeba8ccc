@testable import PolicyLint

extension JSONStrings {
    /// Some texts, as the elements of an array would be.
    init(_ texts: [String]) {
        let end = UInt32(texts.count + 1)
        var entries = [JSONEntry(kind: .array, hasEscapes: false, start: 0, end: 0, count: end - 1, next: end)]
        for number in texts.indices {
            entries.append(
                JSONEntry(
                    kind: .string, hasEscapes: false, start: 0, end: 0, count: UInt32(number), next: UInt32(number + 2))
            )
        }
        let tree = JSONTree(entries: entries, texts: texts.map { SketchedText($0) })
        self = JSONNode(of: tree, at: 0).strings(takesScalars: false).strings
    }
}
