/// Whether root's MFA cannot be copied.
enum RootMFAHardware: Control {
    static let metadata = ControlMetadata(
        id: "root-mfa-hardware", group: .root, title: "the root user's MFA device is hardware or a passkey",
        closes: "the secret of a virtual device can be copied from the phone or computer it lies on",
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html"),
            .securityHub("IAM.6"),
        ] + .cis("1.6", "1.6", "1.5", "2.5", "2.6"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let virtual = RootSignIn.virtualDevices(evidence)
        let mfa = RootSignIn.mfa(evidence)
        let password = RootSignIn.password(evidence)
        if !virtual.isEmpty {
            return [
                open(
                    .root, "root's MFA device is virtual", virtual,
                    next:
                        "sign in as root, add a passkey or a security key under \"Security credentials\", then remove the virtual device"
                )
            ]
        }
        if mfa.yes.isEmpty, !mfa.no.isEmpty {
            if password.yes.isEmpty, !password.no.isEmpty {
                return [pass(.root, "root has no password to sign in with", password.no)]
            }
            return [
                open(
                    .root, "root has no MFA device at all", mfa.no,
                    next: "sign in as root and add a passkey or a security key under \"Security credentials\"")
            ]
        }
        if !mfa.yes.isEmpty, mfa.no.isEmpty, evidence.virtualDevices.isWhole {
            return [
                pass(
                    .root, "root has MFA, and none of the virtual devices is root's",
                    mfa.yes + evidence.virtualDevices.sources)
            ]
        }
        return [unknown(evidence, mfa.yes, mfa.no)]
    }

    private static func unknown(_ evidence: AccountEvidence, _ yes: [Evidence], _ no: [Evidence]) -> ChecklistLine {
        if !yes.isEmpty, !no.isEmpty {
            let gap = EvidenceGap("two answers differ on root's MFA: one of them is older", yes + no)
            return cannotTell(.root, gap, next: "export all of it again")
        }
        if let gap = evidence.virtualDevices.gap("virtual MFA devices") {
            return cannotTell(
                .root, gap, next: "export the virtual MFA devices",
                command: "aws iam list-virtual-mfa-devices > list-virtual-mfa-devices.json")
        }
        return cannotTell(
            .root, EvidenceGap("the export does not tell of root's MFA"), next: "export the account summary",
            command: ExportCommand.accountSummary)
    }
}
