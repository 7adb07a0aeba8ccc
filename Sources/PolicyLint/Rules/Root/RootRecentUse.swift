/// A root user who was used of late.
enum RootRecentUse: CredentialReportRule {
    static let metadata = RuleMetadata(
        id: "root-recent-use", wing: .root, severity: .warning, kinds: DocumentKinds(.credentialReport),
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html"),
            .securityHub("IAM.20"),
        ] + .cis("1.7", "1.7", "1.6", "2.6", "2.7"))

    /// Days within which a use is recent. The benchmarks give no number; three months is their usual
    /// span of review.
    static let recentDays = 90

    static func check(_ report: CredentialReport, _ context: inout RuleContext) {
        guard let now = context.settings.day(of: report), let row = RootEvidence.row(report) else { return }
        let columns = [
            ("password_last_used", "password"), ("access_key_1_last_used_date", "access key 1"),
            ("access_key_2_last_used_date", "access key 2"),
        ]
        for (column, what) in columns {
            guard let date = row.date(column), let cell = row[column] else { continue }
            let days = now.days(since: date)
            if days > recentDays || days < -1 { continue }
            context.report(.used(what, max(0, days)), at: cell.span)
        }
    }
}

extension Message {
    fileprivate static func used(_ what: String, _ days: Int) -> Message {
        let time = days == 0 ? "within the last day" : days == 1 ? "1 day ago" : "\(days) days ago"
        return Message(
            "the root user's \(what) was used \(time)",
            help: "use root only for the few tasks that need it; for all others sign in as a user or role of your own")
    }
}
