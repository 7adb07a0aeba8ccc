/// `iam:CreateServiceLinkedRole` for every service, or for all but some.
enum ServiceLinkedRoleAny: StatementRule {
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

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard
            let grant = BroadRoleGrant(of: createRole, onRolesBelow: "aws-service-role/", by: statement),
            !grant.isOfEverything, !statement.conditions.contains(where: limitsService)
        else { return }
        context.report(.anyService(grant), at: grant.span)
    }

    private static let createRole = ActionName("iam:CreateServiceLinkedRole")

    /// Whether a condition says for which services.
    private static func limitsService(_ condition: Condition) -> Bool {
        guard condition.isOn("iam:AWSServiceName"), let conditionOperator = condition.operator else { return false }
        return !conditionOperator.holdsWithoutKey && !condition.values.contains { $0.value == "*" }
    }
}

extension Message {
    fileprivate static func anyService(_ grant: BroadRoleGrant) -> Message {
        let services = grant.excludesResources ? "all resources that are not listed" : "every resource"
        let help =
            switch grant.action {
            case .exclusion:
                "list `iam:CreateServiceLinkedRole` in `NotAction`, and allow it in a statement of its own for the services that are meant"
            case .name, .pattern:
                "name the roles below `role/aws-service-role/`, or the services in a condition on `iam:AWSServiceName`"
            }
        return Message(
            """
            \(grant.inWords("iam:CreateServiceLinkedRole")) on \(services) lets its holder make the role of any service \
            that has one
            """,
            help: help, issue: .code("CREATE_SLR_WITH_\(grant.issueEnding)"))
    }
}
