/// A user who signs in to the console with a password alone.
enum ConsoleUserMFAMissing: CredentialReportRule {
    static let metadata = RuleMetadata(
        id: "console-user-mfa-missing", wing: .credentials, severity: .warning, kinds: DocumentKinds(.credentialReport),
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable.html"),
            .securityHub("IAM.5"), .securityHub("IAM.19"),
        ] + .cis("1.10", "1.10", "1.9", "2.9", "2.10"))

    static func check(_ report: CredentialReport, _ context: inout RuleContext) {
        for row in report.rows where !row.isRoot {
            guard row.flag("password_enabled") == true, row.flag("mfa_active") == false, let cell = row["mfa_active"]
            else { continue }
            context.report(.missing(ReportUser(row).shown), at: cell.span)
        }
    }
}

extension Message {
    fileprivate static func missing(_ user: String) -> Message {
        Message(
            "`\(user)` signs in to the console with a password alone",
            help: "have them add a passkey or another MFA device under \"Security credentials\" in the console")
    }
}
