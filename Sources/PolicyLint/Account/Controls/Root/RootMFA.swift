/// Whether root signs in with MFA, and with what kind.
enum RootMFA: Control {
    static let metadata = ControlMetadata(
        id: "root-mfa", group: .root, title: "the root user signs in with MFA",
        closes: "who learns root's password owns the account", guide: 1,
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html"),
            .securityHub("IAM.9"),
        ] + .cis("1.5", "1.5", "1.4", "2.4", "2.5"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let mfa = RootSignIn.mfa(evidence)
        let password = RootSignIn.password(evidence)
        if mfa.yes.isEmpty, mfa.no.isEmpty {
            let gap =
                evidence.credentialReport.gap("credential report")
                ?? EvidenceGap("the export does not speak of root's MFA")
            return [
                cannotTell(
                    .root, gap, next: "export the credential report and the account summary",
                    command:
                        ExportCommand.credentialReport
                )
            ]
        }
        if !mfa.yes.isEmpty, !mfa.no.isEmpty {
            let gap = EvidenceGap("two answers differ on root's MFA: one of them is older", mfa.yes + mfa.no)
            return [cannotTell(.root, gap, next: "export all of it again")]
        }
        if mfa.no.isEmpty { return [pass(.root, "root signs in with \(RootSignIn.kind(evidence))", mfa.yes)] }
        if password.yes.isEmpty, !password.no.isEmpty {
            return [pass(.root, "root has no password to sign in with", password.no)]
        }
        return [
            open(
                .root, "root signs in with a password alone", mfa.no,
                next:
                    "sign in as root, open \"Security credentials\", and assign an MFA device, preferably a passkey or security key, and a second one in another place"
            )
        ]
    }
}
