/// A resource policy that lets in other accounts than the resource's own.
enum CrossAccountAccess: PolicyRule {
    static let metadata = RuleMetadata(
        id: "cross-account-access", wing: .exposure, severity: .note, kinds: DocumentKinds(.resourcePolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html"
            ),
            .securityHub("S3.6"),
            .peer(.checkov, "CKV_AWS_385"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        guard let own = context.ownAccount else { return }
        var found: [(account: String, place: SourceSpan)] = []
        for statement in policy.statements where statement.allows {
            guard let action = statement.actions.first else { continue }
            for principal in statement.principals {
                guard let account = principal.identity.account, account != own,
                    LogDeliveryAccount.region(of: account) == nil
                else { continue }
                let demands = RequestDemands(
                    of: statement, in: policy, principal: principal, action: action.value, caller: .iamPrincipal)
                if demands.restrictsOrganization { continue }
                found.append((account, principal.value.span))
            }
        }
        guard let first = found.first else { return }
        var accounts: [String] = []
        for item in found where !accounts.contains(item.account) { accounts.append(item.account) }
        context.report(
            .otherAccounts(accounts, own), at: first.place,
            related: found.dropFirst().map { Diagnostic.Related("account \($0.account) is let in here", at: $0.place) })
    }
}

extension Message {
    fileprivate static func otherAccounts(_ accounts: [String], _ own: String) -> Message {
        let shown = accounts.prefix(3).joined(separator: ", ")
        let more = accounts.count > 3 ? " and \(accounts.count - 3) more" : ""
        let noun = accounts.count > 1 ? "accounts \(shown)\(more)" : "account \(shown)"
        return Message(
            "\(noun) may use this resource, which belongs to account \(own)",
            help: "make sure that you know them; if all belong to your organization, say so with `aws:PrincipalOrgID`")
    }
}
