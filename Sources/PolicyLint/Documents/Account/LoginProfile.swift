/// The answer of `aws iam get-login-profile`: the user has a password for the console.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_LoginProfile.html>.
public struct LoginProfile: Sendable {
    /// The profile's object.
    public let span: SourceSpan
    /// `UserName`.
    public let userName: Located<String>?
    /// `CreateDate`.
    public let createDate: Located<Timestamp>?
    /// `PasswordResetRequired`.
    public let passwordResetRequired: Located<Bool>?

    init(_ node: JSONNode) {
        span = node.span
        userName = node["UserName"]?.locatedString
        createDate = node["CreateDate"]?.locatedMoment
        passwordResetRequired = node["PasswordResetRequired"]?.locatedBoolean
    }
}
