/// A statement id with characters that its kind of policy does not take.
enum SidInvalid: PolicyRule {
    static let metadata = RuleMetadata(
        id: "sid-invalid", wing: .grammar, severity: .error,
        kinds: DocumentKinds(.identityPolicy, .permissionsBoundary, .sessionPolicy, .trustPolicy), fixes: [.preserving],
        references: [
            .accessAnalyzer("UNSUPPORTED_SID"), .accessAnalyzer("EMPTY_SID_VALUE"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html"),
            .peer(.parliament, "INVALID_SID"), .peer(.iamPolicyValidator, "sid_uniqueness.invalid_sid_format"),
            .peer(.cfnLint, "E3510"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements {
            guard case .present(let sid, _) = statement.sid else { continue }
            if sid.value.isEmpty {
                let index = statement.node.object?.firstIndex { $0.value.span == sid.span }
                let edits = index.map { context.editing.removeMember(at: $0, of: statement.node) }
                context.report(.empty, at: sid.span, fix: edits.map { Fix("remove the empty `Sid`", .preserving, $0) })
            } else if sid.value.withBytes(\.hasOthers) {
                context.report(.invalid(sid.value), at: sid.span, fix: fix(sid, policy, context))
            }
        }
    }

    /// Leaves out the characters, where what is left names no other statement.
    private static func fix(_ sid: Located<String>, _ policy: Policy, _ context: RuleContext) -> Fix? {
        let kept = String(decoding: sid.value.utf8.filter { $0.isLetter || $0.isDigit }, as: UTF8.self)
        let isTaken = policy.statements.contains { statement in
            guard let other = statement.sid.value, other.span != sid.span else { return false }
            return String(decoding: other.value.utf8.filter { $0.isLetter || $0.isDigit }, as: UTF8.self) == kept
        }
        if kept.isEmpty || isTaken { return nil }
        return Fix("write `\(kept)`", .preserving, [context.editing.replace(sid.span, withString: kept)])
    }
}

extension Message {
    fileprivate static let empty = Message(
        "the `Sid` is empty", help: "remove it, or give the statement a name", severity: .note,
        issue: "EMPTY_SID_VALUE")

    fileprivate static func invalid(_ sid: String) -> Message {
        Message(
            "the `Sid` `\(sid.excerpt)` holds characters other than letters and digits",
            help: "write it with A–Z, a–z and 0–9 only", issue: "UNSUPPORTED_SID")
    }
}
