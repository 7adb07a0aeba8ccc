/// Whether users have permissions by their groups only.
enum PermissionsByGroup: Control {
    static let metadata = ControlMetadata(
        id: "permissions-by-group", group: .users, title: "users have their permissions by groups only",
        closes: "what is attached to one user is forgotten when the user's work changes",
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"),
            .securityHub("IAM.2"),
        ] + .cis("1.15", "1.15", "1.14", "2.14", "2.13"), isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfUsers(evidence) { user in
            let (policies, subject) = (user.policies, Subject.user(user.name))
            let own =
                policies.inline.elements.map(\.named)
                + policies.attached.elements.map { attached in
                    attached.evidence(
                        "policy `\(attached.value.name?.value ?? "")` is attached to the user", at: attached.value.span)
                }
            if !own.isEmpty {
                return open(
                    subject, "the user has policies that no group gives", own,
                    next: "give the policies to a group, and put the user into it",
                    command:
                        "aws iam add-user-to-group \(ShellWord.option("user-name", user.name)) --group-name GROUP_NAME"
                )
            }
            if let gap = policies.inline.gap("inline policies of the user")
                ?? policies.attached.gap("managed policies of the user")
            {
                return cannotTell(
                    subject, gap, next: "export users, groups and policies",
                    command: ExportCommand.authorizationDetails)
            }
            return pass(
                subject, "nothing is attached to the user",
                user.details.prefix(1).map { $0.evidence("the user", at: $0.value.name.span) })
        }
    }
}
