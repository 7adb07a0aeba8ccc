/// The answer of `aws sts get-caller-identity`.
///
/// Source: <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>.
public struct CallerIdentity: Sendable {
    /// `UserId`.
    public let userID: Located<String>?
    /// `Account`.
    public let account: Located<String>?
    /// `Arn`.
    public let arn: Located<String>?

    /// Reads the answer's object.
    public init(_ node: JSONNode) {
        userID = node["UserId"]?.locatedString
        account = node["Account"]?.locatedString
        arn = node["Arn"]?.locatedString
    }

    /// Whether the caller is the root user.
    public var isRoot: Bool {
        guard let arn = arn.flatMap({ AmazonResourceName($0.value) }) else { return false }
        return arn.service == "iam" && arn.resource == "root"
    }
}
