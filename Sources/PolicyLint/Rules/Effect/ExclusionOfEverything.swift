/// A statement about all actions, resources or principals, but all of them.
enum ExclusionOfEverything: StatementRule {
    static let metadata = RuleMetadata(
        id: "exclusion-of-everything", wing: .effect, severity: .warning,
        kinds: .policies.subtracting(.trustPolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html"),
            .peer(.iamPolicyValidator, "not_action_not_resource.not_action_allow_ineffective"),
            .peer(.iamPolicyValidator, "not_action_not_resource.not_resource_deny_ineffective"),
        ])

    static let concerns: Statement.Contents = .exclusions

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.allows || statement.denies else { return }
        for action in statement.notActions where GlobPattern.isEveryAction(action.value) {
            context.report(.nothing("NotAction", action.value, "action", denies: statement.denies), at: action.span)
        }
        for resource in statement.notResources where GlobPattern.isEveryResource(resource.value) {
            context.report(
                .nothing("NotResource", resource.value, "resource", denies: statement.denies), at: resource.span)
        }
        guard DocumentKinds.policiesWithPrincipal.contains(context.document.kind) else { return }
        for principal in statement.notPrincipal.value?.principals ?? []
        where principal.type == .aws && principal.identity == .anyone {
            context.report(.nobody(denies: statement.denies), at: principal.value.span)
        }
    }
}

extension Message {
    fileprivate static func nobody(denies: Bool) -> Message {
        Message(
            "`NotPrincipal` with `*` excepts everyone, so the statement \(denies ? "denies nobody" : "lets nobody in")",
            help: "write `Principal` if everyone was meant; or list who is to be excepted")
    }

    fileprivate static func nothing(_ element: String, _ value: String, _ what: String, denies: Bool) -> Message {
        Message(
            "`\(element)` with `\(value)` excepts every \(what), so the statement \(denies ? "denies" : "allows") nothing",
            help: "write `\(element.dropFirst(3))` if every \(what) was meant; or list what is to be excepted")
    }
}
