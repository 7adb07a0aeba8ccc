/// An action that another action of the same list covers.
enum RedundantAction: StatementRule {
    static let metadata = RuleMetadata(
        id: "redundant-action", wing: .effect, severity: .note,
        // In a trust policy it is the wildcard that is too much.
        kinds: .policies.subtracting(.trustPolicy), fixes: [.preserving],
        references: [
            .accessAnalyzer("REDUNDANT_ACTION"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        // A quick look: most lists hold no wildcard.
        for list in statement.actionLists where list.traits.contains(.wildcard) {
            for finding in RedundantPatterns.find(in: list.items, as: .actions) {
                let (action, cover) = (list.items[finding.member], list.items[finding.cover])
                // Beside every action it is the other one that is to go, more often than not.
                let edits =
                    GlobPattern.isEveryAction(cover.value)
                    ? nil : context.editing.removeElement(at: action.span, of: list.node)
                context.report(
                    .covered(action.value, by: cover.value), at: action.span,
                    fix: edits.map { Fix("remove `\(action.value)`", .preserving, $0) },
                    related: [Diagnostic.Related("`\(cover.value.excerpt)` stands here", at: cover.span)])
            }
        }
    }
}

extension Message {
    fileprivate static func covered(_ action: String, by cover: String) -> Message {
        Message(
            "`\(action.excerpt)` adds nothing to `\(cover.excerpt)`",
            help: "remove it; or remove `\(cover.excerpt)`, if it says more than is meant")
    }
}
