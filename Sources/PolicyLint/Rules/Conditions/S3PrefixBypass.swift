/// A prefix of listings that is forbidden, and that a shorter prefix gets round.
enum S3PrefixBypass: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "s3-prefix-bypass", wing: .conditions, severity: .warning, kinds: .policies,
        references: [
            .accessAnalyzer("S3_PREFIX_IN_NEGATIVE_CONTEXT"),
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html#example-object-resource-2"
            ),
        ])

    static let keys: NameSet = ["s3:prefix"]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions where condition.isOn(keys) {
            guard let test = condition.operator, test.name.family == .string,
                statement.allowsLess(byListingMoreIn: test),
                // The listing of everything can be forbidden: nothing is shorter.
                !condition.values.contains(where: { isShortest($0.value) })
            else { continue }
            context.report(.shorter(condition, statement), at: condition.keyMember.key.span)
        }
    }

    private static func isShortest(_ value: String) -> Bool { value.utf8.allSatisfy { $0 == UInt8(ascii: "*") } }
}

extension Message {
    fileprivate static func shorter(_ condition: Condition, _ statement: Statement) -> Message {
        let isLike = condition.operator?.name.takesWildcards == true
        let passes = statement.denies ? "is not denied" : "is allowed"
        return Message(
            "a listing with a shorter prefix, or with none, shows the same keys and \(passes)",
            help: statement.denies
                ? "say which prefixes may be listed: `StringNotLike` in the `Deny`"
                : "say which prefixes may be listed: `StringLike` in the `Allow`",
            issue: isLike ? "S3_PREFIX_IN_NEGATIVE_CONTEXT" : .none)
    }
}
