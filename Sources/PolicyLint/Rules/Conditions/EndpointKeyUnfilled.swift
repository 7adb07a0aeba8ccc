/// A key about the owner of a VPC endpoint, for services that do not fill it.
enum EndpointKeyUnfilled: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "endpoint-key-unfilled", wing: .conditions, severity: .warning, kinds: .policies,
        references: [
            .accessAnalyzer("USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount"
            ),
        ])

    static let keys = EndpointKey.allNames

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions {
            guard let key = EndpointKey.named(condition.key), condition.operator != nil else { continue }
            let span = condition.keyMember.key.span
            if !statement.notAction.isAbsent {
                context.report(.everywhere(condition.key), at: span)
                continue
            }
            let strangers = statement.actions.filter { !key.isFilled(for: $0.value) }
            if strangers.contains(where: { GlobPattern.isEveryAction($0.value) }) {
                context.report(.everywhere(condition.key), at: span)
            } else if !strangers.isEmpty {
                context.report(
                    .unfilled(condition.key, strangers.map(\.value)), at: span,
                    related: strangers.map {
                        Diagnostic.Related("`\($0.value)` does not fill the key", at: $0.span)
                    })
            }
        }
    }
}

extension Message {
    fileprivate static func unfilled(_ key: String, _ actions: [String]) -> Message {
        Message(
            "AWS does not list the services of \(actions.namesInShort) among those that fill `\(key.excerpt)`",
            help: "keep the condition to actions of services that fill the key, and use `aws:SourceVpce` for the others"
        )
    }

    fileprivate static func everywhere(_ key: String) -> Message {
        Message(
            "only some services fill `\(key.excerpt)`, and this statement means all of them",
            help: "list actions of services that fill the key, and use `aws:SourceVpce` for the others")
    }
}
