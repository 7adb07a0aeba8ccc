/// A `Version` that names no version of the policy language.
enum VersionInvalid: PolicyRule {
    static let metadata = RuleMetadata(
        id: "version-invalid", wing: .grammar, severity: .error, kinds: .policies, fixes: [.preserving, .suggestion],
        references: [
            .accessAnalyzer("INVALID_VERSION"), .accessAnalyzer("DATA_TYPE_MISMATCH"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html"),
            .peer(.parliament, "INVALID_VERSION"), .peer(.iamPolicyValidator, "policy_structure.invalid_version"),
            .peer(.iamPolicyValidator, "policy_parsing.policy_parse_error"), .peer(.cfnLint, "E3510"),
            .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        guard let member = policy.version.member else { return }
        let written = member.value.string
        if let written, Policy.versions.contains(written) { return }
        // Without variables both versions mean the same; with them, only a slip of 2012 tells.
        let isPlain =
            !policy.mayHoldVariables || NearestWord.find(written ?? "", among: Policy.versions) == Policy.versions[0]
        let edit = context.editing.replace(member.value.span, withString: Policy.versions[0])
        context.report(
            .versionInvalid(written ?? context.text[member.value.span], isText: written != nil), at: member.value.span,
            fix: Fix("write `2012-10-17`", isPlain ? .preserving : .suggestion, [edit]))
    }
}

extension Message {
    fileprivate static func versionInvalid(_ written: String, isText: Bool) -> Message {
        Message(
            "`\(written.excerpt)` is no version of the policy language",
            help: "write `\"2012-10-17\"`: it is the language's date, not the date of your policy",
            issue: isText ? "INVALID_VERSION" : "DATA_TYPE_MISMATCH")
    }
}
