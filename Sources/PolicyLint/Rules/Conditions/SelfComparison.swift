/// A key that is compared with itself.
enum SelfComparison: PolicyRule {
    static let metadata = RuleMetadata(
        id: "self-comparison", wing: .conditions, severity: .warning, kinds: .policies,
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html")
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        guard policy.replacesVariables else { return }
        for statement in policy.statements {
            // A quick look that spares most conditions from being read.
            for condition in statement.conditions where condition.traits.contains(.variable) {
                guard let test = condition.operator, test.name.family == .string || test.name.family == .arn else {
                    continue
                }
                for value in condition.values where isItself(value.value, condition.key) {
                    context.report(.itself(value.value, test), at: value.span)
                }
            }
        }
    }

    /// Whether a value is nothing but the variable of the key.
    private static func isItself(_ value: String, _ key: String) -> Bool {
        guard value.hasPrefix("${"), value.hasSuffix("}") else { return false }
        let content = value.dropFirst(2).dropLast()
        return PolicyVariable.read(String(content)).key == key.lowercased()
    }
}

extension Message {
    fileprivate static func itself(_ value: String, _ test: ConditionOperator) -> Message {
        Message(
            test.isNegated
                ? "this compares `\(value.excerpt)` with itself, so the condition never holds for a request that carries the key"
                : "this compares `\(value.excerpt)` with itself, so every request that carries the key meets the condition",
            help: "compare two different keys, such as a tag of the resource with a tag of the principal")
    }
}
