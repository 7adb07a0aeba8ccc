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
    /// What is known of every request.
    let circumstances: AccessPassage.Circumstances
    let shelf: PolicyShelf
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
    /// The roles that let in users and roles of the account whom they do not name, each with where that is said.
    var unnamedTrusts: [(trust: Trust, evidence: Evidence)] = []
    /// The ARNs that match a pattern of somebody's policies, by what they are of.
    var targets: [AccessTarget: [String: [String]]] = [:]
    /// What users and roles may rewrite that their policies name, by ARN.
    var changes: [(node: AccessNode, changes: [String: AccessChange])] = []
    /// The ARNs of what there is in the account.
    private(set) var targetARNs: [AccessTarget: Set<String>] = [:]
    /// The users and roles as positions in `principals`.
    private(set) var nodePositions: [AccessNode: Int] = [:]
    /// How many more pairs of a user or role and a role are asked about.
    var pairsLeft = 200_000
    /// How many more times it is asked what somebody may do on something that their policies name.
    var targetsLeft = 200_000
    /// The users by name.
    private(set) lazy var users = Dictionary(
        evidence.users.elements.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// The tags of users and roles by ARN, where they are known.
    private let tags: [String: [IAMTag]]

    /// The graph of an account.
    static func build(_ evidence: AccountEvidence) -> AccessGraph {
        var builder = AccessGraphBuilder(evidence: evidence)
        builder.readPrincipals()
        for role in evidence.roles.elements where !role.isServiceLinked { builder.addTrust(of: role) }
        builder.addUnnamed()
        for principal in builder.principals { builder.addPermissions(of: principal) }
        builder.addChanges()
        return builder.graph
    }

    /// Why there may be more edges where the pairs are used up.
    static let tooMany = EvidenceGap("the account has too many users and roles to look at all pairs")

    private init(evidence: AccountEvidence) {
        self.evidence = evidence
        catalogue = evidence.catalogue
        circumstances = AccessPassage.Circumstances(now: evidence.presentOrReportTime)
        shelf = PolicyShelf(evidence)
        tags = Self.tags(evidence)
    }

    private static func tags(_ evidence: AccountEvidence) -> [String: [IAMTag]] {
        let users = evidence.users.elements.map { ($0.arn?.value.value, $0.tags) }
        let roles = evidence.roles.elements.map { ($0.arn?.value.value, $0.tags) }
        return Dictionary(
            (users + roles).compactMap { arn, tags in arn.flatMap { arn in tags.map { (arn, $0) } } },
            uniquingKeysWith: { first, _ in first })
    }

    private mutating func readPrincipals() {
        graph.note(evidence.users.gap("users") ?? evidence.roles.gap("roles"))
        let roles = evidence.roles.elements.filter { !$0.isServiceLinked }
        for principal in evidence.users.elements.map(shelf.principal) + roles.map(shelf.principal) {
            guard let principal else {
                graph.note(EvidenceGap("the export does not tell the ARNs of all users and roles"))
                continue
            }
            graph.note(principal.gap)
            positions[principal.arn.description] = principals.count
            nodePositions[principal.node] = principals.count
            principals.append(principal)
        }
        targetARNs = Self.targetARNs(evidence, principals)
    }

    /// The user or role of an ARN.
    func principal(_ arn: String) -> AccessPrincipal? { positions[arn].map { principals[$0] } }

    /// What is known of the requests of a user or role, and of the user or role on whom it does something.
    func circumstances(of principal: AccessPrincipal, on arn: String? = nil) -> AccessPassage.Circumstances {
        var circumstances = circumstances
        circumstances.tags = principal.tags
        circumstances.resourceTags = arn.flatMap { tags[$0] }
        return circumstances
    }

    /// All policies that have a say in what a user or role asks for.
    func layers(_ principal: AccessPrincipal?, trust: Policy? = nil) -> PolicyLayers {
        PolicyLayers(
            identity: principal?.policies.compactMap(\.policy) ?? [], resource: trust,
            boundary: principal?.boundary.policy, needsResourcePolicy: trust != nil)
    }
}
