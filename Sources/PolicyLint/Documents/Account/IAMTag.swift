/// A tag of a user or role.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html>.
public struct IAMTag: Sendable, Hashable {
    /// `Key`: letters of both cases are the same in it.
    public let key: String
    /// `Value`.
    public let value: String

    /// The tags of a user's or role's object, in the order of their keys; nil where it does not tell all of them.
    static func all(of node: JSONNode) -> [IAMTag]? {
        guard let elements = node[eitherCase: "Tags"]?.array else { return nil }
        let tags = elements.compactMap { element -> IAMTag? in
            guard let key = element[eitherCase: "Key"]?.string, let value = element[eitherCase: "Value"]?.string else {
                return nil
            }
            return IAMTag(key: key, value: value)
        }
        return tags.count == elements.count ? tags.sorted { $0.key < $1.key } : nil
    }
}
