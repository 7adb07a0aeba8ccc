/// A policy variable where AWS does not replace any.
enum VariableMisplaced: StatementRule {
    static let metadata = RuleMetadata(
        id: "variable-misplaced", wing: .grammar, severity: .error, kinds: .policies,
        references: [
            .accessAnalyzer("VARIABLE_UNSUPPORTED_IN_ELEMENT"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html"),
            .peer(.parliament, "UNKNOWN_PRINCIPAL"), .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"),
            .peer(.cfnLint, "W3037"),
        ])

    static let concerns: Statement.Contents = [.variables, .principals]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        check(statement.action, &context)
        check(statement.notAction, &context)
        check(statement.principals.lazy.map(\.value), statement.principal, &context)
        check((statement.notPrincipal.value?.principals ?? []).lazy.map(\.value), statement.notPrincipal, &context)
    }

    private static func check(_ element: Element<StringList>, _ context: inout RuleContext) {
        // A quick look that spares most actions the careful one.
        guard let list = element.value, list.traits.contains(.variable) else { return }
        check(list.items, element, &context)
    }

    private static func check(
        _ texts: some Sequence<Located<String>>, _ element: borrowing Element<some Sendable>,
        _ context: inout RuleContext
    ) {
        for text in texts where text.value.hasPolicyVariable {
            context.report(.misplaced(text.value, element.member?.key.value ?? ""), at: text.span)
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
