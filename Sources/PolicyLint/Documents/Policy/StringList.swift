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

    private init(items: [Located<String>], unrecognised: [JSONNode], node: JSONNode) {
        self.items = items
        self.unrecognised = unrecognised
        self.node = node
        (sketches, traits) = TextSketch.sketches(of: items)
    }

    /// Whether it is written as an array.
    public var isArray: Bool { node.array != nil }

    /// Whether a name with this hash may be in the list, whatever the case of its letters: a quick look.
    func mayHold(_ hash: TextHash) -> Bool { sketches.contains { $0.hash == hash } }

    /// Reads the value of a member. A value that is neither string nor array is unrecognised.
    static func read(_ member: JSONMember) -> Element<StringList> {
        read(member.value).map { .present($0, member) } ?? .unrecognised(member)
    }

    /// Reads a string or an array; nil for anything else.
    static func read(_ node: JSONNode) -> StringList? {
        switch node.value {
        case .string(let string):
            return StringList(items: [Located(string, at: node.span)], unrecognised: [], node: node)
        case .array(let elements):
            var items: [Located<String>] = []
            items.reserveCapacity(elements.count)
            var unrecognised: [JSONNode] = []
            for index in elements.indices {
                if case .string(let string) = elements[index].value {
                    items.append(Located(string, at: elements[index].span))
                } else {
                    unrecognised.append(elements[index])
                }
            }
            return StringList(items: items, unrecognised: unrecognised, node: node)
        default:
            return nil
        }
    }
}
