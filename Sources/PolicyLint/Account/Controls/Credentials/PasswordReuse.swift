/// Whether the last 24 passwords may not come back.
enum PasswordReuse: Control {
    static let metadata = ControlMetadata(
        id: "password-reuse", group: .credentials, title: "none of the last 24 passwords may come back",
        closes: "a password that leaked years ago opens the account again",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"),
            .securityHub("IAM.16"),
        ] + .cis("1.9", "1.9", "1.8", "2.8", "2.9"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        lineOfPasswordPolicy(
            evidence, byDefault: "old passwords may come back",
            command: "aws iam update-account-password-policy --password-reuse-prevention 24 OTHER_OPTIONS"
        ) { policy in
            guard let number = policy.reusePrevention else { return (false, "old passwords may come back", nil) }
            return (
                number.value >= 24, "the last \(number.value) passwords may not come back",
                Located("`PasswordReusePrevention` is \(number.value)", at: number.span)
            )
        }
    }
}
