/// Whether passwords need letters of all sorts, and as many as IAM asks for by itself.
///
/// Source: IAM.7 in <https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html>.
enum PasswordStrength: Control {
    static let metadata = ControlMetadata(
        id: "password-strength", group: .credentials,
        title: "passwords need 8 letters, capital and small ones, digits and symbols",
        closes: "words of a dictionary are found by trying",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"),
            .securityHub("IAM.7"), .securityHub("IAM.10"), .securityHub("IAM.11"), .securityHub("IAM.12"),
            .securityHub("IAM.13"), .securityHub("IAM.14"),
        ], isOnlyForBenchmarks: true)

    /// How many letters a password needs where the account has no policy of its own.
    static let fewestLetters = 8

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let length = max(evidence.passwordPolicy.value?.value.minimumLength?.value ?? 0, fewestLetters)
        return lineOfPasswordPolicy(
            evidence, byDefault: "three sorts of letters are enough",
            command:
                "aws iam update-account-password-policy --minimum-password-length \(length) --require-uppercase-characters --require-lowercase-characters --require-numbers --require-symbols OTHER_OPTIONS"
        ) { policy in
            let sorts = [
                ("RequireUppercaseCharacters", policy.requiresUppercase),
                ("RequireLowercaseCharacters", policy.requiresLowercase),
                ("RequireNumbers", policy.requiresNumbers), ("RequireSymbols", policy.requiresSymbols),
            ]
            guard let lax = sorts.first(where: { $0.1?.value != true }) else {
                if let length = policy.minimumLength, length.value < fewestLetters {
                    return (
                        false, "\(length.value) letters are enough for a password",
                        Located("`MinimumPasswordLength` is \(length.value)", at: length.span)
                    )
                }
                return (true, "all four sorts of letters are needed", nil)
            }
            return (
                false, "`\(lax.0)` is not on", lax.1.map { Located("`\(lax.0)` is `\($0.value)`", at: $0.span) }
            )
        }
    }
}
