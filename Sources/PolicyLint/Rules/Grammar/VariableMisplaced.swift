/// A policy variable where AWS does not replace any.
enum VariableMisplaced: StatementRule {
    static let metadata = RuleMetadata(
        id: "variable-misplaced", wing: .grammar, severity: .error, kinds: .policies,
        references: [
            .accessAnalyzer("VARIABLE_UNSUPPORTED_IN_ELEMENT"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        check(statement.action, &context)
        check(statement.notAction, &context)
        check(statement.principal, &context)
        check(statement.notPrincipal, &context)
    }

    private static func check(_ element: Element<StringList>, _ context: inout RuleContext) {
        guard case .present(let list, let member) = element else { return }
        for item in list.items where item.value.hasPolicyVariable {
            context.report(.misplaced(item.value, member.key.value), at: item.span)
        }
    }

    private static func check(_ element: Element<PrincipalBlock>, _ context: inout RuleContext) {
        guard case .present(let block, let member) = element else { return }
        for principal in block.principals where principal.value.value.hasPolicyVariable {
            context.report(.misplaced(principal.value.value, member.key.value), at: principal.value.span)
        }
    }
}

extension Message {
    fileprivate static func misplaced(_ text: String, _ element: String) -> Message {
        Message(
            "AWS replaces no variable in `\(element)`: `\(text.excerpt)` is plain text to it",
            help: "write the value itself; variables work in `Resource` and in conditions")
    }
}
