/// A control that the account's password policy closes.
protocol PasswordPolicyControl: CorrectableControl {
    /// Sets what the control asks for, and nothing that is stricter already.
    static func amend(_ policy: inout PasswordPolicySettings)
}

extension PasswordPolicyControl {
    static func steps(closing lines: [ChecklistLine], in account: CorrectionInput) -> [CorrectionStep] {
        PasswordPolicySteps.steps(closing: lines, in: account)
    }
}

/// The password policy as `aws iam update-account-password-policy` sets it.
struct PasswordPolicySettings {
    var minimumLength: Int
    var reusePrevention: Int?
    var maximumAge: Int?
    var requiresUppercase: Bool
    var requiresLowercase: Bool
    var requiresNumbers: Bool
    var requiresSymbols: Bool
    var usersMayChange: Bool
    var hardExpiry: Bool

    /// What holds by the policy of an account. Where an answer leaves something out, IAM's default holds.
    init(_ policy: PasswordPolicy) {
        minimumLength = policy.minimumLength?.value ?? 6
        reusePrevention = policy.reusePrevention.flatMap { $0.value > 0 ? $0.value : nil }
        maximumAge = policy.maximumAge.flatMap { $0.value > 0 ? $0.value : nil }
        requiresUppercase = policy.requiresUppercase?.value ?? false
        requiresLowercase = policy.requiresLowercase?.value ?? false
        requiresNumbers = policy.requiresNumbers?.value ?? false
        requiresSymbols = policy.requiresSymbols?.value ?? false
        usersMayChange = policy.usersMayChange?.value ?? false
        hardExpiry = policy.hardExpiry?.value ?? false
    }

    /// What is nearest to IAM's default, which holds where the account has no policy of its own: eight letters of three
    /// sorts out of four. A policy cannot say "three", so that all four are asked for.
    init() {
        minimumLength = 8
        (reusePrevention, maximumAge) = (nil, nil)
        (requiresUppercase, requiresLowercase, requiresNumbers, requiresSymbols) = (true, true, true, true)
        (usersMayChange, hardExpiry) = (false, false)
    }

    /// The command that sets it.
    ///
    /// Source: <https://docs.aws.amazon.com/cli/latest/reference/iam/update-account-password-policy.html>.
    var command: String {
        func flag(_ isOn: Bool, _ name: String) -> String { isOn ? "--\(name)" : "--no-\(name)" }
        var words = [
            "aws", "iam", "update-account-password-policy", "--minimum-password-length", String(minimumLength),
            flag(requiresUppercase, "require-uppercase-characters"),
            flag(requiresLowercase, "require-lowercase-characters"), flag(requiresNumbers, "require-numbers"),
            flag(requiresSymbols, "require-symbols"), flag(usersMayChange, "allow-users-to-change-password"),
        ]
        if let maximumAge { words += ["--max-password-age", String(maximumAge), flag(hardExpiry, "hard-expiry")] }
        if let reusePrevention { words += ["--password-reuse-prevention", String(reusePrevention)] }
        return words.joined(separator: " ")
    }
}

/// The step that sets the account's password policy: once, with all that its open lines ask for, since the command sets
/// what it is not told back to its default.
enum PasswordPolicySteps {
    /// The step that closes these lines and all other open ones of the password policy.
    static func steps(closing lines: [ChecklistLine], in account: CorrectionInput) -> [CorrectionStep] {
        var settings: PasswordPolicySettings
        var before: CorrectionFile?
        var title = "ask more of new passwords, and keep the rest of the password policy as it is"
        var caution = "the passwords that there are stay as they are until somebody changes them"
        switch account.evidence.passwordPolicy {
        case .value(let policy):
            settings = PasswordPolicySettings(policy.value)
            before = CorrectionFile("password-policy.before", Self.answer(policy.value))
        case .absent:
            settings = PasswordPolicySettings()
            title = "give the account a password policy of its own, which asks more of new passwords than IAM does"
            caution +=
                "; so far IAM asks for three of the four sorts of characters, from then on a new password needs all four"
        case .refused, .contradictory, .unknown: return []
        }
        let open = Set(account.open.map(\.control))
        for control in ControlCatalogue.controls where open.contains(control.metadata.id) {
            (control as? any PasswordPolicyControl.Type)?.amend(&settings)
        }
        return [
            CorrectionStep(
                id: "password-policy", stage: .protection, title: title, closes: lines, caution: caution,
                commands: [settings.command],
                replaces: [Replacement(reading: Self.reading, before: before, after: [])])
        ]
    }

    /// The members of AWS's answer.
    private static let members = [
        "MinimumPasswordLength", "PasswordReusePrevention", "MaxPasswordAge", "RequireUppercaseCharacters",
        "RequireLowercaseCharacters", "RequireNumbers", "RequireSymbols", "AllowUsersToChangePassword", "HardExpiry",
    ]

    /// The command that lists their values.
    private static let reading =
        CorrectionStep.command(
            "iam", "get-account-password-policy",
            ["query": "PasswordPolicy.[\(members.joined(separator: ", "))]", "output": "json"])

    /// What it answers where the policy is this one.
    private static func answer(_ policy: PasswordPolicy) -> String {
        let numbers = [policy.minimumLength, policy.reusePrevention, policy.maximumAge].map { $0?.value.description }
        let flags = [
            policy.requiresUppercase, policy.requiresLowercase, policy.requiresNumbers, policy.requiresSymbols,
            policy.usersMayChange, policy.hardExpiry,
        ].map { $0?.value.description }
        return "[\((numbers + flags).map { $0 ?? "null" }.joined(separator: ", "))]\n"
    }
}
