/// An active access key that was not replaced for a long time.
enum AccessKeyAge: CredentialReportRule {
    static let metadata = RuleMetadata(
        id: "access-key-age", wing: .credentials, severity: .warning, kinds: DocumentKinds(.credentialReport),
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html"),
            .securityHub("IAM.3"),
        ] + .cis("1.14", "1.14", "1.13", "2.13", "2.12"))

    static func check(_ report: CredentialReport, _ context: inout RuleContext) {
        guard let now = context.settings.day(of: report) else { return }
        for row in report.rows where !row.isRoot {
            for number in 1...2 where row.flag("access_key_\(number)_active") == true {
                let column = "access_key_\(number)_last_rotated"
                guard let cell = row[column], let date = row.date(column) else { continue }
                let age = now.days(since: date)
                if age <= context.settings.accessKeyMaximumAge { continue }
                let user = ReportUser(row)
                context.report(
                    .old(user.shown, number, age, context.settings.accessKeyMaximumAge), at: cell.span,
                    command:
                        "aws iam update-access-key \(user.option) --access-key-id KEY_ID --status Inactive"
                )
            }
        }
    }
}

extension Message {
    fileprivate static func old(_ user: String, _ number: Int, _ age: Int, _ limit: Int) -> Message {
        Message(
            "access key \(number) of `\(user)` is \(age) days old, more than \(limit)",
            help:
                "better than a new key is none: let people use `aws login` or IAM Identity Center and software use roles; else create a new key, change over to it, deactivate this one, and delete it"
        )
    }
}
