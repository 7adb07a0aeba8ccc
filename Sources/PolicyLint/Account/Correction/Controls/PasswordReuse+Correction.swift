extension PasswordReuse: PasswordPolicyControl {
    static func amend(_ policy: inout PasswordPolicySettings) {
        policy.reusePrevention = 24
    }
}
