/// A root user who signs in with a password alone.
enum RootMFAMissing: Rule {
    static let metadata = RuleMetadata(
        id: "root-mfa-missing", wing: .root, severity: .error, kinds: DocumentKinds(.credentialReport, .accountSummary),
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html"),
            .securityHub("IAM.9"),
        ] + .cis("1.5", "1.5", "1.4", "2.4", "2.5"))

    static func check(_ document: Document, _ context: inout RuleContext) {
        switch document.content {
        case .credentialReport(let report):
            // `false` for the password: it was removed centrally, and there is nothing to protect.
            // `not_supported` is how reports write the password that root has.
            guard let row = RootEvidence.row(report), row.flag("mfa_active") == false, let cell = row["mfa_active"],
                let password = row["password_enabled"]?.value,
                ["true", "not_supported"].contains(where: { $0.equalsIgnoringCase(password) })
            else { return }
            context.report(.missing, at: cell.span)
        case .accountSummary(let summary):
            // Without the entry nobody can tell whether root has a password.
            guard let (member, enabled) = summary.entry("AccountMFAEnabled"), enabled == 0,
                let (_, password) = summary.entry("AccountPasswordPresent"), password > 0
            else { return }
            context.report(.missing, at: member.value.span)
        default: return
        }
    }
}

extension Message {
    fileprivate static let missing = Message(
        "the root user signs in with a password alone: who learns it owns the account",
        help:
            "sign in as root, open \"Security credentials\", and assign an MFA device, preferably a passkey or security key, and a second one in another place"
    )
}
