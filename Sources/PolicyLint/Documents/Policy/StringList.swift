/// A value that AWS takes as one string or as an array of strings.
///
/// A class for the same reason as `Policy`.
public final class StringList: Sendable {
    /// The strings, in their order.
    public let items: [Located<String>]
    /// What stands among them and is no string.
    public let unrecognised: [JSONNode]
    /// The whole value: a string, or an array.
    public let node: JSONNode
    /// The sketches of the strings.
    let sketches: [TextSketch]
    /// What stands in any of the strings.
    let traits: TextSketch.Traits

    /// Reads a string or an array; nil for anything else.
    init?(_ node: JSONNode) {
        guard node.isArray || node.entry.kind == .string else { return nil }
        var items: [Located<String>] = []
        var sketches: [TextSketch] = []
        var traits: TextSketch.Traits = []
        var unrecognised: [JSONNode] = []
        let tree = node.tree
        let elements = node.oneOrMore
        items.reserveCapacity(elements.underestimatedCount)
        sketches.reserveCapacity(elements.underestimatedCount)
        elements.forEachEntry { entry, index in
            guard entry.kind == .string else { return unrecognised.append(JSONNode(of: tree, at: index)) }
            let number = Int(entry.count)
            items.append(Located(tree.texts[number].text, at: entry.span))
            sketches.append(tree.texts[number].sketch)
            traits.formUnion(tree.texts[number].sketch.traits)
        }
        self.node = node
        self.items = items
        self.sketches = sketches
        self.traits = traits
        self.unrecognised = unrecognised
    }

    /// Whether it is written as an array.
    public var isArray: Bool { node.isArray }

    /// Whether a name with this hash may be in the list, whatever the case of its letters: a quick look.
    func mayHold(_ hash: TextHash) -> Bool { sketches.contains { $0.hash == hash } }

    /// Reads the value of a member. A value that is neither string nor array is unrecognised.
    static func read(_ member: JSONMember) -> Element<StringList> {
        StringList(member.value).map { .present($0, member) } ?? .unrecognised(member)
    }
}

/// Of a list and the one that excludes what it lists, those that are there.
struct StringLists: RandomAccessCollection, Sendable {
    private let first: StringList?
    private let second: StringList?
    let endIndex: Int
    var startIndex: Int { 0 }

    init(_ list: StringList?, _ exclusion: StringList?) {
        first = list ?? exclusion
        second = list == nil ? nil : exclusion
        endIndex = first == nil ? 0 : second == nil ? 1 : 2
    }

    subscript(position: Int) -> StringList {
        guard let list = position == 0 ? first : second else { preconditionFailure("there is no such list") }
        return list
    }
}
