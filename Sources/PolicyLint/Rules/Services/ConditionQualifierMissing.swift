/// A key that can hold several values, compared without saying whether all or any of them must match.
enum ConditionQualifierMissing: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "condition-qualifier-missing", wing: .services, severity: .warning, kinds: .policies,
        references: [
            .accessAnalyzer("MISSING_QUALIFIER"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html"
            ),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif"
            ),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for typed in context.typedConditions {
            guard let name = typed.condition.operator, name.setPrefix == nil, name.name != .null,
                holdsSeveralValues(typed)
            else { continue }
            context.report(
                .missing(typed.condition.key, name.description), at: typed.condition.keyMember.key.span)
        }
    }

    /// Whether AWS says so of the key, or of the ways of signing in that Cognito puts into a token.
    private static func holdsSeveralValues(_ typed: TypedCondition) -> Bool {
        if typed.condition.isOn("cognito-identity.amazonaws.com:amr") { return true }
        // In requests of people it is one user; a list only in those of a few actions, whose lists AWS publishes.
        if typed.condition.isOn("identitystore:UserId") { return false }
        return typed.isOfService && typed.key.map { $0.type.isMultivalued } ?? false
    }
}

extension Message {
    fileprivate static func missing(_ key: String, _ name: String) -> Message {
        Message(
            "`\(key.excerpt)` can hold several values: `\(name)` does not say whether all of them must match, or any",
            help: """
                write `ForAnyValue:\(name)` or `ForAllValues:\(name)`; the latter also holds when the key is missing, \
                so pair it with `Null` in an `Allow`
                """)
    }
}
