/// An IAM role, as `aws iam list-roles`, `get-role` and `get-account-authorization-details` describe it.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html>.
public struct IAMRole: Sendable {
    /// The role's object.
    public let span: SourceSpan
    /// `RoleName`.
    public let name: Located<String>
    /// `Arn`.
    public let arn: Located<String>?
    /// `Path`: below `/aws-service-role/` lie the roles that AWS's services made for themselves.
    public let path: Located<String>?
    /// `CreateDate`.
    public let createDate: Located<Timestamp>?
    /// `MaxSessionDuration` in seconds; the authorization details leave it out.
    public let maximumSession: Located<Int>?
    /// `LastUsedDate` of `RoleLastUsed`; AWS tracks the last 400 days.
    public let lastUsed: Located<Timestamp>?
    /// The JSON pointer of the trust policy in the file.
    public let trustPointer: String?
    /// `Tags`; nil where the answer does not tell.
    public let tags: [IAMTag]?
    /// What is attached to the role, as far as the answer tells.
    public let policies: IAMPolicies

    /// Whether a service of AWS made the role, and alone may change it.
    public var isServiceLinked: Bool {
        path?.value.hasPrefix("/aws-service-role/") ?? arn?.value.contains(":role/aws-service-role/") ?? false
    }

    init?(_ node: JSONNode, _ pointer: String) {
        guard let name = node[eitherCase: "RoleName"]?.locatedString else { return nil }
        span = node.span
        self.name = name
        arn = node[eitherCase: "Arn"]?.locatedString
        path = node[eitherCase: "Path"]?.locatedString
        createDate = node[eitherCase: "CreateDate"]?.locatedMoment
        maximumSession = node[eitherCase: "MaxSessionDuration"]?.locatedInteger
        lastUsed = node[eitherCase: "RoleLastUsed"]?[eitherCase: "LastUsedDate"]?.locatedMoment
        trustPointer = node.member(eitherCase: "AssumeRolePolicyDocument").map { pointer + "/" + $0.key.value }
        let isDetailed = ["RolePolicyList", "AttachedManagedPolicies"].contains { node[eitherCase: $0] != nil }
        tags = IAMTag.all(of: node)
        policies = IAMPolicies(node, pointer, inline: "RolePolicyList", isDetailed: isDetailed)
    }
}
