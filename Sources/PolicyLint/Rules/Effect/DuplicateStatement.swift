/// A statement that says the same as another one.
enum DuplicateStatement: PolicyRule {
    static let metadata = RuleMetadata(
        id: "duplicate-statement", wing: .effect, severity: .warning, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("REDUNDANT_STATEMENT"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for finding in context.redundantStatements?.repetitions ?? [] {
            guard let effect = finding.statement.effect.member else { continue }
            let edits = policy.statementMember.flatMap {
                context.editing.removeElement(at: finding.statement.node.span, of: $0.value)
            }
            context.report(
                .repetition, at: effect.value.span,
                fix: edits.map { Fix("remove the repetition", .preserving, $0) },
                related: finding.covering.compactMap(\.effect.member).map {
                    Diagnostic.Related("the other statement stands here", at: $0.value.span)
                })
        }
    }
}

extension Message {
    fileprivate static let repetition = Message(
        "this statement says the same as another one",
        help: "remove one of the two: whoever changes only one of them later changes nothing, or less than is meant")
}
