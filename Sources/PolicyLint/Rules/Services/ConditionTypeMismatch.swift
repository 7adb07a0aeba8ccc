/// A condition operator that does not compare what its key holds.
enum ConditionTypeMismatch: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "condition-type-mismatch", wing: .services, severity: .warning, kinds: .policies,
        references: [
            .accessAnalyzer("TYPE_MISMATCH"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"),
            .peer(.parliament, "MISMATCHED_TYPE"), .peer(.parliament, "MISMATCHED_TYPE_BUT_USABLE"),
            .peer(.iamPolicyValidator, "condition_type_mismatch.type_mismatch"),
            .peer(.iamPolicyValidator, "condition_type_mismatch.type_mismatch_usable"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for typed in context.typedConditions {
            guard let key = typed.key, let name = typed.condition.operator?.name else { continue }
            let suitability = key.type.suitability(of: name)
            guard suitability != .suits, typed.isOfService, !comparesAddresses(typed.condition, key) else { continue }
            let span = typed.condition.keyMember.key.span
            switch suitability {
            case .suits: break
            case .unsuited: context.report(.unsuited(typed.condition.key, key.type, name), at: span)
            case .comparesText:
                if key.type == .bool, !typed.condition.values.allSatisfy({ isBoolean($0.value) }) {
                    context.report(.unsuited(typed.condition.key, key.type, name), at: span)
                } else {
                    context.report(.text(typed.condition.key, key.type, name), at: span)
                }
            }
        }
    }

    /// Whether the address of a request is compared with another one of it. `IpAddress` replaces no variables, so that
    /// only texts can be compared.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-ec2instancesourceprivateip4>.
    private static func comparesAddresses(_ condition: Condition, _ key: ConditionKey) -> Bool {
        key.type == .ipAddress && condition.operator?.name.family == .string
            && condition.values.allSatisfy { $0.value.hasPolicyVariable }
    }

    private static func isBoolean(_ text: String) -> Bool {
        text.hasVariable || text.equalsIgnoringCase("true") || text.equalsIgnoringCase("false")
    }
}

extension Message {
    fileprivate static func unsuited(
        _ key: String, _ type: ConditionKey.ValueType, _ name: ConditionOperator.Name
    ) -> Message {
        Message(
            "`\(key.excerpt)` holds \(type.inWords), which `\(name.rawValue)` does not compare with these values",
            help: "use an operator such as `\(type.exampleOperator)`, or the key that is meant")
    }

    fileprivate static func text(
        _ key: String, _ type: ConditionKey.ValueType, _ name: ConditionOperator.Name
    ) -> Message {
        Message(
            "`\(key.excerpt)` holds \(type.inWords), and `\(name.rawValue)` compares only its text",
            help: "use an operator such as `\(type.exampleOperator)`", severity: .note)
    }
}
