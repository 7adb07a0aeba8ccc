extension PasswordStrength: PasswordPolicyControl {
    static func amend(_ policy: inout PasswordPolicySettings) {
        policy.minimumLength = max(policy.minimumLength, fewestLetters)
        policy.requiresUppercase = true
        policy.requiresLowercase = true
        policy.requiresNumbers = true
        policy.requiresSymbols = true
    }
}
