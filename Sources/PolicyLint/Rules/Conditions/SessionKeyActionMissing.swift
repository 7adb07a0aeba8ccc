/// A condition on what is set for a session, in a trust policy that lets nobody set it.
enum SessionKeyActionMissing: PolicyRule {
    static let metadata = RuleMetadata(
        id: "session-key-action-missing", wing: .conditions, severity: .error, kinds: .trustPolicy,
        fixes: [.suggestion],
        references: [
            .accessAnalyzer("MISSING_ACTION_FOR_CONDITION_KEY"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows && assumes(statement) {
            for condition in statement.conditions {
                guard let action = SessionSetting.action(for: condition.key), condition.operator != nil,
                    !policy.statements.contains(where: { $0.allows && $0.allows(action) })
                else { continue }
                let message =
                    condition.holdsWithoutKey
                    ? Message.idle(condition.key, action) : .impossible(condition.key, action)
                context.report(
                    message, at: condition.keyMember.key.span, fix: addition(of: action, to: statement, context))
            }
        }
    }

    private static func assumes(_ statement: Statement) -> Bool {
        RoleAction.allCases.contains { $0.assumes && statement.allows($0) }
    }

    /// Only a person knows whether the callers should set it.
    private static func addition(of action: RoleAction, to statement: Statement, _ context: RuleContext) -> Fix? {
        guard let list = statement.action.value, list.unrecognised.isEmpty else { return nil }
        let all = list.items.map(\.value) + [action.rawValue]
        let edit = context.editing.replace(
            list.node, with: .array(all.map(JSONFragment.string)), in: statement.node)
        return Fix("allow `\(action.rawValue)`", .suggestion, [edit])
    }
}

extension Message {
    fileprivate static func impossible(_ key: String, _ action: RoleAction) -> Message {
        Message(
            "nobody may set `\(key.excerpt)` without `\(action.rawValue)`, so that this statement lets nobody in",
            help: "allow `\(action.rawValue)` beside the action that assumes the role, or remove the condition")
    }

    fileprivate static func idle(_ key: String, _ action: RoleAction) -> Message {
        Message(
            "nobody may set `\(key.excerpt)` without `\(action.rawValue)`, so that this condition tests nothing",
            help: "allow `\(action.rawValue)` beside the action that assumes the role, or remove the condition",
            severity: .note)
    }
}
