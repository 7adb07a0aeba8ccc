/// A condition operator that AWS does not know, or not in this spelling.
enum ConditionOperatorUnknown: StatementRule {
    static let metadata = RuleMetadata(
        id: "condition-operator-unknown", wing: .grammar, severity: .error, kinds: .policies,
        fixes: [.preserving, .suggestion],
        references: [
            .accessAnalyzer("INVALID_CONDITION_OPERATOR"), .accessAnalyzer("NULL_WITH_IF_EXISTS"),
            .accessAnalyzer("NULL_WITH_QUALIFIER"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for member in statement.condition.value?.node.object ?? [] {
            let written = member.key.value
            // A condition key in the place of an operator is a matter of its own.
            if ConditionOperator(written) != nil || member.value.object == nil { continue }
            let siblings = statement.condition.value?.node
            if isDecoratedNull(written) {
                let edit = context.editing.rename(member, to: "Null")
                let fix = siblings?["Null"] == nil ? Fix("write `Null`", .suggestion, [edit]) : nil
                context.report(.decoratedNull(written), at: member.key.span, fix: fix)
            } else if let meant = ConditionOperator(meantBy: written)?.description {
                if siblings?[meant] != nil && written.equalsIgnoringCase(meant) { continue }
                let edit = context.editing.rename(member, to: meant)
                let fix = siblings?[meant] == nil ? Fix("write `\(meant)`", .preserving, [edit]) : nil
                context.report(.misspelt(written, meant), at: member.key.span, fix: fix)
            } else {
                context.report(.unknown(written), at: member.key.span)
            }
        }
    }

    /// `Null` tests whether a key is there; `IfExists` and the set prefixes have no meaning with it.
    private static func isDecoratedNull(_ written: String) -> Bool {
        let name = written.split(separator: ":").last ?? ""
        return name.equalsIgnoringCase("NullIfExists")
            || (name.equalsIgnoringCase("Null") && name.count < written.count)
    }
}

extension Message {
    fileprivate static func misspelt(_ written: String, _ meant: String) -> Message {
        if written.equalsIgnoringCase(meant) {
            return Message(
                "the operator `\(written)` is written `\(meant)`", help: "AWS documents no other spelling",
                severity: .warning)
        }
        return Message("`\(written)` is no condition operator; did you mean `\(meant)`?", help: "write `\(meant)`")
    }

    fileprivate static func unknown(_ written: String) -> Message {
        Message(
            "`\(written)` is no condition operator",
            help: "write one such as `StringEquals`, `StringLike`, `Bool`, `ArnLike`, `IpAddress` or `Null`")
    }

    fileprivate static func decoratedNull(_ written: String) -> Message {
        written.hasSuffix("IfExists")
            ? Message(
                "`\(written)` is no condition operator: `Null` itself asks whether a key is there", help: "write `Null`"
            )
            : Message(
                "a set prefix has no meaning with `Null`, which asks whether a key is there", help: "write `Null`",
                severity: .note)
    }
}
