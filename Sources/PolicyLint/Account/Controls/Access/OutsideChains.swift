/// What other accounts, and strangers, can become.
enum OutsideChains: Control {
    static let metadata = ControlMetadata(
        id: "outside-chains", group: .access, title: "nobody from outside becomes an administrator",
        closes: "whoever breaks into the other account has this one, too",
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html")
        ])

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let graph = evidence.accessGraph
        // The first step may take MFA, which the other account has to give; the sessions of roles carry none.
        let isUsed: (AccessEdge) -> Bool = { $0.isOpen && (!$0.takesMFA || $0.from.isOutside) }
        let ways = graph.ways(to: .administrator, along: isUsed)
        var lines: [ChecklistLine] = []
        for node in graph.sources where node.isOutside {
            let chain = AccessGraph.chain(from: node, ways)
            let direct = graph.edges(from: node)
            if !chain.isEmpty {
                let others = otherWays(beside: chain, from: node, graph, ways, along: isUsed)
                lines.append(
                    open(
                        .account, inWords(chain, others), (chain + others).flatMap(\.evidence),
                        next: node.isCrowd
                            ? "require in the trust policy the claim that tells your own tokens from all others"
                            : "give the role that lets them in the permissions that they need, and no way to others"))
            } else if node.isAnybody {
                lines.append(
                    open(
                        .account, "\(node.inWords) can assume \(inWords(direct.map(\.to.inWords)))",
                        direct.flatMap(\.evidence),
                        next: node == .anyone
                            ? "let the trust policies name the accounts that may"
                            : "require in the trust policies the claim that tells your own tokens from all others"))
            } else if graph.gap == nil, graph.doubt == nil {
                let further = graph.roles(from: node, along: isUsed)
                lines.append(
                    pass(
                        .account, "\(node.inWords) can become \(inWords(further.map { "role `\($0)`" })), and no more",
                        direct.flatMap(\.evidence)))
            }
        }
        for node in graph.sources {
            let chain = AccessGraph.chain(from: node, ways)
            let others = otherWays(beside: chain, from: node, graph, ways, along: isUsed)
            if let line = line(ofProvider: node, graph, chain, others, along: isUsed) { lines.append(line) }
        }
        let isWhole = evidence.users.isWhole && evidence.roles.isWhole
        if let gap = graph.gap ?? graph.doubt {
            lines.append(cannotTell(.account, gap, next: export, command: ExportCommand.authorizationDetails))
        } else if let role = graph.rolesOfStrangers.subtracting(graph.rolesOfOrganizations).min() {
            let gap = EvidenceGap("whom the trust policy of role `\(role)` lets in cannot be told")
            lines.append(
                isWhole
                    ? cannotTell(
                        .account, gap,
                        next: "read the trust policy, and let it name the accounts, users or roles that may come")
                    : cannotTell(.account, gap, next: export, command: ExportCommand.authorizationDetails))
        } else if !graph.rolesOfOrganizations.isEmpty {
            lines.append(ofOrganizations(graph.rolesOfOrganizations.sorted()))
        } else if lines.isEmpty {
            lines.append(pass(.account, "no role lets in anybody from outside", evidence.roles.sources))
        }
        return lines
    }

    private static let export = "export users, groups, roles and policies"

    private static func ofOrganizations(_ roles: [String]) -> ChecklistLine {
        let names = inWords(roles.map { "role `\($0)`" })
        let lets = roles.count == 1 ? "lets" : "let"
        return cannotTell(
            .account,
            EvidenceGap("\(names) \(lets) in a whole organization: which accounts it holds, the export does not tell"),
            next:
                "see in the management account which accounts those are (`aws organizations list-accounts`), and let the trust policy name the ones that come"
        )
    }

    /// The first steps by which a node comes as far as by a chain, and on other ways.
    private static func otherWays(
        beside chain: [AccessEdge], from node: AccessNode, _ graph: AccessGraph, _ ways: [AccessNode: AccessEdge],
        along isUsed: (AccessEdge) -> Bool
    ) -> [AccessEdge] {
        graph.edges(from: node).filter { edge in
            isUsed(edge) && edge.to != chain.first?.to && (edge.to == .administrator || ways[edge.to] != nil)
        }
    }

    private static func inWords(_ chain: [AccessEdge], _ others: [AccessEdge]) -> String {
        others.isEmpty ? chain.inWords : "\(chain.inWords); also through \(inWords(others.map(\.to.inWords)))"
    }

    /// What those become who sign in with an identity provider: its trust policies tell who, but not whose those are.
    private static func line(
        ofProvider node: AccessNode, _ graph: AccessGraph, _ chain: [AccessEdge], _ others: [AccessEdge],
        along isUsed: (AccessEdge) -> Bool
    ) -> ChecklistLine? {
        guard case .provider(let name) = node else { return nil }
        let said = graph.edges(from: node).flatMap(\.evidence)
        guard chain.isEmpty else {
            let (how, evidence) = (inWords(chain, others), (chain + others).flatMap(\.evidence))
            guard isShared(name) else {
                let says = "\(how): only those whom an identity provider of the account's own signs in"
                return pass(.account, says, evidence)
            }
            let says =
                "\(how): whether the tokens that the trust policy asks for are your own, the export does not tell"
            return cannotTell(
                .account, EvidenceGap(says, evidence),
                next:
                    "see that the projects or users whom the trust policy names are yours, and give the role no more than they need"
            )
        }
        if graph.gap != nil || graph.doubt != nil { return nil }
        let further = graph.roles(from: node, along: isUsed).map { "role `\($0)`" }
        return pass(.account, "\(node.inWords) can become \(inWords(further)), and no more", said)
    }

    /// Whether many who know nothing of each other get their tokens from a provider.
    private static func isShared(_ provider: String) -> Bool {
        guard let arn = AmazonResourceName(provider) else { return true }
        let (type, name) = arn.typeAndName
        return type == "oidc-provider" && WebIdentityProvider.provider(of: String(name)).isShared
    }

    private static func inWords(_ names: [String]) -> String {
        let shown = names.prefix(3).joined(separator: ", ")
        if names.isEmpty { return "no role" }
        return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
    }
}
