/// A condition that is not written as operators, keys and values.
enum ConditionWrongShape: StatementRule {
    static let metadata = RuleMetadata(
        id: "condition-wrong-shape", wing: .grammar, severity: .error, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("DATA_TYPE_MISMATCH"), .accessAnalyzer("INVALID_CONDITION_OPERATOR"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_parsing.policy_parse_error"),
            .peer(.cfnLint, "E3510"), .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static let concerns: Statement.Contents = .flaws

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        switch statement.condition {
        case .absent: break
        case .unrecognised(let member):
            context.report(.noObject(member.value), at: member.value.span, fix: .removingBrackets(of: member.value))
        case .present(let block, _):
            for member in block.unrecognised {
                let key = member.key
                if ConditionOperator(meantBy: key.value) == nil && key.value.utf8.contains(UInt8(ascii: ":")) {
                    context.report(.withoutOperator(key.value), at: key.span)
                } else {
                    context.report(
                        .withoutKey(key.value, member.value), at: member.value.span,
                        fix: .removingBrackets(of: member.value))
                }
            }
        }
    }
}

extension Message {
    fileprivate static func noObject(_ node: JSONNode) -> Message {
        Message(
            "`Condition` takes an object, and \(node.kindInWords) stands here",
            help: "write `{ \"operator\": { \"key\": \"value\" } }`", issue: "DATA_TYPE_MISMATCH")
    }

    fileprivate static func withoutOperator(_ key: String) -> Message {
        Message(
            "the condition key `\(key.excerpt)` stands where an operator is expected",
            help: "write `{ \"StringEquals\": { \"\(key)\": … } }`, or another operator that suits the key",
            issue: "INVALID_CONDITION_OPERATOR")
    }

    fileprivate static func withoutKey(_ written: String, _ node: JSONNode) -> Message {
        Message(
            "`\(written.excerpt)` takes an object of condition keys, and \(node.kindInWords) stands here",
            help: "write `{ \"\(written)\": { \"key\": \"value\" } }`", issue: "DATA_TYPE_MISMATCH")
    }
}
