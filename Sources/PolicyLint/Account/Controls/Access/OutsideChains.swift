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
                lines.append(
                    open(
                        .account, chain.inWords, chain.flatMap(\.evidence),
                        next: "give the role that lets them in the permissions that they need, and no way to others"))
            } else if node == .anyone {
                lines.append(
                    open(
                        .account, "anyone can assume \(inWords(direct.map(\.to.inWords)))", direct.flatMap(\.evidence),
                        next: "let the trust policies name the accounts that may"))
            } else if graph.gap == nil {
                let further = graph.roles(from: node, along: isUsed)
                lines.append(
                    pass(
                        .account, "\(node.inWords) can become \(inWords(further.map { "role `\($0)`" })), and no more",
                        direct.flatMap(\.evidence)))
            }
        }
        let gap =
            graph.gap
            ?? graph.rolesOfStrangers.sorted().first.map {
                EvidenceGap("whom the trust policy of role `\($0)` lets in cannot be told")
            }
        if let gap {
            lines.append(
                cannotTell(
                    .account, gap, next: "export users, groups, roles and policies",
                    command: ExportCommand.authorizationDetails))
        } else if lines.isEmpty {
            lines.append(pass(.account, "no role lets in anybody from outside", evidence.roles.sources))
        }
        return lines
    }

    private static func inWords(_ names: [String]) -> String {
        let shown = names.prefix(3).joined(separator: ", ")
        if names.isEmpty { return "no role" }
        return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
    }
}
