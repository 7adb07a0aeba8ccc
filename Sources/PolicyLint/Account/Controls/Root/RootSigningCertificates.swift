/// Whether root has signing certificates, an old way to sign requests.
enum RootSigningCertificates: Control {
    static let metadata = ControlMetadata(
        id: "root-signing-certificates", group: .root, title: "the root user has no signing certificates",
        closes: "a signing certificate is a credential of root's that nobody looks after", guide: 3,
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html")
        ])

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        var present: [Evidence] = []
        var absent: [Evidence] = []
        if let row = evidence.rootRow {
            for number in 1...2 {
                // One that is not active can be switched on again.
                let found = RootSignIn.credential("cert_\(number)", row)
                present += found.present
                absent += found.absent
            }
        }
        let summary = evidence.summaryEntry("AccountSigningCertificatesPresent")
        if let (value, said) = summary { if value > 0 { present.append(said) } else { absent.append(said) } }
        if !present.isEmpty {
            return [
                open(
                    .root, "root has a signing certificate", present,
                    next: "sign in as root and delete the certificate under \"Security credentials\"",
                    command: "aws iam list-signing-certificates")
            ]
        }
        if summary != nil || absent.count == 2 {
            return [pass(.root, "root has no signing certificate", absent)]
        }
        let gap =
            evidence.summary.gap("account summary")
            ?? EvidenceGap("the account summary does not count root's certificates")
        return [cannotTell(.root, gap, next: "export the account summary", command: ExportCommand.accountSummary)]
    }
}
