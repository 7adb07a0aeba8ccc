/// The answer of `aws iam get-account-password-policy`.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html>.
public struct PasswordPolicy: Sendable {
    /// The policy's object.
    public let span: SourceSpan
    /// `MinimumPasswordLength`: 6 to 128.
    public let minimumLength: Located<Int>?
    /// `PasswordReusePrevention`: 1 to 24; absent where old passwords may come back.
    public let reusePrevention: Located<Int>?
    /// `MaxPasswordAge` in days; absent, or 0, where passwords do not expire.
    public let maximumAge: Located<Int>?
    /// `RequireUppercaseCharacters`.
    public let requiresUppercase: Located<Bool>?
    /// `RequireLowercaseCharacters`.
    public let requiresLowercase: Located<Bool>?
    /// `RequireNumbers`.
    public let requiresNumbers: Located<Bool>?
    /// `RequireSymbols`.
    public let requiresSymbols: Located<Bool>?
    /// `AllowUsersToChangePassword`.
    public let usersMayChange: Located<Bool>?
    /// `HardExpiry`: an expired password can be replaced by an administrator only.
    public let hardExpiry: Located<Bool>?

    init(_ node: JSONNode) {
        span = node.span
        minimumLength = node["MinimumPasswordLength"]?.locatedInteger
        reusePrevention = node["PasswordReusePrevention"]?.locatedInteger
        maximumAge = node["MaxPasswordAge"]?.locatedInteger
        requiresUppercase = node["RequireUppercaseCharacters"]?.locatedBoolean
        requiresLowercase = node["RequireLowercaseCharacters"]?.locatedBoolean
        requiresNumbers = node["RequireNumbers"]?.locatedBoolean
        requiresSymbols = node["RequireSymbols"]?.locatedBoolean
        usersMayChange = node["AllowUsersToChangePassword"]?.locatedBoolean
        hardExpiry = node["HardExpiry"]?.locatedBoolean
    }
}
