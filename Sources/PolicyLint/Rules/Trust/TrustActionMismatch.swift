/// An action by which the principals beside it cannot assume a role.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-mismatched-action-for-principal>.
enum TrustActionMismatch: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-action-mismatch", wing: .trust, severity: .error, kinds: .trustPolicy,
        fixes: [.preserving, .suggestion],
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html"),
            .accessAnalyzer("MISMATCHED_ACTION_FOR_PRINCIPAL"),
            .accessAnalyzer("MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY"),
            .peer(.iamPolicyValidator, "trust_policy_validation.invalid_principal_type_for_assume_action"),
            .peer(.iamPolicyValidator, "trust_policy_validation.invalid_provider_format"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows && !statement.principals.isEmpty {
            let misfits = misfits(statement)
            for (action, named) in misfits {
                context.report(
                    .misfit(action.value, named), at: action.span, fix: fix(action, of: statement, context))
            }
            if misfits.isEmpty { checkPrincipals(statement, policy, &context) }
        }
    }

    /// The actions that no principal of the statement can use.
    private static func misfits(_ statement: Statement) -> [(Located<String>, RoleAction)] {
        statement.actions.compactMap { action in
            guard !action.value.hasWildcard, let named = RoleAction.matching(action.value).first, named.assumes,
                statement.principals.allSatisfy({ RoleAction.assuming($0).map { $0 != named } ?? false })
            else { return nil }
            return (action, named)
        }
    }

    /// Where every action has its principal, looks for a principal without its action.
    private static func checkPrincipals(_ statement: Statement, _ policy: Policy, _ context: inout RuleContext) {
        guard RoleAction.allCases.contains(where: { $0.assumes && statement.allows($0) }) else { return }
        for principal in statement.principals {
            guard let needed = RoleAction.needed(by: principal) else { continue }
            guard statement.allows(needed[0]) else {
                context.report(.shutOut(principal.value.value, needed[0]), at: principal.value.span)
                continue
            }
            // The actions that go with the first may stand in another statement for the same principal.
            let missing = needed.dropFirst().filter { action in
                !policy.statements.contains { other in
                    other.allows && other.allows(action) && other.principals.contains { $0.value == principal.value }
                }
            }
            if missing.isEmpty { continue }
            context.report(
                .incomplete(principal.value.value, missing), at: principal.value.span,
                fix: addition(of: missing, to: statement, context))
        }
    }

    /// Takes an action out that grants nothing; where nothing else is left, suggests the one that was meant.
    private static func fix(_ action: Located<String>, of statement: Statement, _ context: RuleContext) -> Fix? {
        guard let list = statement.action.value else { return nil }
        let needed = Set(statement.principals.compactMap(RoleAction.assuming))
        if needed.allSatisfy(statement.allows), let elements = list.node.array,
            let index = elements.firstIndex(where: { $0.span == action.span })
        {
            let edits = context.editing.removeElements(at: [index], of: list.node)
            return Fix("remove the action that none of these principals can use", .preserving, edits)
        }
        guard needed.count == 1, let meant = needed.first else { return nil }
        let edit = context.editing.replace(action.span, withString: meant.rawValue)
        return Fix("use `\(meant.rawValue)`", .suggestion, [edit])
    }

    private static func addition(of actions: [RoleAction], to statement: Statement, _ context: RuleContext) -> Fix? {
        guard let list = statement.action.value, list.unrecognised.isEmpty else { return nil }
        let all = list.items.map(\.value) + actions.map(\.rawValue)
        let edit = context.editing.replace(
            list.node, with: .array(all.map(JSONFragment.string)), in: statement.node)
        return Fix("allow the actions that go with it", .suggestion, [edit])
    }
}

extension Message {
    fileprivate static func misfit(_ text: String, _ action: RoleAction) -> Message {
        let users =
            switch action {
            case .assumeRoleWithSAML: "SAML providers"
            case .assumeRoleWithWebIdentity: "OpenID Connect providers"
            default: "AWS accounts, users, roles and services"
            }
        return Message(
            "`\(text)` is for \(users), of which this statement names none, so that it lets nobody in",
            help: """
                use `sts:AssumeRole` for AWS principals and services, `sts:AssumeRoleWithSAML` for SAML providers and \
                `sts:AssumeRoleWithWebIdentity` for OpenID Connect providers
                """, issue: "MISMATCHED_ACTION_FOR_PRINCIPAL")
    }

    fileprivate static func shutOut(_ principal: String, _ action: RoleAction) -> Message {
        Message(
            "no action of this statement lets `\(principal)` in, which needs `\(action.rawValue)`",
            help: "give it a statement of its own with `\(action.rawValue)`, or remove it",
            issue: "MISMATCHED_ACTION_FOR_PRINCIPAL")
    }

    fileprivate static func incomplete(_ principal: String, _ missing: [RoleAction]) -> Message {
        let names = missing.map { "`\($0.rawValue)`" }.joined(separator: " and ")
        return Message(
            "`\(principal)` cannot assume a role without \(names)", help: "allow \(names) beside `sts:AssumeRole`",
            issue: "MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY")
    }
}
