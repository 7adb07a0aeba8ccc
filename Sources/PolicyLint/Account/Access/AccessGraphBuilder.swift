/// Puts together who can become whom.
///
/// No question is asked of every pair of a user and a role. Who may assume any role that lets the account in has one
/// edge to `AccessNode.members`; of the others the roles are looked up that their policies name.
struct AccessGraphBuilder {
    /// A role that lets in all of its own account, as far as the account's own policies allow it.
    struct OpenRole {
        let node: AccessNode
        let policy: Policy
        let evidence: Evidence
    }

    let evidence: AccountEvidence
    let catalogue: ServiceCatalogue
    var graph = AccessGraph()
    /// The users and roles, in the order of their names, the users first.
    private(set) var principals: [AccessPrincipal] = []
    /// The users and roles by ARN, as positions in `principals`.
    private(set) var positions: [String: Int] = [:]
    /// The roles by name that let the account in, by ARN.
    var openRoles: [String: OpenRole] = [:]
    /// The services that some role trusts, with the roles.
    var rolesOfServices: [String: [AccessNode]] = [:]
    /// What was found of those who have the same policies, by `AccessPrincipal.key`.
    var findings: [String: PrincipalFindings] = [:]
    /// The ARNs of `openRoles` that match a pattern of somebody's policies.
    var matches: [String: [String]] = [:]
    /// How many more pairs of a user or role and a role are asked about.
    var pairsLeft = 200_000

    /// The graph of an account.
    static func build(_ evidence: AccountEvidence) -> AccessGraph {
        var builder = AccessGraphBuilder(evidence: evidence)
        builder.readPrincipals()
        for role in evidence.roles.elements where !role.isServiceLinked { builder.addTrust(of: role) }
        for principal in builder.principals { builder.addPermissions(of: principal) }
        return builder.graph
    }

    private init(evidence: AccountEvidence) {
        self.evidence = evidence
        catalogue = evidence.catalogue
    }

    private mutating func readPrincipals() {
        graph.note(evidence.users.gap("users") ?? evidence.roles.gap("roles"))
        let shelf = PolicyShelf(evidence)
        let roles = evidence.roles.elements.filter { !$0.isServiceLinked }
        for principal in evidence.users.elements.map(shelf.principal) + roles.map(shelf.principal) {
            guard let principal else {
                graph.note(EvidenceGap("the export does not tell the ARNs of all users and roles"))
                continue
            }
            graph.note(principal.gap)
            positions[principal.arn.description] = principals.count
            principals.append(principal)
        }
    }

    /// The user or role of an ARN.
    func principal(_ arn: String) -> AccessPrincipal? { positions[arn].map { principals[$0] } }

    /// All policies that have a say in what a user or role asks for.
    func layers(_ principal: AccessPrincipal?, trust: Policy? = nil) -> PolicyLayers {
        PolicyLayers(
            identity: principal?.policies.compactMap(\.policy) ?? [], resource: trust,
            boundary: principal?.boundary.policy, needsResourcePolicy: trust != nil)
    }
}
