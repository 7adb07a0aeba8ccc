/// A trust policy that trusts a whole account where it should name a user or a role.
enum TrustPrincipalAccountRoot: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-principal-account-root", wing: .trust, severity: .warning, kinds: .trustPolicy,
        fixes: [.narrowing, .suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts"
            ),
            .peer(.checkov, "CKV_AWS_61"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows {
            for principal in statement.principals { check(principal, statement, policy, &context) }
        }
    }

    private static func check(
        _ principal: Principal, _ statement: Statement, _ policy: Policy, _ context: inout RuleContext
    ) {
        guard case .account(let account, let partition) = principal.identity, principal.identity.account != nil,
            statement.allows(.assumeRole)
        else { return }
        // A foreign account is for its own rule: only its owner knows the users there.
        if let own = context.ownAccount, own != account { return }
        let demands = RequestDemands(
            of: statement, in: policy, principal: principal, action: RoleAction.assumeRole.rawValue)
        if demands.restrictsPrincipal { return }
        // Only an agreement with somebody else has an external id: then no user here is meant.
        if context.ownAccount == nil && demands.needsExternalID { return }
        context.report(
            context.ownAccount == nil ? .someAccount(account) : .ownAccount(account), at: principal.value.span,
            fix: fix(principal, account, partition: partition, statement, policy, context))
    }

    private static func fix(
        _ principal: Principal, _ account: String, partition: String, _ statement: Statement, _ policy: Policy,
        _ context: RuleContext
    ) -> Fix? {
        let isSameAccount: (Principal) -> Bool = { other in
            if case .account(account, _) = other.identity { true } else { false }
        }
        if let user = context.settings.trustedPrincipal, user.account == account, user.partition == partition {
            // AWS's own programs would be locked out of the roles that are theirs.
            let isMachine = context.document.owner.roleName.flatMap(MachineRole.named) != nil
            let effect = isMachine ? .suggestion : context.settings.effectOfTrust(in: policy)
            return PrincipalEditing(statement, in: policy, context.editing)
                .narrow(principal, to: user, where: isSameAccount)
                .map { Fix("trust `\(user)` instead of the whole account", effect, $0) }
        }
        let template = "arn:\(partition):iam::\(account):user/USER_NAME"
        let edit = context.editing.replace(principal.value.span, withString: template)
        return Fix("name the user who assumes the role", .suggestion, [edit])
    }
}

extension Message {
    fileprivate static func ownAccount(_ account: String) -> Message {
        Message(
            "this trusts every user and role of account \(account) that may call `sts:AssumeRole`, not only its root user",
            help: "name the one user or role who assumes the role; `--trusted-user ARN` writes it")
    }

    fileprivate static func someAccount(_ account: String) -> Message {
        Message(
            "this trusts every user and role of account \(account) that may call `sts:AssumeRole`, not only its root user",
            help: """
                name the one user or role who assumes the role (`--trusted-user ARN` writes it); if the account is not \
                yours, also require an external id or your organization: the document does not say whose it is
                """)
    }
}
