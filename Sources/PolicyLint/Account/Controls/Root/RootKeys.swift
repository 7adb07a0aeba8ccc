/// Whether root has access keys, active or not.
enum RootKeys: Control {
    static let metadata = ControlMetadata(
        id: "root-keys", group: .root, title: "the root user has no access keys",
        closes: "a leaked root key is the whole account, without MFA and without limits", guide: 3,
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html"),
            .securityHub("IAM.4"),
        ] + .cis("1.4", "1.4", "1.3", "2.3", "2.4"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        var present: [Evidence] = []
        var absent: [Evidence] = []
        if let row = evidence.rootRow {
            for number in 1...2 {
                let found = RootSignIn.credential("access_key_\(number)", row)
                present += found.present
                absent += found.absent
            }
        }
        // The summary counts active keys and inactive ones.
        if let (value, said) = evidence.summaryEntry("AccountAccessKeysPresent") {
            if value > 0 { present.append(said) } else { absent.append(said) }
        }
        if !present.isEmpty {
            return [
                open(
                    .root, "root has an access key, which no IAM policy restricts", present,
                    next:
                        "find what uses the key and give it a role; then sign in as root, open CloudShell, and delete the key there",
                    command: "aws iam list-access-keys && aws iam delete-access-key --access-key-id KEY_ID")
            ]
        }
        let isWhole = evidence.summaryEntry("AccountAccessKeysPresent") != nil || absent.count >= 2
        if isWhole { return [pass(.root, "root has no access key", absent)] }
        let gap =
            evidence.credentialReport.gap("credential report")
            ?? EvidenceGap("the credential report has no row for root")
        return [
            cannotTell(
                .root, gap, next: "export the account summary",
                command: ExportCommand.accountSummary)
        ]
    }
}
