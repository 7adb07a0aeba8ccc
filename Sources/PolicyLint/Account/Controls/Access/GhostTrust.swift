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
}
