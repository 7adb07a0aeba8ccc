/// An action that works on none of the resources of its statement, or a resource of a service that none of the actions
/// is about.
enum ActionResourceMismatch: PolicyRule {
    static let metadata = RuleMetadata(
        id: "action-resource-mismatch", wing: .services, severity: .warning,
        kinds: [.principalPolicies, DocumentKinds(.resourcePolicy, .resourceControlPolicy, .vpcEndpointPolicy)],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"
            ),
            .peer(.parliament, "RESOURCE_MISMATCH"),
            .peer(.iamPolicyValidator, "action_resource_matching.resource_mismatch"), .peer(.cfnLint, "I3510"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        var judge = ResourceFit.Judge(context.catalogue)
        for statement in policy.statements {
            if let fit = ResourceFit(statement, &judge) { report(fit, of: statement, &context) }
        }
    }

    private static func report(_ fit: ResourceFit, of statement: Statement, _ context: inout RuleContext) {
        // What is wrong with an ARN in itself, or in the policy of this bearer, is a finding of its own, and comes first.
        guard !context.misfitResources.contains(where: { $0.statement === statement }) else { return }
        let bearer = context.policyBearer
        let isOfResource = context.document.kind == .resourcePolicy
        for misfit in fit.actions where !(bearer?.isForeign(action: misfit.action.value) ?? false) {
            // The policy of a resource is about the resource, whose service asks it for what no reference lists.
            if isOfResource, misfit.forms.isEmpty { continue }
            context.report(
                .action(misfit.action.value, misfit.forms, denies: statement.denies), at: misfit.action.span)
        }
        for action in fit.strangers where !(bearer?.isForeign(action: action.value) ?? false) {
            context.report(.service(action.value, denies: statement.denies), at: action.span)
        }
        for resource in fit.resources where !(bearer?.isForeign(resource: resource.value) ?? false) {
            context.report(.resource(resource.value), at: resource.span)
        }
    }
}

extension Message {
    fileprivate static func action(_ action: String, _ forms: [ResourceForm], denies: Bool) -> Message {
        let effect = denies ? "it denies nothing" : "it allows nothing"
        if forms.isEmpty, WholeServiceAction.has(action) {
            return Message(
                "`\(action)` works on `*` alone: with these resources, \(effect)",
                help: "give it a statement of its own, with `\"Resource\": \"*\"`")
        }
        guard let first = forms.first else {
            return Message(
                """
                AWS documents no resource type for `\(action)`: on resources other than `*`, it may \
                \(denies ? "deny" : "allow") nothing
                """,
                help: "give it a statement of its own, with `\"Resource\": \"*\"`", severity: .note)
        }
        let more = forms.count > 1 ? ", or another of its \(forms.count) forms" : ""
        return Message(
            "`\(action)` works on none of these resources: \(effect)",
            help: "name a resource such as `\(first.example)`\(more)")
    }

    fileprivate static func service(_ action: String, denies: Bool) -> Message {
        Message(
            "no action of `\(action)` works on these resources, which are of other services: it \(denies ? "denies" : "allows") nothing",
            help: "name resources of its service, or give it a statement of its own")
    }

    fileprivate static func resource(_ resource: String) -> Message {
        Message(
            "no action of this statement works on `\(resource.excerpt)`",
            help: "correct the ARN, add the actions that are meant, or remove it", severity: .note)
    }
}
