/// `iam:PassRole` on every role, or on all but some, to every service.
enum PassRoleAny: PolicyRule {
    static let metadata = RuleMetadata(
        id: "pass-role-any", wing: .grants, severity: .warning, kinds: DocumentKinds(.identityPolicy, .sessionPolicy),
        fixes: [.suggestion],
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"),
            .accessAnalyzer("PASS_ROLE_WITH_STAR_IN_RESOURCE"),
            .accessAnalyzer("PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE"),
            .accessAnalyzer("PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION"),
            .accessAnalyzer("PASS_ROLE_WITH_NOT_RESOURCE"),
            .accessAnalyzer("PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE"),
            .accessAnalyzer("PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE"),
            .peer(.iamPolicyValidator, "ifexists_condition_usage.ifexists_weakens_security_condition"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // A quick look: few policies let roles be passed.
        guard context.grantSketch.mayAllow(BroadRoleGrant.passing) else { return }
        for (statement, grant, remainder) in BroadRoleGrant.all(in: policy, BroadRoleGrant.passingRoles) {
            context.report(.anyRole(grant, remainder), at: grant.span, fix: fix(grant, statement, context))
        }
    }

    private static func fix(_ grant: BroadRoleGrant, _ statement: Statement, _ context: RuleContext) -> Fix? {
        // Other actions of the statement may need the wider resource.
        guard !grant.excludesResources, statement.actions.count == 1, statement.resources.count == 1 else { return nil }
        let template = "arn:aws:iam::\(context.ownAccount ?? "ACCOUNT_ID"):role/ROLE_NAME"
        let edit = context.editing.replace(grant.span, withString: template)
        return Fix("name the role that may be passed", .suggestion, [edit])
    }
}

extension Message {
    fileprivate static func anyRole(_ grant: BroadRoleGrant, _ remainder: BroadRoleGrant.Remainder) -> Message {
        let help =
            switch grant.action {
            case .exclusion:
                "list `iam:PassRole` in `NotAction`, and allow it in a statement of its own on the role that is meant"
            case .name, .pattern:
                "name the role in `Resource`, and the service in a condition on `iam:PassedToService`"
            }
        let text = grant.leading(
            to: "hand an administrator's role to a service and act through it", "iam:PassRole", "every role",
            "every role", remainder)
        return Message(
            text, help: help, severity: remainder == .chosen ? .note : nil,
            issue: .code("PASS_ROLE_WITH_\(grant.issueEnding)"))
    }
}
