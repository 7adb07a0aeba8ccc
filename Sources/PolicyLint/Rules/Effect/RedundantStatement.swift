/// A statement all of whose requests other statements of the same effect speak of already.
enum RedundantStatement: PolicyRule {
    static let metadata = RuleMetadata(
        id: "redundant-statement", wing: .effect, severity: .note, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("REDUNDANT_STATEMENT"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for finding in context.redundantStatements?.covered ?? [] { report(finding, in: policy, &context) }
    }

    private static func report(
        _ finding: RedundantStatements.Finding, in policy: Policy, _ context: inout RuleContext
    ) {
        guard let effect = finding.statement.effect.member else { return }
        let related = finding.covering.compactMap(\.effect.member).map {
            Diagnostic.Related("this statement speaks of them already", at: $0.value.span)
        }
        if finding.losesConditions, let condition = finding.statement.condition.member {
            // Whoever wrote the condition wants it to hold: to take it away is for them to decide.
            if finding.statement.mentionsMFA { return }
            context.report(.idleCondition, at: condition.key.span, related: related)
            return
        }
        let mayNeedIt = finding.covering.contains { isDoubtful($0, &context) }
        let edits = policy.statementMember.flatMap {
            mayNeedIt ? nil : context.editing.removeElement(at: finding.statement.node.span, of: $0.value)
        }
        context.report(
            .covered(allows: finding.statement.allows, byMany: finding.covering.count > 1), at: effect.value.span,
            fix: edits.map { Fix("remove the statement", .preserving, $0) }, related: related)
    }

    /// Whether what covers the statement excepts less than is meant, by a slip, or AWS refuses it: once it is corrected,
    /// the statement may be needed.
    private static func isDoubtful(_ covering: Statement, _ context: inout RuleContext) -> Bool {
        context.document.kind == .resourceControlPolicy && !covering.notAction.isAbsent
            || context.doubtfulActions.contains { $0.statement === covering && $0.isExcepted }
            || context.misfitResources.contains { $0.statement === covering && $0.isExcepted }
    }
}

extension Message {
    fileprivate static func covered(allows: Bool, byMany: Bool) -> Message {
        let covering =
            switch (allows, byMany) {
            case (true, false): "another one allows all of it already"
            case (false, false): "another one denies all of it already"
            case (true, true): "others together allow all of it already"
            case (false, true): "others together deny all of it already"
            }
        return Message(
            "this statement changes nothing: \(covering)",
            help: "remove it; or narrow what covers it, if that says more than is meant")
    }

    fileprivate static let idleCondition = Message(
        "this condition limits nothing: another statement allows all of it, under a wider condition or none",
        help: "narrow the other statement, or give it the same condition; one statement that allows is enough",
        severity: .warning, issue: .none)
}
