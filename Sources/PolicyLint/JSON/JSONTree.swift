/// All values of a JSON text in the order in which they stand there. Nothing in it is a thing of its own: a large document
/// is made, and thrown away, as two lists.
final class JSONTree: Sendable {
    /// Where the values stand, as `SpanScanner` found them.
    let entries: [JSONEntry]
    /// The strings, keys and numbers among them, as json-c read them.
    let texts: [SketchedText]

    init(entries: [JSONEntry], texts: [SketchedText]) {
        self.entries = entries
        self.texts = texts
    }

    /// The text of the string, key or number that has an entry.
    func text(of entry: JSONEntry) -> SketchedText { texts[Int(entry.count)] }
}

/// A member of a JSON object.
public struct JSONMember: Sendable {
    fileprivate let tree: JSONTree
    /// The number of the key's entry.
    fileprivate let index: Int

    fileprivate init(of tree: JSONTree, at index: Int) {
        self.tree = tree
        self.index = index
    }

    /// The decoded key; its span includes the quotes.
    public var key: Located<String> { Located(sketchedKey.text, at: tree.entries[index].span) }

    /// The decoded key with its sketch.
    var sketchedKey: SketchedText { tree.text(of: tree.entries[index]) }

    /// The value.
    public var value: JSONNode { JSONNode(of: tree, at: index + 1) }

    /// From the key's opening quote to the end of the value.
    public var span: SourceSpan { tree.entries[index].span.union(tree.entries[index + 1].span) }
}

/// The elements of an array, one after the other.
struct JSONElements: Sequence, IteratorProtocol {
    private let tree: JSONTree
    private var index: Int
    private let end: Int
    let underestimatedCount: Int

    /// - Parameter orItself: Whether any other value counts as the only one.
    init(of node: JSONNode, orItself: Bool) {
        let entry = node.entry
        let isArray = entry.kind == .array
        tree = node.tree
        index = isArray ? node.index + 1 : node.index
        end = isArray || orItself ? Int(entry.next) : index
        underestimatedCount = isArray ? Int(entry.count) : orItself ? 1 : 0
    }

    mutating func next() -> JSONNode? {
        guard index < end else { return nil }
        defer { index = Int(tree.entries[index].next) }
        return JSONNode(of: tree, at: index)
    }
}

/// The members of an object, one after the other; none of any other value.
struct JSONMembers: Sequence, IteratorProtocol {
    private let tree: JSONTree
    private var index: Int
    private let end: Int
    let underestimatedCount: Int

    init(of node: JSONNode) {
        let entry = node.entry
        tree = node.tree
        index = node.index + 1
        end = entry.kind == .object ? Int(entry.next) : index
        underestimatedCount = entry.kind == .object ? Int(entry.count) : 0
    }

    mutating func next() -> JSONMember? {
        guard index < end else { return nil }
        defer { index = Int(tree.entries[index + 1].next) }
        return JSONMember(of: tree, at: index)
    }
}
