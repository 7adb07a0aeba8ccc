/// The answers of the AWS CLI that carry the policy of a resource.
///
/// What the resource is, is known where its ARN or the actions of its policy say so: many services answer in the
/// same words.
///
/// Shapes: <https://docs.aws.amazon.com/cli/latest/reference/>, the output section of each command.
extension JSONDocuments {
    /// Adds the policies of resources in an answer.
    mutating func findResourcePolicies(_ node: JSONNode, _ pointer: String) {
        if let policy = node["policyText"] {
            let owner = Owner(
                kind: .repository, name: node["repositoryName"]?.string, accountID: node["registryId"]?.string)
            // Amazon ECR Public answers like Amazon ECR.
            addPolicy(
                policy, pointer + "/policyText", owner, kind: .resourcePolicy, proof: .noAction(of: "ecr-public:"))
        }
        findSecretPolicy(node, pointer)
        findAttribute(node, pointer)
        findPolicy(node, pointer)
        findOtherPolicies(node, pointer)
    }

    /// The policy of a secret. Other services answer with a `ResourcePolicy`, too.
    private mutating func findSecretPolicy(_ node: JSONNode, _ pointer: String) {
        guard let policy = node["ResourcePolicy"], policy.string != nil || isPolicy(policy) else { return }
        let arn = (node["ARN"] ?? node["ResourceArn"])?.string.flatMap { AmazonResourceName($0) }
        let owner = Owner(kind: .secret, name: node["Name"]?.string, arn: arn)
        addPolicy(
            policy, pointer + "/ResourcePolicy", owner, kind: .resourcePolicy,
            proof: arn?.service == "secretsmanager" ? nil : .action(of: "secretsmanager:"))
    }

    /// The policy among the attributes of a queue or topic.
    private mutating func findAttribute(_ node: JSONNode, _ pointer: String) {
        guard let attributes = node["Attributes"], let policy = attributes["Policy"] else { return }
        let queue = attributes["QueueArn"]?.string.flatMap { AmazonResourceName($0) }
        let topic = attributes["TopicArn"]?.string.flatMap { AmazonResourceName($0) }
        let kind: Owner.Kind? = queue != nil ? .queue : topic != nil ? .topic : nil
        let account = attributes["Owner"]?.string
        let owner = Owner(kind: kind, name: (queue ?? topic)?.resource, arn: queue ?? topic, accountID: account)
        addPolicy(policy, pointer + "/Attributes/Policy", owner, kind: .resourcePolicy)
    }

    /// The policy of a bucket, key or function, and of whatever else is asked for by its name alone; and a policy of
    /// an organization.
    private mutating func findPolicy(_ node: JSONNode, _ pointer: String) {
        guard let policy = node["Policy"] else { return }
        if let content = policy["Content"] {
            let summary = policy["PolicySummary"]
            let kind: DocumentKind? =
                switch summary?["Type"]?.string {
                case "SERVICE_CONTROL_POLICY": .serviceControlPolicy
                case "RESOURCE_CONTROL_POLICY": .resourceControlPolicy
                default: nil
                }
            guard let kind else { return }
            let owner = Owner(kind: .organizationPolicy, name: summary?["Id"]?.string)
            addPolicy(content, pointer + "/Policy/Content", owner, kind: kind)
        } else if policy.string != nil || policy["Statement"] != nil {
            let isKey = node["PolicyName"]?.string == "default"
            let kind: Owner.Kind? = isKey ? .key : node["RevisionId"] != nil ? .function : nil
            let owner = Owner(kind: kind, name: node["Bucket"]?.string ?? node["KeyId"]?.string)
            // Amazon DynamoDB and EventBridge Schemas have revisions, too.
            addPolicy(
                policy, pointer + "/Policy", owner, kind: .resourcePolicy,
                proof: kind == .function ? .action(of: "lambda:") : nil)
        }
    }

    /// The policies that stand in strings where `PolicyPath` says that some answer has one. What is no policy there,
    /// or cannot be read as one, is something else.
    private mutating func findOtherPolicies(_ node: JSONNode, _ pointer: String) {
        for member in node.object ?? [] {
            let name = member.key.value
            // A quick look: few names begin a path.
            guard let paths = PolicyPath.byName[name], !isNamed(name, node), !isInline(name, node) else { continue }
            let arn = (node["ResourceArn"] ?? node["resourceArn"])?.string.flatMap { AmazonResourceName($0) }
            var owner = Owner(arn: arn)
            owner.isReachedThroughVPCOnly = Self.isReachedThroughVPCOnly(node)
            for path in paths { follow(path.steps[...], member.value, "\(pointer)/\(name)", owner) }
        }
    }

    private mutating func follow(
        _ steps: ArraySlice<PolicyPath.Step>, _ node: JSONNode, _ pointer: String, _ owner: Owner
    ) {
        switch steps.first {
        case nil: if node.string != nil { addPolicy(node, pointer, owner) }
        case .member(let name)?:
            guard let value = node[name] else { return }
            var owner = owner
            if Self.isReachedThroughVPCOnly(node) { owner.isReachedThroughVPCOnly = true }
            follow(steps.dropFirst(), value, "\(pointer)/\(name)", owner)
        case .elements?:
            for (index, element) in (node.array ?? []).enumerated() {
                follow(steps.dropFirst(), element, "\(pointer)/\(index)", owner)
            }
        case .values?:
            for member in node.object ?? [] {
                follow(steps.dropFirst(), member.value, "\(pointer)/\(member.key.value)", owner)
            }
        }
    }

    /// Whether a `policyDocument` has a name: then it is one of IAM, or may be, except where its ARN is of AWS IoT Core.
    ///
    /// Source: <https://docs.aws.amazon.com/iot/latest/apireference/API_GetPolicy.html>.
    private func isNamed(_ name: String, _ node: JSONNode) -> Bool {
        guard name == "policyDocument" else { return false }
        if let arn = node["policyArn"]?.string.flatMap({ AmazonResourceName($0) }) { return arn.service != "iot" }
        return node["policyName"] != nil || node["policyArn"] != nil || Self.isOfHolder(node)
    }

    /// Whether an object describes a domain of Amazon OpenSearch Service in a VPC, or a private API of Amazon API
    /// Gateway, of which all endpoints are private.
    ///
    /// Sources: <https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html>,
    /// <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html>.
    private static func isReachedThroughVPCOnly(_ node: JSONNode) -> Bool {
        if let options = node["VPCOptions"], let vpc = (options["Options"] ?? options)["VPCId"]?.string {
            return !vpc.isEmpty
        }
        let types = node["endpointConfiguration"]?["types"]?.array ?? []
        return !types.isEmpty && types.allSatisfy { $0.string == "PRIVATE" }
    }

    /// Whether a `PolicyDocument` is the inline policy of a user, group or role, or a managed policy.
    private func isInline(_ name: String, _ node: JSONNode) -> Bool {
        guard name == "PolicyDocument", node["ResourceArn"] == nil else { return false }
        return ["PolicyName", "UserName", "RoleName", "GroupName"].contains { node[$0] != nil }
    }
}
