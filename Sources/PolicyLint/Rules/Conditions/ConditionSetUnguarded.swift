/// A condition on a key with several values that a request without the key gets past.
enum ConditionSetUnguarded: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "condition-set-unguarded", wing: .conditions, severity: .warning, kinds: .policies,
        fixes: [.narrowing, .suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html"
            ),
            .peer(.iamPolicyValidator, "set_operator_validation.forallvalues_allow_without_null_check"),
            .peer(.iamPolicyValidator, "set_operator_validation.foranyvalue_deny_without_null_check"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for typed in context.typedConditions {
            guard let name = typed.condition.operator, let prefix = name.setPrefix, let key = typed.key,
                key.isGlobal, key.type.isMultivalued
            else { continue }
            let span = typed.condition.operatorMember.key.span
            // Of `aws:TagKeys`, a request without tags mostly does no harm; and who lists what may not be there
            // mostly does not ask for the key.
            if prefix == .forAllValues, typed.statement.allows, !name.isNegated, key.name != "aws:TagKeys",
                !needsKey(typed)
            {
                context.report(.open(typed.condition.key), at: span, fix: guarding(typed, context))
            } else if typed.statement.denies, name.isNegated,
                isPerimeter(key, context.document.kind), !deniesWithoutKey(typed.condition.key, policy)
            {
                context.report(.escaping(typed.condition.key), at: span, fix: extending(typed, context))
            }
        }
    }

    /// Whether requests of strangers, or to strangers, may lack the key. Who has a policy of their own in an
    /// organization always has the paths of it.
    private static func isPerimeter(_ key: ConditionKey, _ kind: DocumentKind) -> Bool {
        switch key.name {
        case "aws:PrincipalOrgPaths": DocumentKinds.policiesWithPrincipal.contains(kind)
        case "aws:ResourceOrgPaths", "aws:VpceOrgPaths": true
        default: false
        }
    }

    /// Whether another condition of the statement needs the key, or one that comes with it.
    private static func needsKey(_ typed: TypedCondition) -> Bool {
        typed.statement.conditions.contains { other in
            !other.holdsWithoutKey && other.operator != nil
                && (other.isOn(typed.condition.key) || isTwin(other.key, typed.condition.key))
        }
    }

    /// Whether two keys come together: the paths of an organization, and its id.
    private static func isTwin(_ key: String, _ paths: String) -> Bool {
        key.equalsIgnoringCase(paths.dropLast("Paths".count) + "ID")
    }

    /// Whether another Deny of the policy is for requests without the key, or the id that comes with it.
    private static func deniesWithoutKey(_ key: String, _ policy: Policy) -> Bool {
        policy.statements.contains { statement in
            statement.denies
                && statement.conditions.contains {
                    $0.holdsWithoutKey && ($0.isOn(key) || isTwin($0.key, key))
                }
        }
    }

    private static func guarding(_ typed: TypedCondition, _ context: RuleContext) -> Fix? {
        ConditionEditing.add("Null", typed.condition.key, "false", to: typed.statement, context.editing).map {
            Fix("require the key", .narrowing, [$0])
        }
    }

    /// The same with `IfExists`, which denies what lacks the key, for whatever reason it does.
    private static func extending(_ typed: TypedCondition, _ context: RuleContext) -> Fix? {
        ConditionEditing.addIfExists(to: typed.condition, in: typed.statement, context.editing).map {
            Fix("write `\($0.operatorName)`", .suggestion, [$0.edit])
        }
    }
}

extension Message {
    fileprivate static func open(_ key: String) -> Message {
        Message(
            "`ForAllValues` also lets in requests that do not carry `\(key.excerpt)`",
            help: "require the key with `\"Null\": { \"\(key)\": \"false\" }`, or use `ForAnyValue`")
    }

    fileprivate static func escaping(_ key: String) -> Message {
        Message(
            "requests that do not carry `\(key.excerpt)` escape this Deny: `ForAnyValue` holds for none of them",
            help: "add `IfExists` to the operator, or deny requests without the key in a statement of their own")
    }
}
