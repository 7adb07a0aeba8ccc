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
            let crosses = typed.condition.values.contains { mayCrossColons($0.value) }
            context.report(
                crosses ? .crossing(typed.condition.key, name.name) : .text(typed.condition.key, name.name),
                at: typed.condition.keyMember.key.span, fix: fix(typed, name, context))
        }
    }

    /// Whether a wildcard stands in one of the first five fields, or where they should be.
    private static func mayCrossColons(_ value: String) -> Bool {
        let fields = value.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        return fields.dropLast(fields.count == 6 ? 1 : 0).contains { $0.utf8.contains(UInt8(ascii: "*")) }
            && value != "*"
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

    fileprivate static func text(_ key: String, _ name: ConditionOperator.Name) -> Message {
        let wanted = name == .stringLike ? "ArnLike" : "ArnNotLike"
        return Message(
            "`\(key.excerpt)` is an ARN, and `\(name.rawValue)` compares it as any text",
            help: "use `\(wanted)`, which compares field by field and takes no text that is no ARN")
    }
}
