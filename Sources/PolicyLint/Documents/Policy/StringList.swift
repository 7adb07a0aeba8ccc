/// A value that AWS takes as one string or as an array of strings.
public struct StringList: Sendable {
    /// The strings, in their order.
    public let items: [Located<String>]
    /// What stands among them and is no string.
    public let unrecognised: [JSONNode]
    /// The whole value: a string, or an array.
    public let node: JSONNode

    /// Whether it is written as an array.
    public var isArray: Bool { node.array != nil }

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
            for element in elements {
                if case .string(let string) = element.value {
                    items.append(Located(string, at: element.span))
                } else {
                    unrecognised.append(element)
                }
            }
            return StringList(items: items, unrecognised: unrecognised, node: node)
        default:
            return nil
        }
    }
}
