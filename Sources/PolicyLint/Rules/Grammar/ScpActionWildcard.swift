/// A wildcard that is not the last letter of an action, in a service control policy.
enum ScpActionWildcard: StatementRule {
    static let metadata = RuleMetadata(
        id: "scp-action-wildcard", wing: .grammar, severity: .warning, kinds: DocumentKinds(.serviceControlPolicy),
        references: [
            .accessAnalyzer("SCP_SYNTAX_ERROR_ACTION_WILDCARD"),
            .documentation(
                "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for list in statement.actionLists {
            for action in list.items where hasInnerWildcard(action.value) {
                context.report(.inner(action.value), at: action.span)
            }
        }
    }

    /// Whether a wildcard stands in the name, and something other than `*` behind it. A `?` is one wherever it
    /// stands.
    private static func hasInnerWildcard(_ action: String) -> Bool {
        // A quick look: most actions have none.
        guard action.hasWildcard, let colon = action.firstIndex(of: ":") else { return false }
        let name = action[action.index(after: colon)...]
        let end = name.utf8.reversed().drop { $0 == UInt8(ascii: "*") }
        return end.contains(where: NamePattern.isWildcard)
    }
}

extension Message {
    fileprivate static func inner(_ action: String) -> Message {
        Message(
            """
            until September 2025 a service control policy could have `*` only at the end of an action, unlike \
            `\(action.excerpt)`
            """,
            help: """
                AWS Organizations takes it now; where tools of yours do not, list the actions, or end the pattern with `*`
                """
        )
    }
}
