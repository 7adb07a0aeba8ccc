/// An access key of the root user that is inactive and still there.
enum RootAccessKeyInactive: CredentialReportRule {
    static let metadata = RuleMetadata(
        id: "root-access-key-inactive", wing: .root, severity: .warning, kinds: DocumentKinds(.credentialReport),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html"),
            .securityHub("IAM.4"),
            .peer(.checkov, "CKV_AWS_348"),
        ] + .cis("1.4", "1.4", "1.3", "2.3", "2.4"))

    static func check(_ report: CredentialReport, _ context: inout RuleContext) {
        guard let row = RootEvidence.row(report) else { return }
        for number in 1...2 {
            let prefix = "access_key_\(number)_"
            // A key that was never made has no date.
            guard row.flag(prefix + "active") == false, let date = row.date(prefix + "last_rotated"),
                let cell = row[prefix + "last_rotated"]
            else { continue }
            context.report(.inactive(number, date), at: cell.span, command: RootAccessKeys.deletion)
        }
    }
}

extension Message {
    fileprivate static func inactive(_ number: Int, _ date: Timestamp) -> Message {
        Message(
            "the root user has an inactive access key (key \(number), of \(date)), which one click makes active again",
            help: "sign in as root, open CloudShell, and delete the key there, or under \"Security credentials\"")
    }
}
