/// A limit on the age of MFA that no request can meet, or that every session with MFA meets.
enum MFAAgeLimit: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "mfa-age-limit", wing: .mfa, severity: .error, kinds: .policies,
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthage"
            ),
            .documentation("https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html"),
        ])

    /// The longest that a session with MFA lasts, in seconds: 36 hours, from `GetSessionToken`.
    private static let longestSession = 129_600.0

    static let keys: NameSet = [MFACondition.Key.age.rawValue]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions where condition.isOn(keys) {
            for value in condition.values {
                guard let limit = Double(value.value), let name = condition.operator?.name else { continue }
                switch name {
                case .numericLessThan where limit <= 0, .numericLessThanEquals where limit < 0:
                    context.report(.impossible(value.value), at: value.span)
                case .numericLessThan, .numericLessThanEquals, .numericGreaterThan, .numericGreaterThanEquals:
                    if limit >= longestSession { context.report(.boundless(value.value), at: value.span) }
                default: continue
                }
            }
        }
    }
}

extension Message {
    fileprivate static func impossible(_ limit: String) -> Message {
        Message(
            "no MFA is younger than `\(limit)` seconds, so this never holds",
            help: "give the age in seconds: `3600` is an hour")
    }

    fileprivate static func boundless(_ limit: String) -> Message {
        Message(
            "no MFA is as old as `\(limit)` seconds: a session with MFA ends after 129600 (36 hours) at the latest",
            help: "give the age in seconds: `3600` is an hour", severity: .note)
    }
}
