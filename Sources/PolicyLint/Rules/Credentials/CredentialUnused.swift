/// A password or an access key that nobody used for a long time.
enum CredentialUnused: CredentialReportRule {
    static let metadata = RuleMetadata(
        id: "credential-unused", wing: .credentials, severity: .warning, kinds: DocumentKinds(.credentialReport),
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html"),
            .securityHub("IAM.22"), .securityHub("IAM.8"),
        ] + .cis("1.12", "1.12", "1.11", "2.11", "2.11"))

    static func check(_ report: CredentialReport, _ context: inout RuleContext) {
        guard let now = context.settings.day(of: report) else { return }
        for row in report.rows where !row.isRoot {
            checkPassword(row, now, &context)
            for number in 1...2 { checkKey(row, number, now, &context) }
        }
    }

    private static func checkPassword(_ row: CredentialReport.Row, _ now: Timestamp, _ context: inout RuleContext) {
        guard row.flag("password_enabled") == true else { return }
        let user = ReportUser(row)
        check(
            row, used: "password_last_used", made: "password_last_changed", "the console password", now,
            command: "aws iam delete-login-profile \(user.option)", &context)
    }

    private static func checkKey(
        _ row: CredentialReport.Row, _ number: Int, _ now: Timestamp, _ context: inout RuleContext
    ) {
        let prefix = "access_key_\(number)_"
        guard row.flag(prefix + "active") == true else { return }
        let user = ReportUser(row)
        check(
            row, used: prefix + "last_used_date", made: prefix + "last_rotated", "access key \(number)", now,
            command: "aws iam update-access-key \(user.option) --access-key-id KEY_ID --status Inactive",
            &context)
    }

    /// A credential counts from its last use, or from when it was made if that is later: a new one
    /// could not be used before.
    private static func check(
        _ row: CredentialReport.Row, used: String, made: String, _ what: String, _ now: Timestamp, command: String,
        _ context: inout RuleContext
    ) {
        guard let cell = row[used] else { return }
        let lastUse = row.date(used)
        // Anything but a date and AWS's words for "never" proves nothing.
        guard lastUse != nil || never.contains(where: { $0.equalsIgnoringCase(cell.value) }) else { return }
        guard let since = [lastUse, row.date(made)].compactMap({ $0 }).max() else { return }
        let days = now.days(since: since)
        if days <= context.settings.unusedCredentialAge { return }
        let user = ReportUser(row).shown
        context.report(
            lastUse == nil ? .neverUsed(user, what, days) : .unused(user, what, days), at: cell.span, command: command)
    }

    private static let never = ["N/A", "no_information"]
}

extension Message {
    fileprivate static func unused(_ user: String, _ what: String, _ days: Int) -> Message {
        Message(
            "\(what) of `\(user)` has not been used for \(days) days",
            help: "deactivate it, and delete it when nobody misses it")
    }

    fileprivate static func neverUsed(_ user: String, _ what: String, _ days: Int) -> Message {
        Message(
            "\(what) of `\(user)` has never been used in the \(days) days since it was made",
            help: "delete it; whoever needs it later can have a new one")
    }
}
