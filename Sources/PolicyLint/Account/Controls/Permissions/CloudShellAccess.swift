/// Whether somebody has all of AWS CloudShell.
enum CloudShellAccess: Control {
    static let metadata = ControlMetadata(
        id: "cloud-shell-access", group: .permissions, title: "nobody has AWSCloudShellFullAccess",
        closes: "files leave the account through the shell in the browser",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCloudShellFullAccess.html"),
            .securityHub("IAM.27"),
        ] + .cis("1.22", "1.22", "1.21", "2.21", "2.20"), isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let (found, gap) = Attachment.all(ofPolicy: "AWSCloudShellFullAccess", evidence)
        var lines = found.map { attachment in
            open(
                attachment.subject, "`AWSCloudShellFullAccess` is attached", [attachment.evidence],
                next: "attach a policy of your own that leaves out uploading and downloading files")
        }
        if let gap {
            lines.append(
                cannotTell(
                    .account, gap, next: "export users, groups, roles and policies",
                    command: ExportCommand.authorizationDetails))
        } else if lines.isEmpty {
            lines.append(
                pass(
                    .account, "`AWSCloudShellFullAccess` is attached to nobody",
                    evidence.users.sources + Attachment.listed(ofPolicy: "AWSCloudShellFullAccess", evidence)))
        }
        return lines
    }
}
