/// A condition key that has not the form `prefix:name`.
enum ConditionKeyMalformed: ConditionRule {
    static let metadata = RuleMetadata(
        id: "condition-key-malformed", wing: .grammar, severity: .error, kinds: .policies,
        references: [
            .accessAnalyzer("INVALID_CONDITION_KEY_FORMAT"), .accessAnalyzer("MISSING_TAG_KEY_IN_CONDITION"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"),
            .peer(.parliament, "MALFORMED"),
            .peer(.iamPolicyValidator, "condition_key_validation.invalid_condition_key"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions {
            let key = condition.keyMember.key
            if !isWellFormed(key.value) {
                context.report(.malformed(key.value), at: key.span)
            } else if condition.isOn(tagFamilies) {
                context.report(.withoutTag(key.value), at: key.span)
            }
        }
    }

    /// Whether a colon stands inside the key, and no white space before it.
    private static func isWellFormed(_ key: String) -> Bool {
        key.withBytes { bytes in
            for index in bytes.indices {
                if bytes[index] == UInt8(ascii: ":") { return index > 0 && bytes.last != UInt8(ascii: ":") }
                if bytes[index] <= 0x20 { return false }
            }
            return false
        }
    }

    private static let tagFamilies: NameSet = [
        "aws:RequestTag", "aws:RequestTag/", "aws:ResourceTag", "aws:ResourceTag/", "aws:PrincipalTag",
        "aws:PrincipalTag/",
    ]
}

extension Message {
    fileprivate static func malformed(_ key: String) -> Message {
        Message(
            "`\(key.excerpt)` is no condition key: it does not have the form `prefix:name`",
            help: "write the key with its prefix, as in `aws:SourceIp` or `s3:prefix`",
            issue: "INVALID_CONDITION_KEY_FORMAT")
    }

    fileprivate static func withoutTag(_ key: String) -> Message {
        Message(
            "`\(key.excerpt)` names no tag", help: "add the tag's key behind a slash, as in `aws:RequestTag/team`",
            issue: "MISSING_TAG_KEY_IN_CONDITION")
    }
}
