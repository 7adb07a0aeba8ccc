extension PasswordLength: PasswordPolicyControl {
    static func amend(_ policy: inout PasswordPolicySettings) {
        policy.minimumLength = max(policy.minimumLength, 14)
    }
}
