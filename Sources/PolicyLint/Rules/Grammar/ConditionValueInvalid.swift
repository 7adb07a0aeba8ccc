/// A condition value that its operator cannot compare.
enum ConditionValueInvalid: ConditionRule {
    static let metadata = RuleMetadata(
        id: "condition-value-invalid", wing: .grammar, severity: .warning, kinds: .policies,
        references: [
            .accessAnalyzer("TYPE_MISMATCH_IP_RANGE"), .accessAnalyzer("TYPE_MISMATCH_BOOLEAN"),
            .accessAnalyzer("TYPE_MISMATCH_NUMBER"), .accessAnalyzer("TYPE_MISMATCH_DATE"),
            .accessAnalyzer("INVALID_VARIABLE_FOR_OPERATOR"), .accessAnalyzer("TYPE_MISMATCH_STRING"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"),
            .peer(.parliament, "MISMATCHED_TYPE_OPERATION_TO_NULL"), .peer(.parliament, "MISMATCHED_TYPE"),
            .peer(.iamPolicyValidator, "condition_type_mismatch.invalid_value_format"),
            .peer(.iamPolicyValidator, "condition_type_mismatch.invalid_ip_cidr_format"),
            .peer(.iamPolicyValidator, "condition_type_mismatch.invalid_arn_format_for_operator"),
            .peer(.iamPolicyValidator, "condition_type_mismatch.invalid_bool_value_for_operator"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions {
            guard let name = condition.operator?.name else { continue }
            for value in condition.values where !ConditionValue.suits(value.value, name) {
                // What a template engine fills in may suit.
                if value.value.hasVariable && !value.value.hasPolicyVariable { continue }
                if name == .ipAddress || name == .notIpAddress,
                    let plain = AddressRange.withoutLeadingZeros(value.value)
                {
                    context.report(.leadingZeros(value.value, plain), at: value.span)
                    continue
                }
                context.report(
                    value.value.hasVariable ? .variable(name) : .invalid(value.value, name), at: value.span)
            }
        }
    }
}

extension Message {
    fileprivate static func variable(_ name: ConditionOperator.Name) -> Message {
        Message(
            "`\(name.rawValue)` does not replace policy variables",
            help: "use variables with String and Arn operators only",
            severity: .error, issue: "INVALID_VARIABLE_FOR_OPERATOR")
    }

    fileprivate static func leadingZeros(_ text: String, _ plain: String) -> Message {
        Message(
            "`\(text.excerpt)` has a number with a leading zero, which some read as octal: how AWS reads it is not documented",
            help: "write the numbers without leading zeros: `\(plain)`, if they are decimal", issue: .none)
    }

    fileprivate static func invalid(_ text: String, _ name: ConditionOperator.Name) -> Message {
        let (wanted, code): (String, Message.Issue) =
            switch name {
            case .null, .bool: ("`\"true\"` or `\"false\"`", .code("TYPE_MISMATCH_BOOLEAN"))
            case .ipAddress, .notIpAddress:
                ("an address or range such as `203.0.113.0/24`", .code("TYPE_MISMATCH_IP_RANGE"))
            case .binaryEquals: ("base64", .code("TYPE_MISMATCH_STRING"))
            case .dateEquals, .dateNotEquals, .dateLessThan, .dateLessThanEquals, .dateGreaterThan,
                .dateGreaterThanEquals:
                ("a date such as `2026-01-31T00:00:00Z`", .code("TYPE_MISMATCH_DATE"))
            case .arnEquals, .arnNotEquals, .arnLike, .arnNotLike:
                ("an ARN, such as `arn:aws:iam::111122223333:role/NAME`", .none)
            default: ("a number", .code("TYPE_MISMATCH_NUMBER"))
            }
        return Message(
            "`\(name.rawValue)` cannot compare with `\(text.excerpt)`", help: "write \(wanted)",
            severity: name == .null || name == .ipAddress || name == .notIpAddress ? .error : .warning,
            issue: code)
    }
}
