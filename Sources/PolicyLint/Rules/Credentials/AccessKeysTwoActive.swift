/// A user with two active access keys.
enum AccessKeysTwoActive: CredentialReportRule {
    static let metadata = RuleMetadata(
        id: "access-keys-two-active", wing: .credentials, severity: .warning, kinds: DocumentKinds(.credentialReport),
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html")
        ] + .cis("1.13", "1.13", "1.12", "2.12", nil))

    static func check(_ report: CredentialReport, _ context: inout RuleContext) {
        for row in report.rows where !row.isRoot {
            guard row.flag("access_key_1_active") == true, row.flag("access_key_2_active") == true,
                let second = row["access_key_2_active"]
            else { continue }
            let user = ReportUser(row)
            context.report(
                .two(user.shown), at: second.span,
                command:
                    "aws iam update-access-key \(user.option) --access-key-id KEY_ID --status Inactive")
        }
    }
}

extension Message {
    fileprivate static func two(_ user: String) -> Message {
        Message(
            "`\(user)` has two active access keys",
            help:
                "the second is there to change over from one key to the next; deactivate the older one, and delete it when nothing misses it"
        )
    }
}
