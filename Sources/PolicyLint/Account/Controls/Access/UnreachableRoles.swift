/// Whether there are roles that nobody can assume.
enum UnreachableRoles: Control {
    static let metadata = ControlMetadata(
        id: "unreachable-roles", group: .access, title: "every role can be assumed by somebody",
        closes: "permissions lie about that nobody looks after",
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html")
        ])

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let graph = evidence.accessGraph
        if let gap = graph.gap {
            return [
                cannotTell(
                    .account, gap, next: "export users, groups, roles and policies",
                    command: ExportCommand.authorizationDetails)
            ]
        }
        let hasMembers = !graph.edges(to: .members).isEmpty
        let unreachable = evidence.roles.elements.filter { role in
            if role.isServiceLinked || graph.rolesOfStrangers.contains(role.name) { return false }
            return !graph.edges(to: .role(role.name)).contains { $0.from != .members || hasMembers }
        }
        if unreachable.isEmpty {
            return [pass(.account, "every role can be assumed by somebody", evidence.roles.sources)]
        }
        return unreachable.map { role in
            open(
                .role(role.name), "nobody can assume the role", role.trust.map { [$0.whole] } ?? [],
                next: "delete the role, or let those assume it who need it",
                command: "aws iam delete-role \(ShellWord.option("role-name", role.name))")
        }
    }
}
