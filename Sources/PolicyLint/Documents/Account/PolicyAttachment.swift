/// A managed policy that is attached to a user, group or role.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachedPolicy.html>.
public struct PolicyAttachment: Sendable {
    /// The policy's object.
    public let span: SourceSpan
    /// `PolicyName`.
    public let name: Located<String>?
    /// `PolicyArn`.
    public let arn: Located<String>?

    init(_ node: JSONNode) {
        span = node.span
        name = node[eitherCase: "PolicyName"]?.locatedString
        arn = node[eitherCase: "PolicyArn"]?.locatedString
    }
}
