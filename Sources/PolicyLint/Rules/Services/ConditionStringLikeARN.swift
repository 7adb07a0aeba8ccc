/// `StringLike` with a pattern of an ARN, which it compares as any text: a wildcard crosses the colons between the fields.
enum ConditionStringLikeARN: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "condition-string-like-arn", wing: .services, severity: .note, kinds: .policies,
        fixes: [.narrowing],
        references: [
            .accessAnalyzer("STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN"
            ),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for typed in context.typedConditions {
            guard let type = typed.key?.type, type == .arn || type == .arrayOfARN,
                let name = typed.condition.operator, name.name == .stringLike || name.name == .stringNotLike,
                typed.condition.values.contains(where: { $0.value != "*" && $0.value.utf8.contains(UInt8(ascii: "*")) })
            else { continue }
            context.report(
                .crossing(typed.condition.key, name.name), at: typed.condition.keyMember.key.span,
                fix: fix(typed, name, context))
        }
    }

    /// `ArnLike`, which matches less, in an Allow; all values must be whole ARNs for it.
    private static func fix(_ typed: TypedCondition, _ name: ConditionOperator, _ context: RuleContext) -> Fix? {
        guard typed.statement.allows, name.name == .stringLike, name.setPrefix == nil,
            typed.condition.operatorMember.value.object?.count == 1,
            typed.condition.values.allSatisfy({ AmazonResourceName($0.value) != nil })
        else { return nil }
        let arnLike = "ArnLike" + (name.ifExists ? "IfExists" : "")
        guard typed.statement.condition.value?.node[arnLike] == nil else { return nil }
        let edit = context.editing.rename(typed.condition.operatorMember, to: arnLike)
        return Fix("write `\(arnLike)`", .narrowing, [edit])
    }
}

extension Message {
    fileprivate static func crossing(_ key: String, _ name: ConditionOperator.Name) -> Message {
        let wanted = name == .stringLike ? "ArnLike" : "ArnNotLike"
        return Message(
            "`\(key.excerpt)` is an ARN: in `\(name.rawValue)`, a wildcard also matches colons and so whole fields",
            help: "use `\(wanted)`, which compares field by field")
    }
}
