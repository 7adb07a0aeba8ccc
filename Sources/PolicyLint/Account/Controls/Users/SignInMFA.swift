/// Whether the people who sign in as users do so with MFA.
enum SignInMFA: Control {
    static let metadata = ControlMetadata(
        id: "sign-in-mfa", group: .users, title: "users sign in with MFA",
        closes: "who learns a password is in", guide: 3,
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html"),
            .securityHub("IAM.5"),
        ] + .cis("1.10", "1.10", "1.9", "2.9", "2.10"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let users = SignIn.users(evidence)
        var lines = users.map { check($0) }
        // Where nobody is known to sign in, one line speaks of all.
        if !lines.isEmpty { lines += SignIn.perhapsUsers(evidence, besides: users).map(perhaps) }
        if let gap = evidence.users.gap("users") {
            lines.append(
                cannotTell(
                    .account, gap, next: "export the credential report", command: ExportCommand.credentialReport))
        } else if lines.isEmpty {
            lines.append(nobody(evidence))
        }
        return lines
    }

    /// The line of a user of whom it is not known whether they sign in.
    private static func perhaps(_ user: UserEvidence) -> ChecklistLine {
        let line = check(user)
        return line.outcome == .pass ? line : needsReport(line.subject, .unknownPassword)
    }

    private static func check(_ user: UserEvidence) -> ChecklistLine {
        let subject = Subject.user(user.name)
        let mfa = user.mfa
        if !mfa.yes.isEmpty, mfa.no.isEmpty { return pass(subject, "the user has an MFA device", mfa.yes) }
        if mfa.yes.isEmpty, !mfa.no.isEmpty, user.password.yes.isEmpty, !user.password.no.isEmpty {
            // `enable-mfa-device` takes the serial number that `create-virtual-mfa-device` answers.
            return open(
                subject, "the user has no MFA device, and no password to assign one with",
                mfa.no + user.password.no.prefix(1),
                next:
                    "let an administrator make a virtual device, and enable it with two codes that follow each other; a program that cannot give codes takes a role of a service or of a workload instead",
                command: "aws iam create-virtual-mfa-device \(ShellWord.option("virtual-mfa-device-name", user.name)) "
                    + "--bootstrap-method QRCodePNG --outfile QRCode.png; "
                    + "aws iam enable-mfa-device \(ShellWord.option("user-name", user.name)) --serial-number SERIAL_NUMBER "
                    + "--authentication-code1 CODE --authentication-code2 CODE")
        }
        if mfa.yes.isEmpty, !mfa.no.isEmpty {
            return open(
                subject, "the user has no MFA device", mfa.no + user.password.yes.prefix(1),
                next: "sign in as the user and assign an MFA device under \"Security credentials\"")
        }
        let gap =
            mfa.yes.isEmpty
            ? user.foreignDevices.map { EvidenceGap("the MFA devices in the user's folder are another user's", [$0]) }
                ?? EvidenceGap("the export does not speak of the user's MFA")
            : EvidenceGap("two answers differ on the user's MFA: one of them is older", mfa.yes + mfa.no)
        return cannotTell(
            subject, gap, next: "export the user's MFA devices",
            command: ExportCommand.answer("list-mfa-devices", ofUser: user.name))
    }

    /// The users are known, and none of them signs in.
    private static func nobody(_ evidence: AccountEvidence) -> ChecklistLine {
        let passwords = evidence.users.elements.map(\.password)
        if passwords.contains(where: { $0.no.isEmpty }) {
            return cannotTell(
                .account, EvidenceGap("the export does not tell which users have a password"),
                next: "export the credential report", command: ExportCommand.credentialReport)
        }
        if let place = SignIn.elsewhere(evidence) {
            return pass(
                .account, "no user has a password; people sign in through \(place.name)",
                [place.evidence] + passwords.flatMap(\.no))
        }
        return open(
            .account, "nobody but root can sign in: no user has a password",
            evidence.users.sources + passwords.flatMap(\.no),
            next: "make a user to sign in as, or set up IAM Identity Center",
            command: "aws iam create-user --user-name USER_NAME")
    }
}
