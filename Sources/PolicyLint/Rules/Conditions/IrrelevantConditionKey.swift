/// A key that says of the resource what its own policy knows anyway.
enum IrrelevantConditionKey: ConditionRule {
    static let metadata = RuleMetadata(
        id: "irrelevant-condition-key", wing: .conditions, severity: .note, kinds: DocumentKinds(.resourcePolicy),
        references: [
            .accessAnalyzer("IRRELEVANT_CONDITION_KEY_IN_POLICY"),
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html#example-object-resource-account"
            ),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions where condition.isOn("s3:ResourceAccount") {
            context.report(.irrelevant(condition.key), at: condition.keyMember.key.span)
        }
    }
}

extension Message {
    fileprivate static func irrelevant(_ key: String) -> Message {
        Message(
            "the policy of a bucket belongs to one bucket, and `\(key.excerpt)` is always the account of its owner",
            help: "remove the condition; in identity-based policies it keeps people to the buckets of your account")
    }
}
