/// The value of `Principal` or `NotPrincipal`.
///
/// A class for the same reason as `Policy`.
public final class PrincipalBlock: Sendable {
    /// All principals, of all types, in their order.
    public let principals: [Principal]
    /// The members of the object form; empty for `"*"`.
    public let entries: [Entry]
    /// The whole value.
    public let node: JSONNode

    private init(principals: [Principal], entries: [Entry], node: JSONNode) {
        self.principals = principals
        self.entries = entries
        self.node = node
    }

    /// One member of the object form.
    public struct Entry: Sendable {
        /// The type, or the one that a misspelt key means; nil for a key that is like none.
        public let type: Principal.PrincipalType?
        /// The member.
        public let member: JSONMember
        /// Its values; nil where they are neither a string nor an array.
        public let list: StringList?
    }

    /// Reads the value of a member: `"*"`, or an object of types. Anything else is unrecognised.
    static func read(_ member: JSONMember) -> Element<PrincipalBlock> {
        let node = member.value
        if node.string == "*" {
            let anyone = Principal(type: .aws, value: Located("*", at: node.span))
            return .present(PrincipalBlock(principals: [anyone], entries: [], node: node), member)
        }
        guard node.isObject else { return .unrecognised(member) }
        let entries = node.members.map { inner in
            Entry(
                type: Principal.PrincipalType(meantBy: inner.key.value), member: inner, list: StringList(inner.value))
        }
        let principals = entries.flatMap { entry in
            guard let type = entry.type, let list = entry.list else { return [Principal]() }
            return list.items.map { Principal(type: type, value: $0) }
        }
        return .present(PrincipalBlock(principals: principals, entries: entries, node: node), member)
    }
}
