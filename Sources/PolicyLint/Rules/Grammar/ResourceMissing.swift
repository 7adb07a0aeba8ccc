/// A statement that does not say which resources it is about, in a policy that has to.
enum ResourceMissing: StatementRule {
    static let metadata = RuleMetadata(
        id: "resource-missing", wing: .grammar, severity: .error,
        kinds: [.principalPolicies, DocumentKinds(.resourcePolicy, .resourceControlPolicy, .vpcEndpointPolicy)],
        references: [
            .accessAnalyzer("MISSING_RESOURCE"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_structure.missing_resource"),
            .peer(.iamPolicyValidator, "policy_type_validation.missing_rcp_resource"), .peer(.cfnLint, "E3510"),
            .peer(.cfnLint, "E3512"),
        ])

    static let concerns: Statement.Contents = .gaps

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.resource.isAbsent && statement.notResource.isAbsent else { return }
        if context.document.kind == .resourcePolicy && !isRequired(statement, context.document.owner) { return }
        context.report(.resourceMissing, at: statement.node.openingBracket)
    }

    /// Whether the resource's service wants `Resource` in its policies. Some, Amazon ECR among them, take
    /// the resource that the policy is attached to.
    private static func isRequired(_ statement: Statement, _ owner: Owner) -> Bool {
        switch owner.kind {
        case .bucket, .queue, .topic, .key, .function, .secret: true
        case .repository: false
        case .user, .group, .role, .managedPolicy, .vpcEndpoint, .organizationPolicy, nil:
            statement.actions.first.map { action in
                services.contains { action.value.hasPrefixIgnoringCase($0) }
            } ?? false
        }
    }

    private static let services = ["s3:", "sqs:", "sns:", "kms:", "lambda:", "secretsmanager:"]
}

extension Message {
    fileprivate static let resourceMissing = Message(
        "the statement has neither `Resource` nor `NotResource`",
        help: "add `Resource` with the ARNs it is about, or `\"*\"` for actions that do not work on single resources")
}
