/// A Deny that reaches encrypted requests alone, or an Allow that lets in plain ones alone.
enum SecureTransportReversed: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "secure-transport-reversed", wing: .conditions, severity: .warning, kinds: .policies, fixes: [.suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport"
            ),
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html#example-bucket-policies-HTTP-HTTPS"
            ),
        ])

    static let keys: NameSet = ["aws:SecureTransport"]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.allows || statement.denies else { return }
        let reversed = statement.denies ? "true" : "false"
        for condition in statement.conditions where condition.isOn(keys) {
            guard condition.operator?.name == .bool, !condition.values.isEmpty,
                condition.values.allSatisfy({ $0.value.equalsIgnoringCase(reversed) })
            else { continue }
            let isAlone = statement.conditions.count == 1
            context.report(
                statement.denies ? .deny(isAlone: isAlone) : .allow, at: condition.keyMember.span,
                fix: fix(condition, statement.denies ? "false" : "true", context))
        }
    }

    /// The other value, which is nearly always meant. It may let more in.
    private static func fix(_ condition: Condition, _ value: String, _ context: RuleContext) -> Fix? {
        let span = condition.keyMember.value.span
        return Fix("write `\"\(value)\"`", .suggestion, [context.editing.replace(span, withString: value)])
    }
}

extension Message {
    fileprivate static func deny(isAlone: Bool) -> Message {
        Message(
            isAlone
                ? "this denies every encrypted request, and lets plain HTTP pass"
                : "this denies encrypted requests alone: plain HTTP gets past it",
            help: "to require encryption, deny where `aws:SecureTransport` is `\"false\"`")
    }

    fileprivate static let allow = Message(
        "this allows requests by plain HTTP alone, and no encrypted ones",
        help: "to require encryption, allow where `aws:SecureTransport` is `\"true\"`")
}
