/// A service that is trusted whichever customer it acts for, although it says for whom.
enum TrustServiceConfusedDeputy: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-service-confused-deputy", wing: .trust, severity: .note, kinds: .trustPolicy,
        fixes: [.narrowing, .suggestion],
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"),
            .peer(.iamPolicyValidator, "trust_policy_validation.confused_deputy_risk"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows && statement.allows(.assumeRole) {
            for principal in statement.principals {
                guard principal.type == .service,
                    let service = SourceKeyService.service(of: principal.value.value)
                else { continue }
                let demands = RequestDemands(
                    of: statement, in: policy, principal: principal, action: RoleAction.assumeRole.rawValue)
                if demands.restrictsSource { continue }
                context.report(
                    .anyCustomer(principal.value.value), at: principal.value.span,
                    fix: fix(statement, service, context))
            }
        }
    }

    /// The own account as the only one to act for. All principals of the statement must send the key, or the
    /// condition would lock them out.
    private static func fix(_ statement: Statement, _ service: SourceKeyService, _ context: RuleContext) -> Fix? {
        let allSendKey = statement.principals.allSatisfy {
            $0.type == .service && SourceKeyService.service(of: $0.value.value) != nil
        }
        let own = service.servesOtherAccounts ? nil : context.ownAccount
        guard allSendKey,
            let edit = ConditionEditing.add(
                "StringEquals", "aws:SourceAccount", own ?? "ACCOUNT_ID", to: statement, context.editing)
        else { return nil }
        return own.map { Fix("trust the service only when it acts for account \($0)", .narrowing, [edit]) }
            ?? Fix("trust the service only when it acts for accounts you know", .suggestion, [edit])
    }
}

extension Message {
    fileprivate static func anyCustomer(_ service: String) -> Message {
        Message(
            "`\(service)` can take this role for any of its customers, not only for you",
            help: """
                require your account in `aws:SourceAccount`, or the ARN of the resource in `aws:SourceArn`; give services \
                that send neither a statement of their own
                """)
    }
}
