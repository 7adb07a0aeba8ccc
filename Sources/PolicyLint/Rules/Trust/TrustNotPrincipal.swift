/// `NotPrincipal` in a trust policy, where AWS does not take it.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html>.
enum TrustNotPrincipal: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-not-principal", wing: .trust, severity: .error, kinds: .trustPolicy,
        fixes: [.narrowing, .suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html"),
            .accessAnalyzer("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL"),
            .peer(.parliament, "NOTPRINCIPAL_WITH_ALLOW"),
            .peer(.iamPolicyValidator, "policy_structure.principal_conflict"),
            .peer(.iamPolicyValidator, "policy_type_validation.invalid_not_principal"),
            .peer(.iamPolicyValidator, "not_principal_validation.not_principal_with_allow"),
            .peer(.iamPolicyValidator, "policy_type_validation.missing_principal"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements {
            guard let member = statement.notPrincipal.member else { continue }
            let effect = context.settings.effectOfTrust(in: policy)
            context.report(
                statement.denies ? .denied : .allowed, at: member.key.span,
                fix: fix(member, statement, effect, context))
        }
    }

    /// The one user who is meant in the place of everyone but a few. A Deny cannot be turned round like that.
    private static func fix(
        _ member: JSONMember, _ statement: Statement, _ effect: Fix.Effect, _ context: RuleContext
    ) -> Fix? {
        guard statement.allows, statement.principal.isAbsent else { return nil }
        if let user = context.settings.trustedPrincipal, let excluded = statement.notPrincipal.value,
            !excluded.principals.contains(where: { excludes($0, user) })
        {
            return Fix("trust `\(user)` alone", effect, edits(member, statement, user.description, context))
        }
        let template = "arn:aws:iam::\(context.ownAccount ?? "ACCOUNT_ID"):user/USER_NAME"
        return Fix("name the user who assumes the role", .suggestion, edits(member, statement, template, context))
    }

    private static func excludes(_ principal: Principal, _ user: AmazonResourceName) -> Bool {
        if principal.value.value == user.description || principal.value.value == "*" { return true }
        guard case .account(let account, _) = principal.identity else { return false }
        return account == user.account
    }

    private static func edits(
        _ member: JSONMember, _ statement: Statement, _ arn: String, _ context: RuleContext
    ) -> [TextEdit] {
        let value = JSONFragment.object([(key: "AWS", value: .string(arn))])
        return [
            context.editing.rename(member, to: "Principal"),
            context.editing.replace(member.value, with: value, in: statement.node),
        ]
    }
}

extension Message {
    fileprivate static let allowed = Message(
        "AWS refuses `NotPrincipal` in a trust policy; it would trust everyone else in the world",
        help: "use `Principal`, and name those who assume the role; `--trusted-user ARN` writes one")

    fileprivate static let denied = Message(
        "AWS refuses `NotPrincipal` in a trust policy",
        help: "deny `\"Principal\": \"*\"`, and except the few with `ArnNotLike` on `aws:PrincipalArn`")
}
