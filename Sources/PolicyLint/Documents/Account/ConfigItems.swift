/// The items of AWS Config: what its snapshots, its history and its rules' events say of a resource. Names
/// begin in lower case, policies are percent-encoded, and what belongs to a resource may be JSON in a string.
///
/// Shapes: <https://docs.aws.amazon.com/config/latest/developerguide/config-item-table.html>, and of the answers of
/// AWS Config <https://docs.aws.amazon.com/config/latest/APIReference/API_BaseConfigurationItem.html>; what is in an item of
/// each type: <https://github.com/awslabs/aws-config-resource-schema>.
extension JSONDocuments {
    /// Adds the documents of the items in an object.
    mutating func findConfigItems(_ node: JSONNode, _ pointer: String) {
        if node["resourceType"]?.string?.hasPrefix("AWS::") == true { findConfigItem(node, pointer) }
        for list in ["configurationItems", "baseConfigurationItems"] {
            for (index, item) in (node[list]?.array ?? []).enumerated() {
                findConfigItem(item, "\(pointer)/\(list)/\(index)")
            }
        }
        if let item = node["configurationItem"] { findConfigItem(item, pointer + "/configurationItem") }
    }

    private mutating func findConfigItem(_ item: JSONNode, _ pointer: String) {
        // What was deleted is described as it was.
        let status = item["configurationItemStatus"]?.string
        if status == "ResourceDeleted" || status == "ResourceDeletedNotRecorded" { return }
        let account = (item["awsAccountId"] ?? item["accountId"])?.string
        if item["resourceType"]?.string == "AWS::S3::Bucket" {
            var owner = Owner(kind: .bucket, accountID: account)
            owner.name = item["resourceName"]?.string ?? item["configuration"]?["name"]?.string
            let parts = item["supplementaryConfiguration"]
            let place = pointer + "/supplementaryConfiguration"
            if let policy = parts?["BucketPolicy"] {
                unwrap(policy) { $0.addBucketPolicy($1, place + "/BucketPolicy", owner) }
            }
            if let versioning = parts?["BucketVersioningConfiguration"] {
                unwrap(versioning) { $0.addVersioning($1, place + "/BucketVersioningConfiguration", owner) }
            }
            if let block = parts?["PublicAccessBlockConfiguration"], let name = owner.name {
                unwrap(block) { $0.addBlock($1, place + "/PublicAccessBlockConfiguration", owner, of: .bucket(name)) }
            }
            return
        }
        guard let configuration = item["configuration"] else { return }
        let type = item["resourceType"]?.string ?? ""
        unwrap(configuration) { $0.addEntity($1, pointer + "/configuration", type, account) }
    }

    /// Hands over an object, or the one that a string holds.
    private mutating func unwrap(_ node: JSONNode, _ body: (inout JSONDocuments, JSONNode) -> Void) {
        if node.object != nil { return body(&self, node) }
        guard node.string != nil, let embedded = EmbeddedPolicy.text(node.span, in: text),
            let reader = try? JSONReader(embedded.bytes)
        else { return }
        var inner = JSONDocuments(
            text: embedded, oddities: reader.oddities, fileName: fileName, forcedKind: nil, findsEntities: findsEntities
        )
        body(&inner, reader.root)
        documents += inner.documents
    }

    private mutating func addBucketPolicy(_ node: JSONNode, _ pointer: String, _ owner: Owner) {
        guard let policy = node["policyText"] else { return }
        if case .null = policy.value, findsEntities, let bucket = owner.name {
            return add(.bucketWithoutPolicy(Located(bucket, at: policy.span)), policy, pointer + "/policyText")
        }
        addPolicy(policy, pointer + "/policyText", owner, kind: .resourcePolicy)
    }

    private mutating func addVersioning(_ node: JSONNode, _ pointer: String, _ owner: Owner) {
        let versioning = BucketVersioning(configItem: node, bucket: owner.name)
        add(.bucketVersioning(versioning), .bucketVersioning, node, pointer, owner)
    }

    private mutating func addBlock(
        _ node: JSONNode, _ pointer: String, _ owner: Owner, of scope: PublicAccessBlock.Scope
    ) {
        guard findsEntities, PublicAccessBlock.isOne(node) else { return }
        let answer = AccountAnswer.publicAccessBlock(PublicAccessBlock(node, of: scope))
        add(.accountAnswer(answer), answer.kind, node, pointer, owner)
    }

    /// Adds the policies of a user, group, role or managed policy, or the account's block of public access.
    private mutating func addEntity(_ node: JSONNode, _ pointer: String, _ type: String, _ account: String?) {
        let arn = node["arn"]?.string.flatMap { AmazonResourceName($0) }
        switch type {
        case "AWS::IAM::Role":
            if findsEntities { add(IAMRole(node, pointer).map { .role($0) }, node, pointer) }
            let owner = Owner(kind: .role, name: node["roleName"]?.string, arn: arn, accountID: account)
            if let trust = node["assumeRolePolicyDocument"] {
                addPolicy(trust, pointer + "/assumeRolePolicyDocument", owner, kind: .trustPolicy)
            }
            addInline(node, pointer, "rolePolicyList", owner)
        case "AWS::IAM::User":
            if findsEntities { add(IAMUser(node, pointer).map { .user($0) }, node, pointer) }
            let owner = Owner(kind: .user, name: node["userName"]?.string, arn: arn, accountID: account)
            addInline(node, pointer, "userPolicyList", owner)
        case "AWS::IAM::Group":
            if findsEntities { add(IAMGroup(node, pointer).map { .group($0) }, node, pointer) }
            let owner = Owner(kind: .group, name: node["groupName"]?.string, arn: arn, accountID: account)
            addInline(node, pointer, "groupPolicyList", owner)
        case "AWS::IAM::Policy":
            if findsEntities { add(ManagedPolicy(node, pointer).map { .managedPolicy($0) }, node, pointer) }
            let owner = Owner(kind: .managedPolicy, name: node["policyName"]?.string, arn: arn, accountID: account)
            for (index, version) in (node["policyVersionList"]?.array ?? []).enumerated() {
                // Only the default version has an effect.
                guard version["isDefaultVersion"]?.locatedBoolean?.value ?? true, let document = version["document"]
                else { continue }
                addPolicy(document, "\(pointer)/policyVersionList/\(index)/document", owner, kind: .identityPolicy)
            }
        case "AWS::S3::AccountPublicAccessBlock":
            addBlock(node, pointer, Owner(accountID: account), of: .account)
        default: break
        }
    }

    private mutating func addInline(_ node: JSONNode, _ pointer: String, _ list: String, _ owner: Owner) {
        for (index, inline) in (node[list]?.array ?? []).enumerated() {
            guard let document = inline["policyDocument"] else { continue }
            var owner = owner
            owner.policyName = inline["policyName"]?.string
            addPolicy(document, "\(pointer)/\(list)/\(index)/policyDocument", owner, kind: .identityPolicy)
        }
    }
}
