/// A value that AWS takes as one string or as an array of strings.
///
/// A class for the same reason as `Policy`.
public final class StringList: Sendable {
    /// The strings, in their order.
    public let items: JSONStrings
    /// What stands among them and is no string.
    public let unrecognised: [JSONNode]
    /// The whole value: a string, or an array.
    public let node: JSONNode
    /// What stands in any of the strings.
    let traits: TextSketch.Traits

    /// Reads a string or an array; nil for anything else.
    init?(_ node: JSONNode) {
        guard node.isArray || node.entry.kind == .string else { return nil }
        self.node = node
        (items, unrecognised) = node.strings(takesScalars: false)
        traits = items.sketches.traits
    }

    /// The sketches of the strings.
    var sketches: JSONStrings.Sketches { items.sketches }

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
