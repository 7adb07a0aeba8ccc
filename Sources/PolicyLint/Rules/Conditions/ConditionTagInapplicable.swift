/// A condition on the tags of a resource for actions whose requests never carry them.
enum ConditionTagInapplicable: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "condition-tag-inapplicable", wing: .conditions, severity: .warning, kinds: .policies,
        references: [
            .accessAnalyzer("ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"),
            .accessAnalyzer("ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"),
            .accessAnalyzer("DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"),
            .accessAnalyzer("DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourcetag"
            ),
            .peer(.parliament, "UNKNOWN_CONDITION_FOR_ACTION"),
            .peer(.iamPolicyValidator, "condition_key_validation.invalid_condition_key"),
        ])

    private static let tag = KeyFamily("aws:ResourceTag/${TagKey}")

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for typed in context.typedConditions {
            guard let key = typed.key, key.family == tag, typed.condition.operator != nil,
                !typed.condition.holdsWithoutKey
            else { continue }
            let statement = typed.statement
            guard statement.allows || statement.denies else { continue }
            let span = typed.condition.keyMember.key.span
            if !statement.notAction.isAbsent {
                context.report(.excepting(typed.condition.key, allows: statement.allows), at: span)
                continue
            }
            let actions = KeyFit(key, in: statement, context.catalogue).strangers
            let services = KeyFit.strangeServices(to: key, in: statement, context.catalogue)
            if actions.isEmpty && services.isEmpty { continue }
            let strangers = (actions + services).sorted { $0.span < $1.span }
            context.report(
                .inapplicable(typed.condition.key, strangers.map(\.value), allows: statement.allows), at: span,
                related: strangers.map { Diagnostic.Related("`\($0.value)` never carries the tag", at: $0.span) })
        }
    }
}

extension Message {
    fileprivate static func inapplicable(_ key: String, _ actions: [String], allows: Bool) -> Message {
        let them = actions.count == 1 ? "it" : "them"
        return Message(
            "this statement never \(allows ? "allows" : "denies") \(actions.namesInShort): requests for \(them) never carry `\(key.excerpt)`",
            help: """
                move \(them) to a statement without the tag, with the names of the resources; `IfExists` would \
                \(allows ? "allow" : "deny") \(them) on every resource
                """,
            severity: allows ? .note : .warning,
            issue: allows
                ? "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"
                : "DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE")
    }

    fileprivate static func excepting(_ key: String, allows: Bool) -> Message {
        Message(
            "`NotAction` also means actions whose requests never carry `\(key.excerpt)`: this statement does not \(allows ? "allow" : "deny") them",
            help: "list the actions that are meant in `Action`",
            severity: allows ? .note : .warning,
            issue: allows
                ? "ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"
                : "DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE")
    }
}
