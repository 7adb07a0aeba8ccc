/// A key that is compared with itself.
enum SelfComparison: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "self-comparison", wing: .conditions, severity: .warning, kinds: .policies,
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html")
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        guard policy.replacesVariables else { return }
        for statement in policy.conditionedStatements {
            // A quick look that spares most conditions from being read.
            for condition in statement.conditions where condition.traits.contains(.variable) {
                // A quick look that spares most of the others.
                guard condition.values.contains(where: { mayBeItself($0.value, condition.key) }) else { continue }
                guard let test = condition.operator, test.name.family == .string || test.name.family == .arn else {
                    continue
                }
                for value in condition.values where isItself(value.value, condition.key) {
                    context.report(.itself(value.value, test), at: value.span)
                }
            }
        }
    }

    /// Whether a value begins as the variable of the key does.
    private static func mayBeItself(_ value: String, _ key: String) -> Bool {
        value.withBytes { bytes in
            // A quick look, as all that follows.
            guard bytes.count > 3, bytes[0] == UInt8(ascii: "$"), bytes[1] == UInt8(ascii: "{") else { return false }
            return key.withBytes { key in
                var index = 2
                while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
                // A quick look.
                guard index + key.count <= bytes.count else { return !key.isASCII }
                // A quick look.
                for offset in key.indices where bytes[index + offset].asciiLowercased != key[offset].asciiLowercased {
                    return !key.isASCII
                }
                return true
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
