/// Whether roles trust users, roles or providers that are not there any more.
enum GhostTrust: Control {
    static let metadata = ControlMetadata(
        id: "ghost-trust", group: .access, title: "roles trust only those who exist",
        closes: "who makes a user, role or provider of that name inherits the trust, or somebody waits for it in vain",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles"
            )
        ])

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let graph = evidence.accessGraph
        var roles: [String] = []
        for ghost in graph.ghosts where roles.last != ghost.role { roles.append(ghost.role) }
        let ghosts = Dictionary(grouping: graph.ghosts, by: \.role)
        var lines = roles.map { role in
            let found = ghosts[role] ?? []
            return open(
                .role(role), "the role trusts \(found.first?.says ?? "nobody")", found.map(\.evidence),
                next: "take it out of the trust policy",
                command:
                    "aws iam update-assume-role-policy \(ShellWord.option("role-name", role)) --policy-document file://trust.json"
            )
        }
        let unread = evidence.roles.elements.first { $0.trust == nil && !$0.isServiceLinked }
        let gap =
            evidence.roles.gap("roles") ?? evidence.users.gap("users")
            ?? unread.flatMap { $0.trustPolicy.gap("trust policy of role `\($0.name)`") }
        // What exports users and roles exports the summary, too.
        if let line = lineOfProviders(evidence, graph), gap == nil || line.outcome == .open { lines.append(line) }
        if let gap {
            lines.append(
                cannotTell(
                    .account, gap, next: "export users and roles", command: ExportCommand.authorizationDetails))
        } else if lines.isEmpty {
            lines.append(
                pass(
                    .account, "the users and roles that trust policies name are there",
                    evidence.roles.sources + evidence.users.sources))
        }
        return lines
    }

    /// What is known of the identity providers that trust policies name, and that no list tells of: the account summary
    /// counts those that are there. Deleting one leaves the trust policies as they are.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteOpenIDConnectProvider.html>.
    private static func lineOfProviders(_ evidence: AccountEvidence, _ graph: AccessGraph) -> ChecklistLine? {
        if graph.providers.isEmpty { return nil }
        let said = graph.providers.sorted { $0.key < $1.key }.flatMap(\.value)
        let named = graph.providers.count
        guard let (count, counted) = evidence.summaryEntry("Providers"), count < named else {
            return cannotTell(
                .account,
                EvidenceGap("whether the providers that roles trust are there, the export does not tell", said),
                next: "export the identity providers", command: ExportCommand.identityProviders)
        }
        return open(
            .account, "roles trust \(named) identity providers of the account, and it has \(count)", [counted] + said,
            next: "list the providers that are there, and take the others out of the trust policies",
            command: ExportCommand.identityProviders)
    }
}
