/// Strings that stand one behind the other in a JSON text: the elements of an array, or one alone. Only a look into the
/// tree of the text, since nearly all that policies hold are such lists.
public struct JSONStrings: RandomAccessCollection, Sendable {
    private let tree: JSONTree
    /// The numbers of the first one's entry and text. Those of the others follow.
    private let first: (entry: UInt32, text: UInt32)
    private let number: UInt32

    fileprivate init(_ tree: JSONTree, first: (entry: UInt32, text: UInt32), count: Int) {
        self.tree = tree
        self.first = first
        number = UInt32(count)
    }

    /// No string of a text.
    init(noneOf tree: JSONTree) { self.init(tree, first: (0, 0), count: 0) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { Int(number) }

    public subscript(position: Int) -> Located<String> {
        Located(text(position).text, at: tree.entries[Int(first.entry) + position].span)
    }

    /// The sketches of the strings.
    var sketches: Sketches { Sketches(strings: self) }

    private func text(_ position: Int) -> SketchedText {
        precondition(position >= 0 && position < endIndex, "there is no such string")
        return tree.texts[Int(first.text) + position]
    }

    /// The sketches of strings.
    struct Sketches: RandomAccessCollection, Sendable {
        fileprivate let strings: JSONStrings

        var startIndex: Int { 0 }
        var endIndex: Int { strings.endIndex }

        subscript(position: Int) -> TextSketch { strings.text(position).sketch }

        /// The places of the texts that stand before already, be it in other case.
        var repetitions: [Int] { count < 2 ? [] : lazy.map { $0.hash }.repetitions }

        /// What stands in any of the strings.
        var traits: TextSketch.Traits { reduce(into: []) { $0.formUnion($1.traits) } }
    }
}

extension JSONNode {
    /// What is a string of the elements of an array, or of any other value as the only one, and what is none. Numbers and
    /// booleans are strings as well where `takesScalars`, in their JSON writing.
    func strings(takesScalars: Bool) -> (strings: JSONStrings, others: [JSONNode]) {
        let start = isArray ? index + 1 : index
        let end = Int(entry.next)
        func isTaken(_ entry: JSONEntry) -> Bool { entry.kind == .string || takesScalars && entry.kind == .number }
        if start < end, tree.entries[start..<end].allSatisfy(isTaken) {
            let first = (entry: UInt32(start), text: tree.entries[start].count)
            return (JSONStrings(tree, first: first, count: end - start), [])
        }
        return sortedStrings(takesScalars)
    }

    /// The same where something else may stand among the strings: they get a tree of their own.
    private func sortedStrings(_ takesScalars: Bool) -> (strings: JSONStrings, others: [JSONNode]) {
        var (entries, texts): ([JSONEntry], [SketchedText]) = ([], [])
        var others: [JSONNode] = []
        for element in oneOrMore {
            guard let text = element.sketchedScalar, takesScalars || element.entry.kind == .string else {
                others.append(element)
                continue
            }
            entries.append(element.entry)
            texts.append(text)
        }
        // Most such lists are empty.
        if texts.isEmpty { return (JSONStrings(noneOf: tree), others) }
        let strings = JSONTree(entries: entries, texts: texts)
        return (JSONStrings(strings, first: (0, 0), count: texts.count), others)
    }
}
