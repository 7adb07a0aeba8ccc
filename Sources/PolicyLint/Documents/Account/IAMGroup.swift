/// A group of IAM users, as `aws iam get-account-authorization-details` describes it.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GroupDetail.html>.
public struct IAMGroup: Sendable {
    /// The group's object.
    public let span: SourceSpan
    /// `GroupName`.
    public let name: Located<String>
    /// `Arn`.
    public let arn: Located<String>?
    /// What is attached to the group.
    public let policies: IAMPolicies

    init?(_ node: JSONNode, _ pointer: String) {
        guard let name = node[eitherCase: "GroupName"]?.locatedString else { return nil }
        span = node.span
        self.name = name
        arn = node[eitherCase: "Arn"]?.locatedString
        let isDetailed = ["GroupPolicyList", "AttachedManagedPolicies"].contains { node[eitherCase: $0] != nil }
        policies = IAMPolicies(node, pointer, inline: "GroupPolicyList", isDetailed: isDetailed)
    }
}
