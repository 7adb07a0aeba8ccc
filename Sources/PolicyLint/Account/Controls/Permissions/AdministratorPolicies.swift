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
            guard GrantSketch([policy]).reachesAllServices else { return [] }
            let says = "allows every action on every resource"
            let grants = policy.statements.filter { $0.allows && $0.conditions.isEmpty }
            // A Deny beside it leaves the statement what it is.
            if let whole = grants.first(where: \.allowsEverything) {
                let isDeniedInPart = policy.statements.contains(where: \.denies)
                return [(isDeniedInPart ? says + ", but for what it denies" : says, place(of: whole))]
            }
            if let but = grants.first(where: { exceptsNothing($0, evidence.catalogue) }) {
                return [(says + ": what it excepts is no action", place(of: but))]
            }
            guard let first = grants.first, PrincipalPermissions([policy]).isAdministrator == .yes else { return [] }
            return [(says, place(of: first))]
        }
    }

    /// Whether a statement allows on every resource what is not among some actions, none of which AWS has.
    private static func exceptsNothing(_ statement: Statement, _ catalogue: ServiceCatalogue) -> Bool {
        guard let excepted = statement.notAction.value, statement.action.isAbsent else { return false }
        return statement.resources.contains { GlobPattern.isEveryResource($0.value) }
            && excepted.items.allSatisfy { catalogue.actions(matching: $0.value).isEmpty }
    }

    private static func place(of statement: Statement) -> SourceSpan {
        statement.action.member?.key.span ?? statement.notAction.member?.key.span ?? statement.node.openingBracket
    }
}
