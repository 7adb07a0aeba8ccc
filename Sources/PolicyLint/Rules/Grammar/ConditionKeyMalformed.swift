/// A condition key that has not the form `prefix:name`.
enum ConditionKeyMalformed: StatementRule {
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
            } else if tagFamilies.contains(where: { isWithoutTag(key.value, $0) }) {
                context.report(.withoutTag(key.value), at: key.span)
            }
        }
    }

    /// Whether a colon stands inside the key, and no white space before it.
    private static func isWellFormed(_ key: String) -> Bool {
        var isFirst = true
        for byte in key.utf8 {
            if byte == UInt8(ascii: ":") { return !isFirst && key.utf8.last != byte }
            if byte <= 0x20 { return false }
            isFirst = false
        }
        return false
    }

    private static let tagFamilies = ["aws:RequestTag", "aws:ResourceTag", "aws:PrincipalTag"]

    private static func isWithoutTag(_ key: String, _ family: String) -> Bool {
        let extra = key.utf8.count - family.utf8.count
        guard extra == 0 || (extra == 1 && key.utf8.last == UInt8(ascii: "/")) else { return false }
        return key.hasPrefixIgnoringCase(family)
    }
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
