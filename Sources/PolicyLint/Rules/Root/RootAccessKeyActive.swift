/// An access key of the root user.
enum RootAccessKeyActive: Rule {
    static let metadata = RuleMetadata(
        id: "root-access-key-active", wing: .root, severity: .error,
        kinds: DocumentKinds(.credentialReport, .accountSummary),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html"),
            .securityHub("IAM.4"),
            .peer(.checkov, "CKV_AWS_348"),
        ] + .cis("1.4", "1.4", "1.3", "2.3", "2.4"))

    static func check(_ document: Document, _ context: inout RuleContext) {
        switch document.content {
        case .credentialReport(let report):
            guard let row = RootEvidence.row(report) else { return }
            for number in 1...2 {
                let column = "access_key_\(number)_active"
                guard row.flag(column) == true, let cell = row[column] else { continue }
                context.report(.active(number), at: cell.span, command: RootAccessKeys.deletion)
            }
        case .accountSummary(let summary):
            guard let (member, count) = summary.entry("AccountAccessKeysPresent"), count > 0 else { return }
            context.report(.present, at: member.value.span, command: RootAccessKeys.deletion)
        default: return
        }
    }
}

/// What closes the findings about root's access keys.
enum RootAccessKeys {
    /// Run as root in CloudShell, where the session needs no key.
    static let deletion = "aws iam list-access-keys && aws iam delete-access-key --access-key-id KEY_ID"
}

extension Message {
    fileprivate static func active(_ number: Int) -> Message {
        Message("the root user has an active access key (key \(number)), which no IAM policy restricts", help: help)
    }

    fileprivate static let present = Message(
        "the root user has an access key, which no IAM policy restricts", help: help)

    private static let help =
        "find what uses the key and give it a role; then sign in as root, open CloudShell, and delete the key there, or under \"Security credentials\""
}
