/// A managed policy, as `aws iam get-account-authorization-details`, `list-policies` and `get-policy`
/// describe it.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ManagedPolicyDetail.html>.
public struct ManagedPolicy: Sendable {
    /// The policy's object.
    public let span: SourceSpan
    /// `PolicyName`.
    public let name: Located<String>
    /// `Arn`.
    public let arn: Located<String>?
    /// `AttachmentCount`: the users, groups and roles that it is attached to.
    public let attachmentCount: Located<Int>?
    /// `PermissionsBoundaryUsageCount`: those whose permissions it bounds.
    public let boundaryUsageCount: Located<Int>?
    /// The JSON pointer of the version that is in force; nil where the answer does not hold it.
    public let documentPointer: String?

    /// Whether AWS wrote it.
    public var isManagedByAWS: Bool { arn?.value.contains(":iam::aws:policy/") ?? false }

    init?(_ node: JSONNode, _ pointer: String) {
        guard let name = node["PolicyName"]?.locatedString else { return nil }
        span = node.span
        self.name = name
        arn = node["Arn"]?.locatedString
        attachmentCount = node["AttachmentCount"]?.locatedInteger
        boundaryUsageCount = node["PermissionsBoundaryUsageCount"]?.locatedInteger
        let versions = node["PolicyVersionList"]?.array ?? []
        let index = versions.firstIndex { $0["IsDefaultVersion"]?.locatedBoolean?.value ?? true }
        documentPointer = index.map { "\(pointer)/PolicyVersionList/\($0)/Document" }
    }
}
