/// A resource that another resource of the same list covers.
enum RedundantResource: PolicyRule {
    static let metadata = RuleMetadata(
        id: "redundant-resource", wing: .effect, severity: .note, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("REDUNDANT_RESOURCE"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        let hasVariables = policy.replacesVariables
        // A quick look: most statements name one resource.
        for statement in policy.statements where statement.resources.count + statement.notResources.count > 1 {
            // A quick look: many lists hold no wildcard.
            for list in statement.resourceLists where list.traits.contains(.wildcard) {
                let kind = RedundantPatterns.Kind.resources(hasVariables: hasVariables)
                for finding in RedundantPatterns.find(in: list.items, as: kind) {
                    report(list.items[finding.member], list.items[finding.cover], list, hasVariables, &context)
                }
            }
        }
    }

    private static func report(
        _ resource: Located<String>, _ cover: Located<String>, _ list: StringList, _ hasVariables: Bool,
        _ context: inout RuleContext
    ) {
        // A variable without a value may make the statement invalid, and so take part in what it does.
        func variables(_ text: String) -> Set<PolicyVariable> {
            GlobPattern(resource: text, hasVariables: hasVariables).variables
        }
        let isWithoutEffect =
            // Most resources hold none.
            !list.traits.contains(.variable) || variables(resource.value).isSubset(of: variables(cover.value))
        // Beside every resource it is the other one that is to go, more often than not.
        let edits =
            isWithoutEffect && !GlobPattern.isEveryResource(cover.value)
            ? context.editing.removeElement(at: resource.span, of: list.node) : nil
        context.report(
            .covered(resource.value, by: cover.value), at: resource.span,
            fix: edits.map { Fix("remove `\(resource.value.excerpt)`", .preserving, $0) },
            related: [Diagnostic.Related("`\(cover.value.excerpt)` stands here", at: cover.span)])
    }
}

extension Message {
    fileprivate static func covered(_ resource: String, by cover: String) -> Message {
        Message(
            "`\(resource.excerpt)` adds nothing to `\(cover.excerpt)`",
            help: "remove it; or remove `\(cover.excerpt)`, if it says more than is meant")
    }
}
