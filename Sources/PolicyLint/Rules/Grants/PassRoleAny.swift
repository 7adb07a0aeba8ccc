/// `iam:PassRole` on every role, to every service.
enum PassRoleAny: StatementRule {
    static let metadata = RuleMetadata(
        id: "pass-role-any", wing: .grants, severity: .warning, kinds: DocumentKinds(.identityPolicy, .sessionPolicy),
        fixes: [.suggestion],
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"),
            .accessAnalyzer("PASS_ROLE_WITH_STAR_IN_RESOURCE"),
            .accessAnalyzer("PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE"),
            .peer(.iamPolicyValidator, "ifexists_condition_usage.ifexists_weakens_security_condition"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.allows, let action = passingAction(of: statement),
            let resource = statement.resources.first(where: { isEveryRole($0.value) }),
            !statement.conditions.contains(where: limitsPassing)
        else { return }
        // Every action on everything is for another rule to say.
        guard !GlobPattern.isEveryAction(action.value) else { return }
        context.report(.anyRole(action.value), at: resource.span, fix: fix(resource, statement, context))
    }

    private static func passingAction(of statement: Statement) -> Located<String>? {
        statement.actions.first { action in
            action.value.hasPrefixIgnoringCase("iam:")
                && GlobPattern.matches("iam:PassRole", pattern: action.value, ignoringCase: true)
        }
    }

    private static func isEveryRole(_ resource: String) -> Bool {
        if GlobPattern.isEveryResource(resource) { return true }
        // Every role of the account that it names.
        guard let arn = AmazonResourceName(resource) else { return false }
        let roles = GlobPattern(resource: "arn:\(arn.partition):iam::\(arn.account):role/*", hasVariables: false)
        return GlobPattern(resource: resource, hasVariables: false).covers(roles) == .yes
    }

    /// Whether a condition says to which service, or for which resource, a role may be passed.
    private static func limitsPassing(_ condition: Condition) -> Bool {
        guard condition.isOn("iam:PassedToService") || condition.isOn("iam:AssociatedResourceArn"),
            let conditionOperator = condition.operator
        else { return false }
        return !conditionOperator.holdsWithoutKey && !condition.values.contains { $0.value == "*" }
    }

    private static func fix(_ resource: Located<String>, _ statement: Statement, _ context: RuleContext) -> Fix? {
        // Other actions of the statement may need the wider resource.
        guard statement.actions.count == 1, statement.resources.count == 1 else { return nil }
        let template = "arn:aws:iam::\(context.ownAccount ?? "ACCOUNT_ID"):role/ROLE_NAME"
        let edit = context.editing.replace(resource.span, withString: template)
        return Fix("name the role that may be passed", .suggestion, [edit])
    }
}

extension Message {
    fileprivate static func anyRole(_ action: String) -> Message {
        let isExact = action.equalsIgnoringCase("iam:PassRole")
        let what = isExact ? "`iam:PassRole`" : "`\(action)`, which includes `iam:PassRole`,"
        return Message(
            "\(what) on every role lets its holder hand an administrator's role to a service and act through it",
            help: "name the role in `Resource`, and the service in a condition on `iam:PassedToService`",
            issue: isExact ? "PASS_ROLE_WITH_STAR_IN_RESOURCE" : "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE")
    }
}
