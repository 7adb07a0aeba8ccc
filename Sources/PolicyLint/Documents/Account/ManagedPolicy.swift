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
        let arn = node[eitherCase: "Arn"]?.locatedString
        guard let name = node[eitherCase: "PolicyName"]?.locatedString ?? arn.flatMap(Self.name) else { return nil }
        span = node.span
        self.name = name
        self.arn = arn
        attachmentCount = node[eitherCase: "AttachmentCount"]?.locatedInteger
        boundaryUsageCount = node[eitherCase: "PermissionsBoundaryUsageCount"]?.locatedInteger
        let list = node.member(eitherCase: "PolicyVersionList")
        let versions = list?.value.array ?? []
        let index = versions.firstIndex { $0[eitherCase: "IsDefaultVersion"]?.locatedBoolean?.value ?? true }
        documentPointer = index.flatMap { index in
            versions[index].member(eitherCase: "Document").map { document in
                "\(pointer)/\(list?.key.value ?? "")/\(index)/\(document.key.value)"
            }
        }
    }

    /// The name at the end of a policy's ARN: not all who answer like AWS give it by itself.
    private static func name(in arn: Located<String>) -> Located<String>? {
        guard AmazonResourceName(arn.value)?.typeAndName.type == "policy" else { return nil }
        return arn.value.split(separator: "/").last.map { Located(String($0), at: arn.span) }
    }
}
