/// A condition on what the caller writes into the request as they like.
enum SpoofableConditionKey: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "spoofable-condition-key", wing: .conditions, severity: .warning, kinds: .policies,
        fixes: [.suggestion],
        references: [
            .accessAnalyzer("UNTRUSTWORTHY_CONDITION_KEY"),
            .accessAnalyzer("RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-referer"
            ),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-useragent"
            ),
        ])

    /// The keys that AWS fills from headers of HTTP.
    static let keys: NameSet = ["aws:Referer", "aws:UserAgent"]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.allows || statement.denies else { return }
        for condition in statement.conditions where condition.isOn(keys) {
            let span = condition.keyMember.key.span
            // A service writes no lies, but there are keys that say plainly for whom it acts.
            guard let service = onlyService(statement) else {
                context.report(.spoofable(condition.key), at: span)
                continue
            }
            if statement.conditions.contains(where: { CallerKey.isOfSource($0.key) }) { continue }
            context.report(.weak(condition.key, service), at: span, fix: fix(condition, context))
        }
    }

    /// A service principal, if the statement allows something to services alone.
    private static func onlyService(_ statement: Statement) -> String? {
        guard statement.allows, statement.principals.allSatisfy({ $0.type == .service }) else { return nil }
        return statement.principals.first?.value.value
    }

    /// Some services wrote the account for which they act into the referer.
    private static func fix(_ condition: Condition, _ context: RuleContext) -> Fix? {
        guard !condition.values.isEmpty,
            condition.values.allSatisfy({ AmazonResourceName.isAccountID($0.value) })
        else { return nil }
        let edit = context.editing.rename(condition.keyMember, to: "aws:SourceAccount")
        return Fix("test `aws:SourceAccount`", .suggestion, [edit])
    }
}

extension Message {
    fileprivate static func spoofable(_ key: String) -> Message {
        Message(
            "`\(key.excerpt)` is what the caller writes into a header: anybody can write what this condition wants",
            help: "limit access by who calls or from which network, and do not rely on this key for protection",
            issue: "UNTRUSTWORTHY_CONDITION_KEY")
    }

    fileprivate static func weak(_ key: String, _ service: String) -> Message {
        Message(
            "`\(key.excerpt)` is a weak sign of whom `\(service)` acts for",
            help: """
                test `aws:SourceArn`, `aws:SourceAccount`, `aws:SourceOrgID` or `aws:SourceOrgPaths` instead, as the \
                documentation of the service says
                """, severity: .note, issue: "RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL")
    }
}
