/// Two statements with the same id.
enum DuplicateSid: PolicyRule {
    static let metadata = RuleMetadata(
        id: "duplicate-sid", wing: .grammar, severity: .error, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("UNIQUE_SIDS_REQUIRED"), .accessAnalyzer("UNIQUE_SIDS_RECOMMENDED"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        guard policy.statements.count > 1 else { return }
        var first: [String: Located<String>] = [:]
        for statement in policy.statements {
            guard let sid = statement.sid.value, !sid.value.isEmpty else { continue }
            guard let original = first[sid.value] else {
                first[sid.value] = sid
                continue
            }
            let name = unused(sid.value, before: sid, in: policy)
            context.report(
                .repeated(sid.value, context.document.kind), at: sid.span,
                fix: Fix("write `\(name)`", .preserving, [context.editing.replace(sid.span, withString: name)]),
                related: [Diagnostic.Related("`\(sid.value)` stands here", at: original.span)])
        }
    }

    /// The id with the number of its occurrence, or with the next number that is free.
    private static func unused(_ name: String, before sid: Located<String>, in policy: Policy) -> String {
        let sids = policy.statements.compactMap(\.sid.value)
        let taken = Set(sids.map(\.value))
        var number = 1 + sids.filter { $0.value == name && $0.span < sid.span }.count
        while taken.contains("\(name)\(number)") { number += 1 }
        return "\(name)\(number)"
    }
}

extension Message {
    fileprivate static func repeated(_ sid: String, _ kind: DocumentKind) -> Message {
        Message(
            "another statement has the `Sid` `\(sid)`", help: "give each statement an id of its own, or none",
            severity: DocumentKinds(.identityPolicy, .permissionsBoundary, .sessionPolicy, .trustPolicy).contains(kind)
                ? .error : .warning)
    }
}
