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
        // A quick look: most policies repeat none.
        guard mayRepeat(policy.statements) else { return }
        var first: [String: Located<String>] = [:]
        var taken = Set(policy.statements.compactMap { $0.sid.value?.value })
        for statement in policy.statements {
            guard let sid = statement.sid.value, !sid.value.isEmpty else { continue }
            guard let original = first[sid.value] else {
                first[sid.value] = sid
                continue
            }
            let name = unused(sid.value, &taken)
            context.report(
                .repeated(sid.value, context.document.kind), at: sid.span,
                fix: Fix("write `\(name)`", .preserving, [context.editing.replace(sid.span, withString: name)]),
                related: [Diagnostic.Related("`\(sid.value)` stands here", at: original.span)])
        }
    }

    /// Whether two ids have the same letters, whatever their case.
    private static func mayRepeat(_ statements: [Statement]) -> Bool {
        var hashes: [UInt64] = []
        hashes.reserveCapacity(statements.count)
        for statement in statements {
            if case .present(let sid, _) = statement.sid { hashes.append(TextHash(sid.value).value) }
        }
        hashes.sort()
        return zip(hashes, hashes.dropFirst()).contains { $0 == $1 }
    }

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
