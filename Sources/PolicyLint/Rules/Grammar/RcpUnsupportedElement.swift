/// A resource control policy with what only other policies may hold.
enum RcpUnsupportedElement: StatementRule {
    static let metadata = RuleMetadata(
        id: "rcp-unsupported-element", wing: .grammar, severity: .error, kinds: DocumentKinds(.resourceControlPolicy),
        references: [
            .accessAnalyzer("RCP_SYNTAX_ERROR_PRINCIPAL"), .accessAnalyzer("RCP_SYNTAX_ERROR_ALLOW"),
            .accessAnalyzer("RCP_SYNTAX_ERROR_NOTACTION"), .accessAnalyzer("RCP_SYNTAX_ERROR_ACTION"),
            .documentation(
                "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html"),
            .peer(.iamPolicyValidator, "policy_type_validation.invalid_rcp_effect"),
            .peer(.iamPolicyValidator, "policy_type_validation.invalid_rcp_not_principal"),
            .peer(.iamPolicyValidator, "policy_type_validation.invalid_rcp_principal"),
            .peer(.iamPolicyValidator, "policy_type_validation.invalid_rcp_wildcard_action"),
            .peer(.iamPolicyValidator, "policy_type_validation.invalid_rcp_not_action"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        if let member = statement.notPrincipal.member {
            context.report(.notPrincipal, at: member.key.span)
        } else if let member = statement.principal.member, !isEveryone(statement) {
            context.report(.principal, at: member.value.span)
        }
        if let member = statement.notAction.member { context.report(.notAction, at: member.key.span) }
        guard !statement.allows else {
            // AWS's own RCPFullAWSAccess is the one Allow there may be.
            if let value = statement.effect.member?.value, !isBlanket(statement) {
                context.report(.allow, at: value.span)
            }
            return
        }
        for action in statement.actions where action.value == "*" { context.report(.everyAction, at: action.span) }
    }

    private static func isEveryone(_ statement: Statement) -> Bool {
        let principals = statement.principals
        return principals.isEmpty || principals.allSatisfy { $0.identity == .anyone }
    }

    private static func isBlanket(_ statement: Statement) -> Bool {
        statement.actions.contains { $0.value == "*" } && statement.resources.contains { $0.value == "*" }
            && statement.condition.isAbsent
    }
}

extension Message {
    fileprivate static let notPrincipal = Message(
        "a resource control policy cannot have `NotPrincipal`",
        help: "write `\"Principal\": \"*\"`, and spare principals by a condition on `aws:PrincipalArn`",
        issue: "RCP_SYNTAX_ERROR_PRINCIPAL")
    fileprivate static let principal = Message(
        "the principal of a resource control policy can only be `\"*\"`",
        help: "write `\"*\"`, and choose principals by a condition on `aws:PrincipalArn`",
        issue: "RCP_SYNTAX_ERROR_PRINCIPAL")
    fileprivate static let notAction = Message(
        "a resource control policy cannot have `NotAction`", help: "list the actions in `Action`",
        issue: "RCP_SYNTAX_ERROR_NOTACTION")
    fileprivate static let allow = Message(
        "a resource control policy can only deny",
        help: "write `Deny` with the opposite condition; AWS's own `RCPFullAWSAccess` allows the rest",
        issue: "RCP_SYNTAX_ERROR_ALLOW")
    fileprivate static let everyAction = Message(
        "`*` alone is no action of a resource control policy", help: "name the services, as in `s3:*`",
        issue: "RCP_SYNTAX_ERROR_ACTION")
}
