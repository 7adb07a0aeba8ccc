/// An Allow of everything but what is listed: `NotAction`, `NotResource`, `NotPrincipal`.
enum GrantByExclusion: StatementRule {
    static let metadata = RuleMetadata(
        id: "grant-by-exclusion", wing: .grants, severity: .warning,
        kinds: DocumentKinds(.identityPolicy, .resourcePolicy, .sessionPolicy, .vpcEndpointPolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html"),
            .accessAnalyzer("ALLOW_WITH_NOT_PRINCIPAL"),
            .peer(.parliament, "NOTPRINCIPAL_WITH_ALLOW"), .peer(.parliament, "NOTRESOURCE_WITH_ALLOW"),
            .peer(.iamPolicyValidator, "not_principal_validation.not_principal_with_allow"),
            .peer(.iamPolicyValidator, "not_action_not_resource.not_action_allow"),
            .peer(.iamPolicyValidator, "not_action_not_resource.not_action_allow_no_condition"),
            .peer(.iamPolicyValidator, "not_action_not_resource.not_resource_broad"),
            .peer(.iamPolicyValidator, "not_action_not_resource.combined_not_action_not_resource"),
        ])

    static let concerns: Statement.Contents = .exclusions

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.allows else { return }
        if let member = statement.notPrincipal.member {
            context.report(.notPrincipal, at: member.key.span)
        }
        if let member = statement.notAction.member,
            !contains(statement.notAction.value, where: GlobPattern.isEveryAction)
        {
            context.report(.notAction, at: member.key.span)
        }
        if let member = statement.notResource.member,
            !contains(statement.notResource.value, where: GlobPattern.isEveryResource)
        {
            context.report(.notResource, at: member.key.span)
        }
    }

    /// Whether a list excludes everything, and so leaves nothing to grant.
    private static func contains(_ list: StringList?, where isEverything: (String) -> Bool) -> Bool {
        list?.items.contains { isEverything($0.value) } ?? false
    }
}

extension Message {
    fileprivate static let notPrincipal = Message(
        "`NotPrincipal` with Allow lets in everyone who is not listed, people without an AWS account included",
        help: "list those who may, in `Principal`; to shut someone out, use a Deny statement", severity: .error)

    fileprivate static let notAction = Message(
        "`NotAction` with Allow grants every action that is not listed, including those that AWS adds later",
        help: "list the allowed actions in `Action`; to take actions away, use a Deny statement", issue: .none)

    fileprivate static let notResource = Message(
        "`NotResource` with Allow grants access to every resource that is not listed, including those made later",
        help: "list the allowed resources in `Resource`; to take resources away, use a Deny statement",
        issue: .none)
}
