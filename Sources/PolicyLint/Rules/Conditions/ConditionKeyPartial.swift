/// A condition on a service's key that only some of the resources carry which a launch of instances needs.
enum ConditionKeyPartial: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "condition-key-partial", wing: .conditions, severity: .warning, kinds: .policies, fixes: [.suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists"
            ),
            .documentation(
                "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances"),
        ])

    /// The action of which AWS says that all its resources are decided on, each with its own keys. Of others that work on
    /// several, the tables of keys are not exact enough to go by.
    private static let action = "ec2:RunInstances"
    private static let actionHash = TextHash(action)

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for typed in context.typedConditions {
            let statement = typed.statement
            // A quick look: most statements list other actions.
            guard statement.action.value?.mayHold(actionHash) ?? false else { continue }
            guard
                statement.actions.contains(where: { $0.value.equalsIgnoringCase(action) }),
                statement.resources.contains(where: { GlobPattern.isEveryResource($0.value) }),
                let key = typed.key, typed.condition.operator != nil,
                // Each resource is decided on by itself: one that lacks the key is never allowed, or always denied.
                statement.allows && !typed.condition.holdsWithoutKey
                    || statement.denies && typed.condition.holdsWithoutKey && statement.conditions.count == 1,
                let known = context.catalogue.action(action), context.catalogue.carries(known, key.family),
                !isAllowedElsewhere(than: statement, policy)
            else { continue }
            let types = context.catalogue.requiredTypes(of: known, without: key.family)
            guard !types.isEmpty else { continue }
            context.report(
                .partial(typed.condition.key, types, denies: statement.denies), at: typed.condition.keyMember.key.span,
                fix: fix(typed, context))
        }
    }

    /// Whether another statement may allow the action on what this one leaves out.
    private static func isAllowedElsewhere(than statement: Statement, _ policy: Policy) -> Bool {
        statement.allows
            && policy.statements.contains { $0 !== statement && $0.allows && $0.reaches(action: action) }
    }

    /// That allows more, and whether it is meant the author alone knows.
    private static func fix(_ typed: TypedCondition, _ context: RuleContext) -> Fix? {
        guard typed.statement.allows else { return nil }
        return ConditionEditing.addIfExists(to: typed.condition, in: typed.statement, context.editing).map {
            Fix("write `\($0.operatorName)`", .suggestion, [$0.edit])
        }
    }
}

extension Message {
    fileprivate static func partial(_ key: String, _ types: [String], denies: Bool) -> Message {
        Message(
            """
            this statement \(denies ? "denies every launch" : "allows no launch"): for \(types.namesInShort), which a launch \
            needs, AWS documents no `\(key.excerpt)`
            """,
            help: denies
                ? "name in `Resource` only what carries the key"
                : "name in `Resource` only what carries the key, and allow the rest in a statement of its own; or add `IfExists`"
        )
    }
}
