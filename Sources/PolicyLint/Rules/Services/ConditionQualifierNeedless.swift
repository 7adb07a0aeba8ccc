/// `ForAllValues` or `ForAnyValue` with a key that holds one value.
enum ConditionQualifierNeedless: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "condition-qualifier-needless", wing: .services, severity: .warning, kinds: .policies,
        fixes: [.preserving, .narrowing, .suggestion],
        references: [
            .accessAnalyzer("FORALLVALUES_WITH_SINGLE_VALUED_KEY"),
            .accessAnalyzer("FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE"), .accessAnalyzer("CONFIRM_AUDIENCE_CLAIM_TYPE"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html"
            ),
            .peer(.parliament, "SINGLE_VALUE_CONDITION_TOO_PERMISSIVE"),
            .peer(.iamPolicyValidator, "set_operator_validation.set_operator_on_single_valued_key"),
            .peer(.iamPolicyValidator, "set_operator_validation.forallvalues_allow_without_null_check"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for typed in context.typedConditions {
            guard let name = typed.condition.operator, let prefix = name.setPrefix, !isAboutMFA(typed.condition),
                holdsOneValue(typed)
            else { continue }
            // The key, of which an operator may have several, is what holds one value.
            let span = typed.condition.keyMember.key.span
            let fix = fix(typed, name, context)
            let issue = issue(typed, prefix)
            switch prefix {
            case .forAllValues where typed.statement.allows && !name.holdsWithoutPrefix && !needsKey(typed):
                context.report(.open(typed.condition.key, issue), at: span, fix: fix)
            default: context.report(.needless(typed.condition.key, prefix.rawValue, issue), at: span, fix: fix)
            }
        }
    }

    /// Whether AWS says of the key, or of the audience that a token is for, that it holds one value.
    private static func holdsOneValue(_ typed: TypedCondition) -> Bool {
        if isAudience(typed.condition) { return true }
        if keysOfSeveralValues.contains(where: typed.condition.isOn) { return false }
        return typed.isOfService && typed.key.map { !$0.type.isMultivalued } ?? false
    }

    /// Keys that hold several values, whatever the list of keys says: a share is made with several principals in one
    /// request, a change set imports resources of several types, and a version of a secret has several labels.
    ///
    /// - https://docs.aws.amazon.com/ram/latest/APIReference/API_CreateResourceShare.html
    /// - https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security_iam_id-based-policy-examples.html
    /// - https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
    private static let keysOfSeveralValues = [
        "ram:Principal", "cloudformation:ImportResourceTypes", "secretsmanager:VersionStage",
    ]

    private static func isAudience(_ condition: Condition) -> Bool {
        // A quick look: most keys end otherwise.
        guard condition.key.utf8.suffix(3).asciiLowercased.elementsEqual("aud".utf8) else { return false }
        return WebIdentityClaim(key: condition.key)?.name.equalsIgnoringCase("aud") ?? condition.isOn("saml:aud")
    }

    private static func issue(_ typed: TypedCondition, _ prefix: ConditionOperator.SetPrefix) -> Message.Issue {
        switch (prefix, isAudience(typed.condition)) {
        case (.forAnyValue, true): "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE"
        case (.forAllValues, true): "CONFIRM_AUDIENCE_CLAIM_TYPE"
        case (.forAllValues, false): "FORALLVALUES_WITH_SINGLE_VALUED_KEY"
        case (.forAnyValue, false): .none
        }
    }

    /// What is said of MFA has rules of its own.
    private static func isAboutMFA(_ condition: Condition) -> Bool {
        condition.key.hasPrefixIgnoringCase("aws:MultiFactorAuth")
    }

    /// Whether the statement also asks for the key to be there.
    private static func needsKey(_ typed: TypedCondition) -> Bool {
        typed.statement.conditions.contains { other in
            other.isOn(typed.condition.key) && other.operator?.name == .null
                && other.values.allSatisfy { $0.value.equalsIgnoringCase("false") }
        }
    }

    /// The operator without its prefix, where it has this key alone and the other is not there. A request
    /// without the key passes `ForAllValues`, and so does one in which it is empty; neither passes `ForAnyValue`.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>.
    private static func fix(_ typed: TypedCondition, _ name: ConditionOperator, _ context: RuleContext) -> Fix? {
        let member = typed.condition.operatorMember
        let plain = name.withoutPrefix
        guard member.value.object?.count == 1, typed.statement.condition.value?.node[plain] == nil else { return nil }
        let isSame = name.setPrefix == .forAnyValue && !name.holdsWithoutPrefix
        guard isSame || (typed.statement.allows && name.setPrefix == .forAllValues) else { return nil }
        let effect: Fix.Effect = isSame ? .preserving : isCarried(typed, context) ? .narrowing : .suggestion
        return Fix("write `\(plain)`", effect, [context.editing.rename(member, to: plain)])
    }

    /// Whether all actions of the statement carry the key. Others would be lost without the prefix, and may be meant.
    private static func isCarried(_ typed: TypedCondition, _ context: RuleContext) -> Bool {
        if isAudience(typed.condition) || typed.key?.isGlobal ?? false { return true }
        guard let key = typed.key, typed.statement.notAction.isAbsent,
            typed.statement.actions.allSatisfy({ !$0.value.hasWildcard })
        else { return false }
        return KeyFit(key, in: typed.statement, context.catalogue).strangers.isEmpty
    }
}

extension ConditionOperator {
    /// The operator without its set prefix.
    fileprivate var withoutPrefix: String { name.rawValue + (ifExists ? "IfExists" : "") }

    /// Whether the operator without its set prefix holds when the key is missing.
    fileprivate var holdsWithoutPrefix: Bool { ConditionOperator(withoutPrefix)?.holdsWithoutKey ?? false }
}

extension Message {
    fileprivate static func open(_ key: String, _ issue: Message.Issue) -> Message {
        Message(
            "`\(key.excerpt)` holds one value, and `ForAllValues` lets requests through that do not carry it",
            help: "leave out `ForAllValues:`", issue: issue)
    }

    fileprivate static func needless(_ key: String, _ prefix: String, _ issue: Message.Issue) -> Message {
        Message(
            "`\(key.excerpt)` holds one value: `\(prefix)` is for keys that hold several",
            help: "leave out `\(prefix):`", severity: .note, issue: issue)
    }
}
