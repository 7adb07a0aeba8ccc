/// A trust policy that trusts a whole account where it should name a user or a role.
enum TrustPrincipalAccountRoot: StatementRule {
    static let metadata = RuleMetadata(
        id: "trust-principal-account-root", wing: .trust, severity: .warning, kinds: .trustPolicy,
        fixes: [.narrowing, .suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html")
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.allows else { return }
        for principal in statement.principals {
            guard case .account(let account, let partition) = principal.identity else { continue }
            // A foreign account is for its own rule: only its owner knows the users there.
            if let own = context.ownAccount, own != account { continue }
            context.report(
                .accountRoot(account), at: principal.value.span,
                fix: fix(principal, account: account, partition: partition, context))
        }
    }

    private static func fix(
        _ principal: Principal, account: String, partition: String, _ context: RuleContext
    ) -> Fix {
        if let user = context.settings.trustedUser, user.account == account {
            let edit = context.editing.replace(principal.value.span, withString: user.description)
            return Fix("trust `\(user)` instead of the whole account", .narrowing, [edit])
        }
        let template = "arn:\(partition):iam::\(account):user/USER_NAME"
        let edit = context.editing.replace(principal.value.span, withString: template)
        return Fix("name the user who assumes the role", .suggestion, [edit])
    }
}

extension Message {
    fileprivate static func accountRoot(_ account: String) -> Message {
        Message(
            "this trusts every user and role of account \(account) that may call `sts:AssumeRole`, not only its root user",
            help: "name the one user or role who assumes the role; `--trusted-user ARN` writes it")
    }
}
