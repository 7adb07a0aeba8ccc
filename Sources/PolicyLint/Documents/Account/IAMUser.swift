/// An IAM user, as `aws iam list-users`, `get-user` and `get-account-authorization-details` describe it.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UserDetail.html>.
public struct IAMUser: Sendable {
    /// The user's object.
    public let span: SourceSpan
    /// `UserName`.
    public let name: Located<String>
    /// `Arn`.
    public let arn: Located<String>?
    /// `CreateDate`.
    public let createDate: Located<Timestamp>?
    /// `PasswordLastUsed`; absent where there is no password, or it was never used.
    public let passwordLastUsed: Located<Timestamp>?
    /// `GroupList`; nil where the answer does not tell.
    public let groups: [Located<String>]?
    /// `Tags`; nil where the answer does not tell.
    public let tags: [IAMTag]?
    /// What is attached to the user, as far as the answer tells.
    public let policies: IAMPolicies

    init?(_ node: JSONNode, _ pointer: String) {
        guard let name = node[eitherCase: "UserName"]?.locatedString else { return nil }
        span = node.span
        self.name = name
        arn = node[eitherCase: "Arn"]?.locatedString
        createDate = node[eitherCase: "CreateDate"]?.locatedMoment
        passwordLastUsed = node[eitherCase: "PasswordLastUsed"]?.locatedMoment
        // Of a user in no group some versions of the answer leave the list out.
        let isDetailed = ["UserPolicyList", "AttachedManagedPolicies", "GroupList"].contains {
            node[eitherCase: $0] != nil
        }
        groups = isDetailed ? node[eitherCase: "GroupList"]?.locatedStrings ?? [] : nil
        tags = IAMTag.all(of: node)
        policies = IAMPolicies(node, pointer, inline: "UserPolicyList", isDetailed: isDetailed)
    }
}
