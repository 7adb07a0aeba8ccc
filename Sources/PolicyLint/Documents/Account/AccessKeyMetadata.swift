/// An access key as `aws iam list-access-keys` lists it: never with its secret.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyMetadata.html>.
public struct AccessKeyMetadata: Sendable {
    /// The key's object.
    public let span: SourceSpan
    /// `UserName`; root's own keys have none.
    public let userName: Located<String>?
    /// `AccessKeyId`.
    public let id: Located<String>?
    /// `Status`: `Active`, `Inactive` or `Expired`.
    public let status: Located<String>?
    /// `CreateDate`.
    public let createDate: Located<Timestamp>?

    /// Whether requests can be signed with it.
    public var isActive: Bool { status?.value == "Active" }

    init(_ node: JSONNode) {
        span = node.span
        userName = node["UserName"]?.locatedString
        id = node["AccessKeyId"]?.locatedString
        status = node["Status"]?.locatedString
        createDate = node["CreateDate"]?.locatedMoment
    }
}
