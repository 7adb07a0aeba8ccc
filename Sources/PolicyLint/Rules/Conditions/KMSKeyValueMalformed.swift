/// A value that is no ARN of a KMS key, where one belongs.
enum KMSKeyValueMalformed: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "kms-key-value-malformed", wing: .conditions, severity: .error, kinds: .policies,
        references: [
            .accessAnalyzer("INVALID_KMS_KEY_VALUE"),
            .documentation("https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN"),
            .peer(.iamPolicyValidator, "condition_type_mismatch.invalid_arn_format_for_operator"),
        ])

    private static let keyARNs = GlobPattern(arn: "arn:*:kms:*:*:key/*", hasVariables: false)

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for typed in context.typedConditions {
            guard let type = typed.key?.type, type == .arn || type == .arrayOfARN,
                namesKMSKey(typed.condition.key), let name = typed.condition.operator?.name,
                name.family == .string || name.family == .arn
            else { continue }
            for value in typed.condition.values where !maySuit(value.value, name, policy) {
                context.report(.noKeyARN(value.value, typed.condition.key), at: value.span)
            }
        }
    }

    private static func namesKMSKey(_ key: String) -> Bool {
        let key = key.lowercased()
        return key.contains("kmskey") || key.contains("kms-key")
    }

    /// Whether some ARN of a key matches the value.
    private static func maySuit(_ value: String, _ name: ConditionOperator.Name, _ policy: Policy) -> Bool {
        // What a template engine fills in may suit.
        if value.hasVariable, !value.hasPolicyVariable || !policy.replacesVariables { return true }
        // Under an operator without wildcards they are another sort of mistake.
        if value.hasWildcard, !name.takesWildcards { return true }
        let pattern =
            name.family == .arn
            ? GlobPattern(arn: value, hasVariables: policy.replacesVariables)
            : GlobPattern(
                value: value, hasWildcards: name.takesWildcards, hasVariables: policy.replacesVariables,
                ignoresCase: false)
        return pattern.overlaps(keyARNs) != .no
    }
}

extension Message {
    fileprivate static func noKeyARN(_ value: String, _ key: String) -> Message {
        Message(
            "`\(value.excerpt)` is no ARN of a KMS key, which is what `\(key.excerpt)` holds",
            help:
                "write the key's ARN, `arn:aws:kms:REGION:ACCOUNT_ID:key/KEY_ID`; an id or an alias alone matches nothing"
        )
    }
}
