/// An Allow of which Deny statements of the same policy leave nothing.
enum ShadowedAllow: PolicyRule {
    static let metadata = RuleMetadata(
        id: "shadowed-allow", wing: .effect, severity: .warning, kinds: .policies, fixes: [.suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html"
            )
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for finding in ShadowedAllows.find(in: policy) {
            guard let effect = finding.statement.effect.member else { continue }
            let edits = policy.statementMember.flatMap {
                context.editing.removeElement(at: finding.statement.node.span, of: $0.value)
            }
            context.report(
                .shadowed, at: effect.value.span,
                fix: edits.map { Fix("remove the statement", .suggestion, $0) },
                related: finding.denies.compactMap(\.effect.member).map {
                    Diagnostic.Related("this Deny stops it", at: $0.value.span)
                })
        }
    }
}

extension Message {
    fileprivate static let shadowed = Message(
        "this statement allows nothing: a Deny of the same policy stops all of it, and a Deny always wins",
        help: "take out of the Deny what is to be allowed; or remove this statement")
}
