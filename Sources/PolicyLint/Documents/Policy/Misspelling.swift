/// A member whose key is a slip of a name that AWS knows. The AST holds its value under that name, so
/// that one slip does not hide all else there is to say about the document.
public struct Misspelling: Sendable {
    /// The member as written.
    public let member: JSONMember
    /// The name that was meant.
    public let meant: String

    /// Whether only the case of letters is wrong.
    public var isOfCase: Bool { member.key.value.equalsIgnoringCase(meant) }

    /// Sorts out which of the unknown members of an object are slips of a name that the object does
    /// not have yet.
    ///
    /// - Parameter names: The names that AWS knows; not asked for where nothing is to be sorted.
    static func sort(
        _ unknown: [JSONMember], of object: JSONNode, names: @autoclosure () -> [String]
    ) -> (misspelt: [Misspelling], unknown: [JSONMember]) {
        if unknown.isEmpty { return ([], []) }
        let names = names()
        var open = names.filter { object[$0] == nil }
        var misspelt: [Misspelling] = []
        var rest: [JSONMember] = []
        for member in unknown {
            // Among all names first: `Actions` beside `Action` is no slip of `NotAction`.
            guard let meant = NearestWord.find(member.key.value, among: names), let index = open.firstIndex(of: meant)
            else {
                rest.append(member)
                continue
            }
            open.remove(at: index)
            misspelt.append(Misspelling(member: member, meant: meant))
        }
        return (misspelt, rest)
    }
}
