/// What AWS's SDKs and the AWS CDK write of IAM, in names that begin in lower case: `policyName`, `policyDocument`,
/// `assumeRolePolicyDocument`.
///
/// AWS IoT Core and Amazon CloudWatch Logs say `policyName` and `policyDocument`, too. A policy is taken for IAM's where
/// it says whose it is, or what it allows.
///
/// Shapes: <https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.CfnRoleProps.html>,
/// <https://docs.aws.amazon.com/iot/latest/apireference/API_GetPolicy.html>,
/// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html>.
extension JSONDocuments {
    /// Adds the policies of an object with such names.
    mutating func findLowerCaseNames(_ node: JSONNode, _ pointer: String) {
        if let trust = node["assumeRolePolicyDocument"] {
            let owner = Owner(kind: .role, name: node["roleName"]?.string)
            addPolicy(trust, pointer + "/assumeRolePolicyDocument", owner, kind: .trustPolicy)
        }
        let holder = Self.holder(node)
        addNamedPolicy(node, pointer, holder)
        for list in ["policies", "userPolicyList", "rolePolicyList", "groupPolicyList"] {
            for (index, inline) in (node[list]?.array ?? []).enumerated() where inline["policyName"] != nil {
                addNamedPolicy(inline, "\(pointer)/\(list)/\(index)", holder)
            }
        }
    }

    /// Whether an object says by such a name whose inline policy its `policyDocument` is.
    static func isOfHolder(_ node: JSONNode) -> Bool { holder(node) != nil }

    private static func holder(_ node: JSONNode) -> Owner? {
        let names: [(key: String, kind: Owner.Kind)] = [
            ("userName", .user), ("roleName", .role), ("groupName", .group),
        ]
        return names.first { node[$0.key] != nil }.map { Owner(kind: $0.kind, name: node[$0.key]?.string) }
    }

    private mutating func addNamedPolicy(_ node: JSONNode, _ pointer: String, _ holder: Owner?) {
        guard let document = node["policyDocument"], holder != nil || node["policyName"] != nil else { return }
        let arn = node["policyArn"].map { $0.string.flatMap { AmazonResourceName($0) } }
        // Another service's.
        if let arn, arn?.service != "iam" { return }
        let isNamed = holder != nil || arn != nil
        guard let policy = policy(in: document), isOfIAM(policy, isNamed: isNamed || document.object != nil) else {
            return
        }
        var owner = holder ?? Owner(arn: arn ?? nil)
        owner.policyName = node["policyName"]?.string
        let hasPrincipal = Self.statements(of: policy).contains { $0["Principal"] != nil || $0["NotPrincipal"] != nil }
        if owner.kind == nil, !hasPrincipal { owner.kind = .managedPolicy }
        addPolicy(
            document, pointer + "/policyDocument", owner, kind: holder != nil && !hasPrincipal ? .identityPolicy : nil)
    }

    /// The policy that an object is, or that a string holds.
    private func policy(in document: JSONNode) -> JSONNode? {
        if document.object != nil { return isPolicy(document) ? document : nil }
        guard document.string != nil, let embedded = EmbeddedPolicy.text(document.span, in: text),
            let root = try? JSONReader(embedded.bytes).root
        else { return nil }
        return isPolicy(root) ? root : nil
    }

    /// Whether a policy is one of IAM, or of a service that has its policies checked by IAM. One that allows actions of
    /// AWS IoT may be for things and their certificates; so may be one of which nothing but its name is known.
    private func isOfIAM(_ policy: JSONNode, isNamed: Bool) -> Bool {
        let statements = Self.statements(of: policy)
        let actions = statements.flatMap { statement in
            ["Action", "NotAction"].compactMap { statement[$0] }.flatMap { $0.array ?? [$0] }.compactMap(\.string)
        }
        if actions.contains(where: { $0.hasPrefixIgnoringCase("iot:") }) { return false }
        return isNamed || actions.contains { $0.utf8.contains(UInt8(ascii: ":")) }
    }

    private static func statements(of policy: JSONNode) -> [JSONNode] {
        policy["Statement"].map { $0.array ?? [$0] } ?? []
    }
}
