/// The policy of a resource with actions or ARNs of another service.
enum ResourcePolicyForeignService: PolicyRule {
    static let metadata = RuleMetadata(
        id: "resource-policy-foreign-service", wing: .services, severity: .error,
        kinds: DocumentKinds(.resourcePolicy), fixes: [.preserving, .suggestion],
        references: [
            .accessAnalyzer("UNSUPPORTED_ACTION_IN_POLICY"), .accessAnalyzer("UNSUPPORTED_RESOURCE_ARN_IN_POLICY"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-action-in-policy"
            ),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        guard let bearer = context.policyBearer else { return }
        let isCertain = context.document.owner.kind != nil
        for statement in policy.statements {
            let actions = statement.actions.filter { bearer.isForeign(action: $0.value) }
            for action in actions {
                let fix = removal(action, among: actions, of: statement.action.value, isCertain, context)
                context.report(.action(action.value, bearer, isCertain), at: action.span, fix: fix)
            }
            let resources = statement.resources.filter { bearer.isForeign(resource: $0.value) }
            for resource in resources {
                let fix = removal(resource, among: resources, of: statement.resource.value, isCertain, context)
                context.report(.resource(resource.value, bearer, isCertain), at: resource.span, fix: fix)
            }
        }
    }

    /// Takes out what no request for the resource can match, where something else is left in its list. Nothing
    /// is certain where the document does not say whose it is.
    private static func removal(
        _ item: Located<String>, among foreign: [Located<String>], of list: StringList?, _ isCertain: Bool,
        _ context: RuleContext
    ) -> Fix? {
        guard let list, list.items.count > foreign.count,
            let edits = context.editing.removeElement(at: item.span, of: list.node)
        else { return nil }
        return Fix("remove `\(item.value.excerpt)`", isCertain ? .preserving : .suggestion, edits)
    }
}

extension Message {
    fileprivate static func action(_ action: String, _ bearer: PolicyBearer, _ isCertain: Bool) -> Message {
        Message(
            "\(subject(bearer, isCertain)) cannot have `\(action.excerpt)`, an action of another service",
            help: """
                write it in a policy of the resource it works on, or of who calls it; here, name actions of \
                `\(bearer.service)`
                """,
            severity: isCertain ? .error : .warning, issue: isCertain ? "UNSUPPORTED_ACTION_IN_POLICY" : .none)
    }

    fileprivate static func resource(_ resource: String, _ bearer: PolicyBearer, _ isCertain: Bool) -> Message {
        Message(
            "\(subject(bearer, isCertain)) cannot be about `\(resource.excerpt)`, a resource of another service",
            help: "name the ARN of \(bearer.inWords), in the service `\(bearer.service)`",
            severity: isCertain ? .error : .warning, issue: isCertain ? "UNSUPPORTED_RESOURCE_ARN_IN_POLICY" : .none)
    }

    private static func subject(_ bearer: PolicyBearer, _ isCertain: Bool) -> String {
        isCertain ? "the policy of \(bearer.inWords)" : "this looks like the policy of \(bearer.inWords), which"
    }
}
