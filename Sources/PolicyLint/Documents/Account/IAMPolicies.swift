/// The policies that are attached to a user, group or role, as far as an answer tells.
public struct IAMPolicies: Sendable {
    /// A policy that is written into its user, group or role.
    public struct Inline: Sendable {
        /// `PolicyName`.
        public let name: Located<String>?
        /// The JSON pointer of its document in the file.
        public let pointer: String
    }

    /// The policies that are written into it; nil where the answer does not tell.
    public let inline: [Inline]?
    /// The managed policies; nil where the answer does not tell.
    public let attached: [PolicyAttachment]?
    /// The ARN of the managed policy that bounds its permissions.
    public let boundary: Located<String>?

    init(_ node: JSONNode, _ pointer: String, inline list: String, isDetailed: Bool) {
        let inlineList = node.member(eitherCase: list)
        inline =
            isDetailed
            ? (inlineList?.value.array ?? []).enumerated().map { index, policy in
                let document = policy.member(eitherCase: "PolicyDocument")?.key.value ?? "PolicyDocument"
                return Inline(
                    name: policy[eitherCase: "PolicyName"]?.locatedString,
                    pointer: "\(pointer)/\(inlineList?.key.value ?? list)/\(index)/\(document)")
            } : nil
        attached =
            isDetailed ? (node[eitherCase: "AttachedManagedPolicies"]?.array ?? []).map { PolicyAttachment($0) } : nil
        boundary = node[eitherCase: "PermissionsBoundary"]?[eitherCase: "PermissionsBoundaryArn"]?.locatedString
    }
}
