/// A key in `Principal` that is no type of principal.
enum PrincipalTypeUnknown: StatementRule {
    static let metadata = RuleMetadata(
        id: "principal-type-unknown", wing: .grammar, severity: .error, kinds: .policiesWithPrincipal,
        fixes: [.preserving],
        references: [
            .accessAnalyzer("INVALID_PRINCIPAL_KEY"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"),
            .peer(.parliament, "MALFORMED"), .peer(.parliament, "UNKNOWN_PRINCIPAL"), .peer(.cfnLint, "E3512"),
            .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static let concerns: Statement.Contents = .principals

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        if let block = statement.principal.value { check(block, &context) }
        if let block = statement.notPrincipal.value { check(block, &context) }
    }

    private static func check(_ block: PrincipalBlock, _ context: inout RuleContext) {
        for entry in block.entries {
            let key = entry.member.key
            guard let meant = entry.type?.rawValue else {
                context.report(.unknown(key.value), at: key.span)
                continue
            }
            let isTaken = block.entries.contains { $0.member.key.value == meant }
            // One that is right, or a second spelling of it, which is a matter of its own.
            if isTaken && key.value.equalsIgnoringCase(meant) { continue }
            // Two keys of one name would lose one of the two lists.
            let isAlone = block.entries.filter { $0.type == entry.type }.count == 1
            let fix =
                !isAlone ? nil : Fix("write `\(meant)`", .preserving, [context.editing.rename(entry.member, to: meant)])
            context.report(.misspelt(key.value, meant), at: key.span, fix: fix)
        }
    }
}

extension Message {
    fileprivate static func misspelt(_ key: String, _ meant: String) -> Message {
        Message("`\(key.excerpt)` is no type of principal; did you mean `\(meant)`?", help: "write `\(meant)`")
    }

    fileprivate static func unknown(_ key: String) -> Message {
        Message(
            "`\(key.excerpt)` is no type of principal", help: "write `AWS`, `Service`, `Federated` or `CanonicalUser`")
    }
}
