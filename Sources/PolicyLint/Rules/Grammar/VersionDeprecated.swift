/// A policy written in the language of 2008.
enum VersionDeprecated: PolicyRule {
    static let metadata = RuleMetadata(
        id: "version-deprecated", wing: .grammar, severity: .warning, kinds: .policies,
        fixes: [.preserving, .suggestion],
        references: [
            .accessAnalyzer("VARIABLE_UNSUPPORTED_IN_VERSION"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html"),
            .peer(.parliament, "OLD_VERSION"), .peer(.iamPolicyValidator, "policy_structure.outdated_version"),
            .peer(.cfnLint, "W2511"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        guard let version = policy.version.value, version.value == Policy.versions[1] else { return }
        let variable = policy.firstVariable
        let edit = context.editing.replace(version.span, withString: Policy.versions[0])
        context.report(
            .versionDeprecated(variable?.value), at: version.span,
            fix: Fix("write `2012-10-17`", policy.mayHoldVariables ? .suggestion : .preserving, [edit]),
            related: variable.map { [Diagnostic.Related("a policy variable that is not replaced", at: $0.span)] } ?? [])
    }
}

extension Message {
    fileprivate static func versionDeprecated(_ variable: String?) -> Message {
        guard let variable else {
            return Message(
                "`2008-10-17` is the outdated version of the policy language", help: "write `2012-10-17`", issue: .none)
        }
        return Message(
            "in the version `2008-10-17`, `\(variable.excerpt)` is plain text and its variable is not replaced",
            help: "write `2012-10-17` if the variable is meant as one; the policy then matches other requests",
            severity: .error)
    }
}
