/// A policy that is longer than AWS takes.
enum PolicySize: PolicyRule {
    static let metadata = RuleMetadata(
        id: "policy-size", wing: .grammar, severity: .error, kinds: .policies,
        references: [
            .accessAnalyzer("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA"),
            .accessAnalyzer("POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA"),
            .accessAnalyzer("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA"),
            .accessAnalyzer("POLICY_SIZE_EXCEEDS_SCP_QUOTA"), .accessAnalyzer("POLICY_SIZE_EXCEEDS_RCP_QUOTA"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"),
            .peer(.iamPolicyValidator, "policy_size.policy_size_exceeded"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        guard let quota = PolicyQuota.quota(policy, context.document) else { return }
        // No text has more characters than bytes: most documents are done here.
        guard context.document.span.count > quota.characters else { return }
        let size = PolicyQuota.size(policy.node, in: context.text.bytes)
        guard size.withoutSpace > quota.characters else {
            if quota.mayCountSpace {
                context.report(.withSpace(size.withSpace, quota), at: policy.node.openingBracket)
            }
            return
        }
        let issue = issue(context.document.kind, size.withoutSpace)
        context.report(.tooLong(size.withoutSpace, quota, issue), at: policy.node.openingBracket)
    }

    /// AWS's own check. It does not know what an identity policy is to be, and goes by the largest there is: an inline
    /// policy of a role.
    private static func issue(_ kind: DocumentKind, _ size: Int) -> Message.Issue {
        switch kind {
        case .identityPolicy, .permissionsBoundary:
            size > 10_240 ? "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA" : .none
        case .trustPolicy: "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA"
        case .resourcePolicy: "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA"
        case .serviceControlPolicy: "POLICY_SIZE_EXCEEDS_SCP_QUOTA"
        case .resourceControlPolicy: "POLICY_SIZE_EXCEEDS_RCP_QUOTA"
        default: .none
        }
    }
}

extension Message {
    fileprivate static func tooLong(_ size: Int, _ quota: PolicyQuota, _ issue: Issue) -> Message {
        return Message(
            "the policy has \(size) characters without white space, and \(quota.name) may have \(quota.characters)",
            help: quota.advice, severity: quota.refuses(size) ? .error : .warning, issue: issue)
    }

    fileprivate static func withSpace(_ size: Int, _ quota: PolicyQuota) -> Message {
        Message(
            "with its white space the policy has \(size) characters, and \(quota.name) may have \(quota.characters)",
            help: "take out the white space before you save it with the API or the CLI, which may count it",
            severity: .note, issue: .none)
    }
}
