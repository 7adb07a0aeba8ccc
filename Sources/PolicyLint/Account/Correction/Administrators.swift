/// The users and roles of an account that may certainly do everything: a policy allows it, none denies anything, and
/// nothing bounds it. Where the export does not hold a policy that may deny something, nobody can be certain.
struct Administrators {
    private let shelf: PolicyShelf

    /// The administrators of an account.
    init(_ evidence: AccountEvidence) { shelf = PolicyShelf(evidence) }

    /// Whether a user is one, with the policies of the groups.
    func contains(_ user: UserEvidence) -> Bool {
        user.policies.boundary == nil && holdsEverything(shelf.principal(user))
    }

    /// Whether a role is one.
    func contains(_ role: RoleEvidence) -> Bool {
        role.policies.boundary == nil && holdsEverything(shelf.principal(role))
    }

    /// Whether a user can certainly assume a role with MFA by its trust policy, whatever the user's policies deny.
    func lets(_ user: UserEvidence, assume role: RoleEvidence) -> Bool {
        guard let principal = shelf.principal(user), !principal.isLimitedByUnknowns, let trust = role.trust?.policy,
            trust.unrecognisedStatements.isEmpty, let arn = role.arn?.value.value
        else { return false }
        let layers = PolicyLayers(
            identity: principal.policies.compactMap(\.policy), resource: trust, boundary: principal.boundary.policy,
            needsResourcePolicy: true)
        return AccessPassage(layers, RoleAction.assumeRole.rawValue, on: arn, by: principal.caller).withMFA == .yes
    }

    private func holdsEverything(_ principal: AccessPrincipal?) -> Bool {
        guard let principal, !principal.isLimitedByUnknowns else { return false }
        let policies = principal.policies.compactMap(\.policy)
        return policies.allSatisfy(\.deniesNothing) && policies.contains(where: \.allowsEverything)
    }
}

extension Policy {
    /// Whether every statement was understood, and none denies anything.
    var deniesNothing: Bool { unrecognisedStatements.isEmpty && statements.allSatisfy(\.allows) }

    /// Whether a statement allows every action on every resource, and none denies anything.
    fileprivate var allowsEverything: Bool {
        deniesNothing
            && statements.contains { statement in
                if case .absent = statement.condition {
                    return statement.actions.contains { $0.value == "*" }
                        && statement.resources.contains { $0.value == "*" }
                }
                return false
            }
    }
}
