/// An action with wildcards that matches no action of its service.
enum ActionPatternUnmatched: PolicyRule {
    static let metadata = RuleMetadata(
        id: "action-pattern-unmatched", wing: .services, severity: .warning, kinds: .policies,
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html"),
            .peer(.parliament, "UNKNOWN_ACTION"), .peer(.iamPolicyValidator, "action_validation.invalid_action"),
            .peer(.cfnLint, "W3037"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for doubtful in context.doubtfulActions where doubtful.doubt == .unmatchedPattern {
            context.report(.unmatched(doubtful.action.value, context.catalogue.date), at: doubtful.action.span)
        }
    }
}

extension Message {
    fileprivate static func unmatched(_ pattern: String, _ date: String) -> Message {
        Message(
            "`\(pattern.excerpt)` matches no action, as of \(date)",
            help: "correct the pattern, or remove it: it stands for nothing")
    }
}
