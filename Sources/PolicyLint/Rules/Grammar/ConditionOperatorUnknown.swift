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
            .peer(.parliament, "UNKNOWN_OPERATOR"),
            .peer(.iamPolicyValidator, "condition_type_mismatch.invalid_operator"), .peer(.cfnLint, "E3510"),
            .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static let concerns: Statement.Contents = .flaws

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard let block = statement.condition.value else { return }
        for member in block.irregularOperators {
            let written = member.key.value
            if isDecoratedNull(written) {
                let edit = context.editing.rename(member, to: "Null")
                let fix = block.node["Null"] == nil ? Fix("write `Null`", .suggestion, [edit]) : nil
                context.report(.decoratedNull(written), at: member.key.span, fix: fix)
            } else if let meant = ConditionOperator(meantBy: written)?.description {
                if block.node[meant] != nil && written.equalsIgnoringCase(meant) { continue }
                let edit = context.editing.rename(member, to: meant)
                // Two keys of one name would lose one of the conditions.
                let isAlone =
                    block.node.object?.filter { ConditionOperator(meantBy: $0.key.value)?.description == meant }.count
                    == 1
                let fix = isAlone ? Fix("write `\(meant)`", .preserving, [edit]) : nil
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
                "the operator `\(written.excerpt)` is written `\(meant)`", help: "AWS documents no other spelling",
                severity: .warning, issue: .none)
        }
        return Message(
            "`\(written.excerpt)` is no condition operator; did you mean `\(meant)`?", help: "write `\(meant)`",
            issue: "INVALID_CONDITION_OPERATOR")
    }

    fileprivate static func unknown(_ written: String) -> Message {
        Message(
            "`\(written.excerpt)` is no condition operator",
            help: "write one such as `StringEquals`, `StringLike`, `Bool`, `ArnLike`, `IpAddress` or `Null`",
            issue: "INVALID_CONDITION_OPERATOR")
    }

    fileprivate static func decoratedNull(_ written: String) -> Message {
        written.hasSuffix("IfExists")
            ? Message(
                "`\(written.excerpt)` is no condition operator: `Null` itself asks whether a key is there",
                help: "write `Null`", issue: "NULL_WITH_IF_EXISTS")
            : Message(
                "a set prefix has no meaning with `Null`, which asks whether a key is there", help: "write `Null`",
                severity: .note, issue: "NULL_WITH_QUALIFIER")
    }
}
