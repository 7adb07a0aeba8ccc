/// A policy without `Version`.
enum VersionMissing: PolicyRule {
    static let metadata = RuleMetadata(
        id: "version-missing", wing: .grammar, severity: .warning, kinds: .policies, fixes: [.preserving, .suggestion],
        references: [
            .accessAnalyzer("MISSING_VERSION"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html"),
            .peer(.parliament, "NO_VERSION"), .peer(.iamPolicyValidator, "policy_structure.missing_version"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        guard policy.version.isAbsent else { return }
        let edit = context.editing.insertFirstMember("Version", .string(Policy.versions[0]), into: policy.node)
        let variable = policy.firstVariable
        context.report(
            .versionMissing(variable?.value), at: policy.node.openingBracket,
            fix: Fix("add `Version`", policy.mayHoldVariables ? .suggestion : .preserving, [edit]),
            related: variable.map { [Diagnostic.Related("a policy variable that is not replaced", at: $0.span)] } ?? [])
    }
}

extension Message {
    fileprivate static func versionMissing(_ variable: String?) -> Message {
        guard let variable else {
            return Message(
                "the policy has no `Version`, so the outdated language of 2008 applies",
                help: "add `\"Version\": \"2012-10-17\"`")
        }
        return Message(
            "the policy has no `Version`, so `\(variable.excerpt)` is plain text and its variable is not replaced",
            help:
                "add `\"Version\": \"2012-10-17\"` if the variable is meant as one; the policy then matches other requests",
            severity: .error)
    }
}
