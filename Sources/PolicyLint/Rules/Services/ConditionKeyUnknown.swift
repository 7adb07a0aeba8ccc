/// A condition key that AWS does not know.
enum ConditionKeyUnknown: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "condition-key-unknown", wing: .services, severity: .error, kinds: .policies, fixes: [.suggestion],
        references: [
            .accessAnalyzer("INVALID_GLOBAL_CONDITION_KEY"), .accessAnalyzer("INVALID_SERVICE_CONDITION_KEY"),
            .accessAnalyzer("DEPRECATED_GLOBAL_CONDITION_KEY"), .accessAnalyzer("UNSUPPORTED_GLOBAL_CONDITION_KEY"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"),
            .documentation(
                "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"
            ),
            .peer(.parliament, "UNKNOWN_CONDITION_FOR_ACTION"),
            .peer(.iamPolicyValidator, "condition_key_validation.invalid_condition_key"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for typed in context.typedConditions where typed.key == nil { check(typed.condition, &context) }
    }

    private static func check(_ condition: Condition, _ context: inout RuleContext) {
        let key = condition.keyMember.key
        guard let prefix = prefix(of: key.value), !IoTPolicyKey.has(key.value) else { return }
        let catalogue = context.catalogue
        let isGlobal = prefix.equalsIgnoringCase("aws")
        guard isGlobal || catalogue.hasService(prefix) else {
            checkForeign(condition, prefix, &context)
            return
        }
        if isDeprecated(key.value) {
            // Only where services call can `aws:SourceArn` be meant, which AWS's second message names.
            let mayMeanSource = DocumentKinds.policiesWithPrincipal.contains(context.document.kind)
            context.report(mayMeanSource ? .unsupported : .deprecated, at: key.span)
            return
        }
        let nearest = catalogue.nearestConditionKey(to: key.value)
        let service = isGlobal ? "AWS" : catalogue.serviceName(prefix) ?? "`\(prefix)`"
        context.report(
            .unknown(key.value, service, nearest, catalogue.date, isGlobal: isGlobal), at: key.span,
            fix: nearest.flatMap { near in
                // A name with a placeholder is for the person to fill in.
                guard !near.utf8.contains(UInt8(ascii: "$")), !near.utf8.contains(UInt8(ascii: "<")) else { return nil }
                return Fix("write `\(near)`", .suggestion, [context.editing.rename(condition.keyMember, to: near)])
            })
    }

    /// Looks at a key whose prefix is no service's.
    private static func checkForeign(_ condition: Condition, _ prefix: Substring, _ context: inout RuleContext) {
        let key = condition.keyMember.key
        // A prefix with a dot is the address of an identity provider, whose keys nobody can list.
        guard prefix.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }),
            !context.catalogue.hasConditionKeys(withPrefix: prefix),
            !context.catalogue.hasFormerActions(ofService: prefix)
        else { return }
        let nearest = context.catalogue.nearestConditionKey(toForeign: key.value)
        context.report(
            .foreign(prefix, nearest, context.catalogue.date), at: key.span,
            fix: nearest.map {
                Fix("write `\($0)`", .suggestion, [context.editing.rename(condition.keyMember, to: $0)])
            })
    }

    /// What stands before the colon, where it can be the prefix of a service.
    private static func prefix(of key: String) -> Substring? {
        guard let colon = key.firstIndex(of: ":"), colon != key.startIndex, key.index(after: colon) != key.endIndex,
            !isWithoutTag(key)
        else { return nil }
        return key[..<colon]
    }

    /// Whether a key names a family of tags and no tag, which is a flaw of its form.
    private static func isWithoutTag(_ key: String) -> Bool {
        ["aws:RequestTag", "aws:ResourceTag", "aws:PrincipalTag"].contains {
            key.equalsIgnoringCase($0) || key.equalsIgnoringCase($0 + "/")
        }
    }

    /// Whether the key is the old name of `aws:PrincipalArn`.
    private static func isDeprecated(_ key: String) -> Bool { key.equalsIgnoringCase("aws:ARN") }
}

extension Message {
    fileprivate static func unknown(
        _ key: String, _ service: String, _ nearest: String?, _ date: String, isGlobal: Bool
    ) -> Message {
        let question = nearest.map { "; did you mean `\($0)`?" } ?? ""
        return Message(
            "\(service) has no condition key `\(key.excerpt)`, as of \(date)\(question)",
            help: """
                correct the key: no request carries it, so the condition never holds, or always does; if it is newer than \
                \(date), give a newer catalogue with `--catalogue`
                """,
            severity: isGlobal ? .error : .warning,
            issue: isGlobal ? "INVALID_GLOBAL_CONDITION_KEY" : "INVALID_SERVICE_CONDITION_KEY")
    }

    fileprivate static func foreign(_ prefix: Substring, _ nearest: String?, _ date: String) -> Message {
        let question = nearest.map { "; did you mean `\($0)`?" } ?? ""
        return Message(
            "no service has the prefix `\(prefix)`, as of \(date)\(question)",
            help: """
                correct the key: no request carries it, so the condition never holds, or always does; if the service is newer \
                than \(date), give a newer catalogue with `--catalogue`
                """,
            severity: .warning, issue: "INVALID_SERVICE_CONDITION_KEY")
    }

    fileprivate static let deprecated = Message(
        "`aws:ARN` is an old key that AWS no longer documents", help: "compare `aws:PrincipalArn`", severity: .warning,
        issue: "DEPRECATED_GLOBAL_CONDITION_KEY")
    fileprivate static let unsupported = Message(
        "`aws:ARN` is an old key that AWS does not support",
        help: "compare `aws:PrincipalArn`; or `aws:SourceArn`, if you mean the resource for which a service calls",
        issue: "UNSUPPORTED_GLOBAL_CONDITION_KEY")
}
