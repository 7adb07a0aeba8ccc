extension Control {
    /// The line of the account's password policy. Without one, AWS's default holds: eight letters of three sorts, and
    /// old passwords may come back.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html>.
    static func lineOfPasswordPolicy(
        _ evidence: AccountEvidence, byDefault: String, command: String,
        _ check: (PasswordPolicy) -> (isFine: Bool, says: String, place: Located<String>?)
    ) -> [ChecklistLine] {
        let next = "set it in the account's password policy, together with all that is to stay as it is"
        switch evidence.passwordPolicy {
        case .value(let policy):
            let found = check(policy.value)
            let said = [
                policy.evidence(found.place?.value ?? "the password policy", at: found.place?.span ?? policy.value.span)
            ]
            return [
                found.isFine
                    ? pass(.account, found.says, said)
                    : open(.account, found.says, said, next: next, command: command)
            ]
        case .absent(let said):
            return [
                open(
                    .account, "the account has no password policy of its own: \(byDefault)", [said], next: next,
                    command: command)
            ]
        case .refused, .contradictory, .unknown:
            return [
                cannotTell(
                    .account,
                    evidence.passwordPolicy.gap("password policy") ?? EvidenceGap("the export does not tell"),
                    next: "export the password policy",
                    command: "aws iam get-account-password-policy > get-account-password-policy.json")
            ]
        }
    }
}
