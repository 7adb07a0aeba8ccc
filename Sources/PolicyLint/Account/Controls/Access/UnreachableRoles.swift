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
                next:
                    "let those assume the role who need it, or delete it: its policies, and the instance profiles that it is in, must go before it",
                command: deletion(of: role))
        }
    }

    /// AWS deletes no role that policies are attached to, or that is in an instance profile.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html>.
    private static func deletion(of role: RoleEvidence) -> String {
        let name = ShellWord.option("role-name", role.name)
        let attached = role.policies.attached.elements.compactMap(\.value.arn?.value).map {
            "aws iam detach-role-policy \(name) \(ShellWord.option("policy-arn", $0))"
        }
        let inline = role.policies.inline.elements.compactMap(\.name).map {
            "aws iam delete-role-policy \(name) \(ShellWord.option("policy-name", $0))"
        }
        return (attached + inline + ["aws iam delete-role \(name)"]).joined(separator: " && ")
    }
}
