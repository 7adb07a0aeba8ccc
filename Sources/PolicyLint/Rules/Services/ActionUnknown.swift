/// An action that its service does not have.
enum ActionUnknown: PolicyRule {
    static let metadata = RuleMetadata(
        id: "action-unknown", wing: .services, severity: .error,
        // What is no action on a role has a rule of its own.
        kinds: .policies.subtracting(.trustPolicy), fixes: [.suggestion],
        references: [
            .accessAnalyzer("INVALID_ACTION"),
            .documentation(
                "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"
            ),
            .peer(.parliament, "UNKNOWN_ACTION"), .peer(.iamPolicyValidator, "action_validation.invalid_action"),
            .peer(.cfnLint, "W3037"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        let catalogue = context.catalogue
        for doubtful in context.doubtfulActions {
            let action = doubtful.action
            if doubtful.doubt == .formerAction {
                context.report(.former(action.value, catalogue.date), at: action.span)
            } else if doubtful.doubt == .unknownAction {
                let nearest = catalogue.nearestAction(to: action.value)
                let service = catalogue.serviceName(doubtful.service) ?? "`\(doubtful.service)`"
                context.report(
                    .unknown(action.value, service, nearest, catalogue.date), at: action.span,
                    fix: nearest.map {
                        let edit = context.editing.replace(action.span, withString: $0)
                        return Fix("write `\($0)`", .suggestion, [edit])
                    })
            }
        }
    }
}

extension Message {
    fileprivate static func unknown(_ action: String, _ service: String, _ nearest: String?, _ date: String) -> Message
    {
        let question = nearest.map { "; did you mean `\($0)`?" } ?? ""
        return Message(
            "\(service) has no action `\(action.excerpt)`, as of \(date)\(question)",
            help: """
                correct the name, or remove it: it allows and denies nothing; if the action is newer than \(date), give a \
                newer catalogue with `--catalogue`
                """)
    }

    fileprivate static func former(_ action: String, _ date: String) -> Message {
        Message(
            "AWS no longer documents `\(action.excerpt)`, as of \(date)",
            help: "remove it, once nothing of yours uses it", severity: .warning)
    }
}
