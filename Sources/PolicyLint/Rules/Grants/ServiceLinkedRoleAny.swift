/// `iam:CreateServiceLinkedRole` for every service, or for all but some.
enum ServiceLinkedRoleAny: PolicyRule {
    static let metadata = RuleMetadata(
        id: "service-linked-role-any", wing: .grants, severity: .note,
        kinds: DocumentKinds(.identityPolicy, .sessionPolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html"),
            .accessAnalyzer("CREATE_SLR_WITH_STAR_IN_RESOURCE"),
            .accessAnalyzer("CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE"),
            .accessAnalyzer("CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION"),
            .accessAnalyzer("CREATE_SLR_WITH_NOT_RESOURCE"),
            .accessAnalyzer("CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE"),
            .accessAnalyzer("CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // A quick look: few policies let such roles be made.
        guard context.grantSketch.mayAllow(BroadRoleGrant.makingOfServiceLinkedRoles) else { return }
        for (_, grant, remainder) in BroadRoleGrant.all(in: policy, BroadRoleGrant.makingServiceLinkedRoles) {
            context.report(.anyService(grant, remainder), at: grant.span)
        }
    }
}

extension Message {
    fileprivate static func anyService(
        _ grant: BroadRoleGrant, _ remainder: BroadRoleGrant.Remainder
    ) -> Message {
        let help =
            switch grant.action {
            case .exclusion:
                "list `iam:CreateServiceLinkedRole` in `NotAction`, and allow it in a statement of its own for the services that are meant"
            case .name, .pattern:
                "name the roles below `role/aws-service-role/`, or the services in a condition on `iam:AWSServiceName`"
            }
        let text = grant.leading(
            to: "make the role of any service that has one", "iam:CreateServiceLinkedRole", "every resource",
            "all resources", remainder)
        return Message(text, help: help, issue: .code("CREATE_SLR_WITH_\(grant.issueEnding)"))
    }
}
