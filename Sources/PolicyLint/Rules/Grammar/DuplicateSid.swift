/// Two statements with the same id.
enum DuplicateSid: PolicyRule {
    static let metadata = RuleMetadata(
        id: "duplicate-sid", wing: .grammar, severity: .error, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("UNIQUE_SIDS_REQUIRED"), .accessAnalyzer("UNIQUE_SIDS_RECOMMENDED"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html"),
            .peer(.parliament, "DUPLICATE_SID"), .peer(.iamPolicyValidator, "sid_uniqueness.duplicate_sid"),
            .peer(.cfnLint, "E3510"), .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // A quick look: one statement repeats nothing.
        if policy.statements.count == 1 { return }
        var hashes: [TextHash] = []
        hashes.reserveCapacity(policy.statements.count)
        for statement in policy.statements {
            if let hash = sid(statement, { TextHash($0.value) }) { hashes.append(hash) }
        }
        let repetitions = hashes.repetitions
        // A quick look: most policies repeat none.
        if repetitions.isEmpty { return }
        let sids = policy.statements.compactMap { sid($0) { $0 } }
        var taken = Set(sids.map(\.value))
        for index in repetitions {
            let sid = sids[index]
            guard let original = sids[..<index].first(where: { $0.value == sid.value }) else { continue }
            let name = unused(sid.value, &taken)
            context.report(
                .repeated(sid.value, context.document.kind), at: sid.span,
                fix: Fix("write `\(name)`", .preserving, [context.editing.replace(sid.span, withString: name)]),
                related: [Diagnostic.Related("`\(sid.value)` stands here", at: original.span)])
        }
    }

    /// What something makes of the id of a statement; nil where that has none.
    private static func sid<Result>(_ statement: Statement, _ body: (Located<String>) -> Result) -> Result? {
        if case .present(let sid, _) = statement.sid, !sid.value.isEmpty { body(sid) } else { nil }
    }

    /// The id with the first number that makes it one of its own.
    private static func unused(_ name: String, _ taken: inout Set<String>) -> String {
        var number = 2
        while !taken.insert("\(name)\(number)").inserted { number += 1 }
        return "\(name)\(number)"
    }
}

extension Message {
    fileprivate static func repeated(_ sid: String, _ kind: DocumentKind) -> Message {
        let mustDiffer = DocumentKinds(.identityPolicy, .permissionsBoundary, .sessionPolicy, .trustPolicy)
            .contains(kind)
        return Message(
            "another statement has the `Sid` `\(sid.excerpt)`", help: "give each statement an id of its own, or none",
            severity: mustDiffer ? .error : .warning,
            issue: mustDiffer ? "UNIQUE_SIDS_REQUIRED" : "UNIQUE_SIDS_RECOMMENDED")
    }
}
