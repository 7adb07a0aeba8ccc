/// A principal of a foreign account that may assume the role without external id, organization or MFA.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html>.
enum TrustCrossAccountUnguarded: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-cross-account-unguarded", wing: .trust, severity: .warning, kinds: .trustPolicy,
        fixes: [.suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"),
            .peer(.iamPolicyValidator, "set_operator_validation.forallvalues_allow_without_null_check"),
            .peer(.iamPolicyValidator, "ifexists_condition_usage.ifexists_weakens_security_condition"),
            .peer(.cloudsplaining, "AssumableByCrossAccountPrincipal"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // Without the own account nobody can tell which accounts are foreign.
        guard let own = context.ownAccount else { return }
        for statement in policy.statements where statement.allows && statement.allows(.assumeRole) {
            for principal in statement.principals {
                guard let account = principal.identity.account, account != own else { continue }
                let demands = RequestDemands(
                    of: statement, in: policy, principal: principal, action: RoleAction.assumeRole.rawValue)
                if demands.needsExternalID || demands.restrictsOrganization || demands.needsMultiFactor { continue }
                let isWhole = if case .account = principal.identity { !demands.restrictsPrincipal } else { false }
                context.report(
                    isWhole ? .wholeAccount(account) : .oneOf(account), at: principal.value.span,
                    fix: fix(statement, own: own, context))
            }
        }
    }

    /// An external id for all principals of the statement: none of them may be one's own.
    private static func fix(_ statement: Statement, own: String, _ context: RuleContext) -> Fix? {
        let areForeign = statement.principals.allSatisfy { principal in
            principal.identity.account.map { $0 != own } ?? false
        }
        guard areForeign,
            let edit = ConditionEditing.add(
                "StringEquals", "sts:ExternalId", "EXTERNAL_ID", to: statement, context.editing)
        else { return nil }
        return Fix("require the external id agreed with the other account", .suggestion, [edit])
    }
}

extension Message {
    fileprivate static func wholeAccount(_ account: String) -> Message {
        Message(
            "anyone in the foreign account \(account) who may call `sts:AssumeRole` can take this role",
            help: """
                name a role of that account, and require what only it can show: `sts:ExternalId` for a third party, \
                `aws:PrincipalOrgID` for an account of your organization, MFA for people
                """)
    }

    fileprivate static func oneOf(_ account: String) -> Message {
        Message(
            "the foreign account \(account) can take this role without external id, organization or MFA",
            help: """
                require `sts:ExternalId` if a third party acts for several customers, or `aws:PrincipalOrgID` if the \
                account is of your organization
                """,
            severity: .note)
    }
}
