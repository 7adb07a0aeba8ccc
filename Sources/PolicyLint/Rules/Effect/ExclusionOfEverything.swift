/// A statement about all actions, or all resources, but all of them.
enum ExclusionOfEverything: StatementRule {
    static let metadata = RuleMetadata(
        id: "exclusion-of-everything", wing: .effect, severity: .warning,
        kinds: .policies.subtracting(.trustPolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html"),
            .peer(.iamPolicyValidator, "not_action_not_resource.not_action_allow_ineffective"),
            .peer(.iamPolicyValidator, "not_action_not_resource.not_resource_deny_ineffective"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.allows || statement.denies else { return }
        for action in statement.notActions where GlobPattern.isEveryAction(action.value) {
            context.report(.nothing("NotAction", action.value, "action", denies: statement.denies), at: action.span)
        }
        for resource in statement.notResources where GlobPattern.isEveryResource(resource.value) {
            context.report(
                .nothing("NotResource", resource.value, "resource", denies: statement.denies), at: resource.span)
        }
    }
}

extension Message {
    fileprivate static func nothing(_ element: String, _ value: String, _ what: String, denies: Bool) -> Message {
        Message(
            "`\(element)` with `\(value)` excepts every \(what), so the statement \(denies ? "denies" : "allows") nothing",
            help: "write `\(element.dropFirst(3))` if every \(what) was meant; or list what is to be excepted")
    }
}
