/// A trust policy whose principal is `*`.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous>.
enum TrustPrincipalAnyone: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-principal-anyone", wing: .trust, severity: .error, kinds: .trustPolicy,
        fixes: [.narrowing, .suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous"
            ),
            .accessAnalyzer("ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL"),
            .accessAnalyzer("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY"),
            .accessAnalyzer("INVALID_SERVICE_PRINCIPAL_FORMAT"),
            .cis(version: "7.0", control: "2.21"),
            .peer(.iamPolicyValidator, "principal_validation.service_principal_wildcard"),
            .peer(.iamPolicyValidator, "principal_validation.missing_principal_condition_any_of"),
            .peer(.iamPolicyValidator, "ifexists_condition_usage.ifexists_weakens_security_condition"),
            .peer(.checkov, "CKV_AWS_60"), .peer(.cloudsplaining, "AssumableByAnyPrincipal"),
            .peer(.cloudsplaining, "AssumableByAnyPrincipalWithConditions"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows {
            for principal in statement.principals where principal.value.value == "*" {
                switch principal.type {
                case .aws: checkAnyone(principal, statement, policy, &context)
                case .service: context.report(.noService, at: principal.value.span)
                case .federated: context.report(.noProvider, at: principal.value.span)
                case .canonicalUser: break
                }
            }
        }
    }

    private static func checkAnyone(
        _ principal: Principal, _ statement: Statement, _ policy: Policy, _ context: inout RuleContext
    ) {
        let demands = RequestDemands(
            of: statement, in: policy, principal: principal, action: RoleAction.assumeRole.rawValue,
            caller: .iamPrincipal)
        if demands.isImpossible { return }
        if let now = context.settings.now, statement.isOver(at: now, hasVariables: policy.replacesVariables) { return }
        // `*` with the organization or the caller's ARN is how AWS documents a pattern of principals.
        if demands.hold({ $0.restrictsOrganization || $0.restrictsAccount })
            || !statement.mayHold(for: .iamPrincipal, hasVariables: policy.replacesVariables)
        {
            context.report(.anyoneKnown, at: principal.value.span)
            return
        }
        let message: Message =
            demands.needsExternalID ? .anyoneWhoKnows : demands.restrictsNetwork ? .anyoneWithin : .anyone
        context.report(
            message, at: principal.value.span,
            fix: fix(principal, statement, policy, context))
    }

    private static func fix(
        _ principal: Principal, _ statement: Statement, _ policy: Policy, _ context: RuleContext
    ) -> Fix? {
        // A token from elsewhere is nothing that a user has.
        guard statement.allows(.assumeRole) else { return nil }
        if let user = context.settings.trustedPrincipal {
            return PrincipalEditing(statement, in: policy, context.editing)
                .narrow(principal, to: user) { $0.type == .aws && $0.value.value == "*" }
                .map { Fix("trust `\(user)` instead of everyone", context.settings.effectOfTrust(in: policy), $0) }
        }
        let partition = context.document.owner.arn?.partition ?? "aws"
        let template = "arn:\(partition):iam::\(context.ownAccount ?? "ACCOUNT_ID"):user/USER_NAME"
        let edit =
            if let block = statement.principal.value, block.entries.isEmpty {
                context.editing.replace(
                    block.node, with: .object([(key: "AWS", value: .string(template))]), in: statement.node)
            } else {
                context.editing.replace(principal.value.span, withString: template)
            }
        return Fix("name the user who assumes the role", .suggestion, [edit])
    }
}

extension Message {
    fileprivate static let anyone = Message(
        "anyone with an AWS account can take this role",
        help: "name the users, roles or services that assume the role; `--trusted-user ARN` writes one",
        issue: "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL")

    fileprivate static let anyoneWhoKnows = Message(
        "anyone with an AWS account who knows the external id can take this role",
        help: "name the users or roles that assume the role, and keep the condition as a second lock",
        severity: .warning, issue: "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL")

    fileprivate static let anyoneWithin = Message(
        "anyone with an AWS account who sends from the right network can take this role",
        help: "name the users or roles that assume the role, and keep the condition as a second lock",
        severity: .warning, issue: "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL")

    fileprivate static let anyoneKnown = Message(
        "conditions alone keep strangers out of this role",
        help: "name the accounts, and keep the conditions as a second lock; AWS's own check calls `*` here an error",
        severity: .note, issue: "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL")

    fileprivate static let noService = Message(
        "`*` names no service, and AWS refuses it here",
        help: "name the services that assume the role, such as `lambda.amazonaws.com`",
        issue: "INVALID_SERVICE_PRINCIPAL_FORMAT")

    fileprivate static let noProvider = Message(
        "`*` names no identity provider, and AWS refuses it here",
        help: "name the ARN of the SAML or OpenID Connect provider whose users assume the role",
        issue: "INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY")
}
