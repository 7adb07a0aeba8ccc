/// A condition on a service's key that the requests for some of the statement's actions never carry.
enum ConditionKeyInapplicable: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "condition-key-inapplicable", wing: .conditions, severity: .warning, kinds: .policies,
        references: [
            .accessAnalyzer("UNSUPPORTED_ACTION_FOR_CONDITION_KEY"),
            .documentation(
                "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"
            ),
            .peer(.parliament, "UNKNOWN_CONDITION_FOR_ACTION"),
            .peer(.iamPolicyValidator, "condition_key_validation.invalid_condition_key"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for typed in context.typedConditions {
            guard let key = typed.key, !key.isGlobal, let name = typed.condition.operator,
                // `IfExists` says that the key may be missing.
                !name.ifExists, typed.isOfService, typed.statement.allows || typed.statement.denies
            else { continue }
            let fit = KeyFit(key, in: typed.statement, context.catalogue)
            guard !fit.strangers.isEmpty, !key.comesWithRole,
                fit.hasCarrier || KeyFit.isDocumented(key, context.catalogue)
            else {
                continue
            }
            if isHalved(typed) { continue }
            let isHarmless = typed.statement.allows && typed.condition.holdsWithoutKey && fit.hasCarrier
            context.report(
                .inapplicable(
                    typed.condition.key, fit.strangers.map(\.value), effect(typed),
                    severity: isHarmless && fit.strangers.allSatisfy { isListing($0.value, context) } ? .note : nil),
                at: typed.condition.keyMember.key.span,
                related: fit.strangers.map {
                    Diagnostic.Related("AWS does not document the key for `\($0.value)`", at: $0.span)
                })
        }
    }

    /// Whether a condition of a Deny asks of two keys of one name the same, of which each request carries the one that its
    /// action has: `signin:PrincipalArn` beside `aws:PrincipalArn`.
    private static func isHalved(_ typed: TypedCondition) -> Bool {
        guard typed.statement.denies, typed.condition.holdsWithoutKey else { return false }
        func name(_ key: String) -> Substring { key.drop { $0 != ":" } }
        return typed.statement.conditions.contains { other in
            other.operator == typed.condition.operator && !other.isOn(typed.condition.key)
                && name(other.key).equalsIgnoringCase(name(typed.condition.key))
        }
    }

    /// Whether an action only lists what there is. To read data beside a limit is to go round it.
    private static func isListing(_ action: String, _ context: RuleContext) -> Bool {
        context.catalogue.action(action)?.level == .list
    }

    /// What becomes of the actions without the key.
    private static func effect(_ typed: TypedCondition) -> String {
        let holds = typed.condition.holdsWithoutKey
        switch (typed.statement.allows, holds) {
        case (true, false): return "this statement never allows"
        case (true, true): return "the condition does not limit"
        case (false, false): return "this statement never denies"
        case (false, true) where typed.statement.conditions.count > 1:
            return "this condition never keeps the statement from denying"
        case (false, true): return "this statement always denies"
        }
    }
}

extension Message {
    fileprivate static func inapplicable(_ key: String, _ actions: [String], _ effect: String, severity: Severity?)
        -> Message
    {
        Message(
            "\(effect) \(actions.namesInShort): for \(actions.count == 1 ? "it" : "them") AWS documents no `\(key.excerpt)`",
            help: "move what does not carry the key to a statement without it, and limit it by other means",
            severity: severity)
    }
}
