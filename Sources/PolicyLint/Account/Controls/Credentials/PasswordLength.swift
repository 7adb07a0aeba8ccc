/// Whether passwords have fourteen letters at least.
enum PasswordLength: Control {
    static let metadata = ControlMetadata(
        id: "password-length", group: .credentials, title: "passwords have at least 14 letters",
        closes: "short passwords are found by trying",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"),
            .securityHub("IAM.15"),
        ] + .cis("1.8", "1.8", "1.7", "2.7", "2.8"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        lineOfPasswordPolicy(
            evidence, byDefault: "8 letters are enough",
            command: "aws iam update-account-password-policy --minimum-password-length 14 OTHER_OPTIONS"
        ) { policy in
            let length = policy.minimumLength
            return (
                length?.value ?? 0 >= 14, "\(length?.value ?? 6) letters are enough for a password",
                length.map { Located("`MinimumPasswordLength` is \($0.value)", at: $0.span) }
            )
        }
    }
}
