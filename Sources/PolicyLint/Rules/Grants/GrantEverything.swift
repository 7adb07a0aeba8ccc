/// An Allow of every action on every resource.
enum GrantEverything: StatementRule {
    static let metadata = RuleMetadata(
        id: "grant-everything", wing: .grants, severity: .warning,
        kinds: DocumentKinds(.identityPolicy, .resourcePolicy, .sessionPolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"),
            .securityHub("IAM.1"), .cis(version: "3.0", control: "1.16"), .cis(version: "5.0", control: "1.15"),
            .peer(.iamPolicyValidator, "wildcard_action.overly_permissive"),
            .peer(.iamPolicyValidator, "full_wildcard.security_risk"), .peer(.checkov, "CKV_AWS_1"),
            .peer(.checkov, "CKV_AWS_49"), .peer(.checkov, "CKV_AWS_62"), .peer(.checkov, "CKV_AWS_63"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.allows, let action = statement.actions.first(where: { GlobPattern.isEveryAction($0.value) })
        else { return }
        // A resource policy may leave Resource out where it can mean only the resource it is attached to.
        let isOnEverything =
            statement.resources.contains { GlobPattern.isEveryResource($0.value) }
            || (context.document.kind == .resourcePolicy && statement.resource.isAbsent
                && statement.notResource.isAbsent)
        guard isOnEverything else { return }
        context.report(.everything(hasConditions: !statement.conditions.isEmpty), at: action.span)
    }
}

extension Message {
    fileprivate static func everything(hasConditions: Bool) -> Message {
        Message(
            hasConditions
                ? "this allows every action on every resource, whenever the condition holds"
                : "this allows every action on every resource: it is administrator access",
            help:
                "list the actions and resources that are needed; keep administrator access for one role that requires MFA"
        )
    }
}
