/// An action in a trust policy that is none of those by which somebody assumes a role.
enum TrustActionUnsupported: StatementRule {
    static let metadata = RuleMetadata(
        id: "trust-action-unsupported", wing: .trust, severity: .error, kinds: .trustPolicy,
        fixes: [.narrowing, .suggestion],
        references: [
            .accessAnalyzer("INVALID_ACTION"),
            .documentation(
                "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for action in statement.actions where RoleAction.matching(action.value).isEmpty {
            let isSTS = action.value.hasPrefixIgnoringCase("sts:")
            if isSTS,
                RoleAction.otherSTSActions.contains(where: {
                    GlobPattern.matches($0, pattern: action.value, ignoringCase: true)
                })
            {
                context.report(.otherAction(action.value), at: action.span, fix: removal(action, statement, context))
            } else if let meant = NearestWord.find(action.value, among: RoleAction.allCases.map(\.rawValue)) {
                // Nothing is allowed by a misspelt action; its correction would allow something.
                let edit = context.editing.replace(action.span, withString: meant)
                context.report(
                    .misspelt(action.value, meant), at: action.span,
                    fix: Fix("use `\(meant)`", .suggestion, [edit]))
            } else if isSTS {
                context.report(.unknown(action.value), at: action.span)
            } else {
                context.report(.otherService(action.value), at: action.span, fix: removal(action, statement, context))
            }
        }
    }

    private static func removal(_ action: Located<String>, _ statement: Statement, _ context: RuleContext) -> Fix? {
        guard statement.allows, let list = statement.action.value, let elements = list.node.array, elements.count > 1,
            let index = elements.firstIndex(where: { $0.span == action.span })
        else { return nil }
        let edits = context.editing.removeElements(at: [index], of: list.node)
        return Fix("remove `\(action.value)`", .narrowing, edits)
    }
}

extension Message {
    fileprivate static func otherService(_ action: String) -> Message {
        Message(
            "AWS refuses `\(action)` in a trust policy, which says only who may assume the role",
            help: "move `\(action)` to a permissions policy of the role, which says what the role may do",
            issue: .none)
    }

    fileprivate static func otherAction(_ action: String) -> Message {
        Message(
            "`\(action)` does nothing in a trust policy, as it is no action on a role",
            help: "remove it; a permissions policy is the place for it", issue: .none)
    }

    fileprivate static func misspelt(_ action: String, _ meant: String) -> Message {
        Message("AWS knows no action `\(action)`", help: "did you mean `\(meant)`?")
    }

    fileprivate static func unknown(_ action: String) -> Message {
        Message(
            "`\(action)` is no known action on a role", help: "check its spelling, or remove it", severity: .warning)
    }
}
