/// Whether policies of the account's own allow everything. AWS's `AdministratorAccess` is not among them: who holds it
/// is asked elsewhere.
enum AdministratorPolicies: Control {
    static let metadata = ControlMetadata(
        id: "administrator-policies", group: .permissions, title: "no policy of the account's own allows everything",
        closes: "administrators that no list of administrators shows",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"),
            .securityHub("IAM.1"),
        ] + .cis("1.16", "1.16", "1.15", "2.15", "2.14"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        lines(
            of: OwnPolicies(evidence), nothing: "none of the account's own policies allows everything",
            next:
                "list the actions and resources that are needed; give AdministratorAccess to one role that requires MFA"
        ) { policy in
            guard GrantSketch([policy]).reachesAllServices, PrincipalPermissions([policy]).isAdministrator == .yes,
                let statement = policy.statements.first(where: { $0.allows && $0.conditions.isEmpty })
            else { return [] }
            let whole = policy.statements.first { $0.allowsEverything && $0.conditions.isEmpty } ?? statement
            let place = whole.action.member?.key.span ?? whole.notAction.member?.key.span
            return [("allows every action on every resource", place ?? whole.node.openingBracket)]
        }
    }
}
