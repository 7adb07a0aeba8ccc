/// The answer of `aws iam list-entities-for-policy`: to whom a managed policy is attached. It does not name
/// the policy.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html>.
public struct PolicyEntities: Sendable {
    /// The answer's object.
    public let span: SourceSpan
    /// The names in `PolicyUsers`.
    public let users: [Located<String>]
    /// The names in `PolicyGroups`.
    public let groups: [Located<String>]
    /// The names in `PolicyRoles`.
    public let roles: [Located<String>]
    /// Whether the answer says that it goes on in another page.
    public let isTruncated: Bool

    /// Whether it is attached to nobody, as far as the answer goes.
    public var isEmpty: Bool { users.isEmpty && groups.isEmpty && roles.isEmpty }

    init(_ node: JSONNode) {
        func names(_ list: String, _ key: String) -> [Located<String>] {
            (node[list]?.array ?? []).compactMap { $0[key]?.locatedString }
        }
        span = node.span
        users = names("PolicyUsers", "UserName")
        groups = names("PolicyGroups", "GroupName")
        roles = names("PolicyRoles", "RoleName")
        isTruncated = AnswerPage.isTruncated(node)
    }
}
