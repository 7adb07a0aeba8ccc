/// Whether somebody but root can speak with AWS Support.
enum SupportRole: Control {
    static let metadata = ControlMetadata(
        id: "support-role", group: .roles, title: "a role may speak with AWS Support",
        closes: "in an emergency only root can ask for help",
        references: [
            .documentation("https://docs.aws.amazon.com/awssupport/latest/user/accessing-support.html"),
            .securityHub("IAM.18"),
        ] + .cis("1.17", "1.17", "1.16", "2.16", "2.15"), isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let (found, gap) = Attachment.all(ofPolicy: "AWSSupportAccess", evidence)
        if !found.isEmpty {
            return [pass(.account, "`AWSSupportAccess` is attached to somebody", found.map(\.evidence))]
        }
        if let gap {
            return [
                cannotTell(
                    .account, gap, next: "export users, groups, roles and policies",
                    command: ExportCommand.authorizationDetails)
            ]
        }
        return [
            open(
                .account, "`AWSSupportAccess` is attached to nobody",
                evidence.roles.sources + Attachment.listed(ofPolicy: "AWSSupportAccess", evidence),
                next: "make a role for those who work on incidents, and attach it there",
                command:
                    "aws iam attach-role-policy --role-name ROLE_NAME --policy-arn arn:aws:iam::aws:policy/AWSSupportAccess"
            )
        ]
    }
}
