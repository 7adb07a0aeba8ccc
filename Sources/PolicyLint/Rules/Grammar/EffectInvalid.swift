/// An `Effect` that is neither `Allow` nor `Deny`.
enum EffectInvalid: StatementRule {
    static let metadata = RuleMetadata(
        id: "effect-invalid", wing: .grammar, severity: .error, kinds: .policies, fixes: [.preserving, .suggestion],
        references: [
            .accessAnalyzer("INVALID_EFFECT"), .accessAnalyzer("DATA_TYPE_MISMATCH"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_structure.invalid_effect"),
            .peer(.iamPolicyValidator, "policy_parsing.policy_parse_error"), .peer(.cfnLint, "E3510"),
            .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static let concerns: Statement.Contents = .flaws

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard let value = statement.effect.member?.value else { return }
        if let effect = statement.effect.value, value.string == effect.rawValue { return }
        context.report(
            .effectInvalid(
                value.string ?? context.text[value.span], statement.effect.value, isText: value.string != nil),
            at: value.span,
            fix: fix(value, statement.effect.value, context))
    }

    private static func fix(_ value: JSONNode, _ meant: Effect?, _ context: RuleContext) -> Fix? {
        if let meant {
            let edit = context.editing.replace(value.span, withString: meant.rawValue)
            return Fix("write `\(meant.rawValue)`", .preserving, [edit])
        }
        let words = [Effect.allow.rawValue, Effect.deny.rawValue]
        let letters = value.string?.filter { !$0.isWhitespace } ?? ""
        if let meant = words.first(where: letters.equalsIgnoringCase) {
            return Fix(
                "write `\(meant)`", .preserving, [context.editing.replace(value.span, withString: meant)])
        }
        // Here a guess decides between opposites.
        guard let near = value.string.flatMap({ NearestWord.find($0, among: words) }) else { return nil }
        return Fix("write `\(near)`", .suggestion, [context.editing.replace(value.span, withString: near)])
    }
}

extension Message {
    fileprivate static func effectInvalid(_ written: String, _ meant: Effect?, isText: Bool) -> Message {
        let issue: Issue = isText ? "INVALID_EFFECT" : "DATA_TYPE_MISMATCH"
        guard let meant else {
            return Message("`\(written.excerpt)` is no effect", help: "write `\"Allow\"` or `\"Deny\"`", issue: issue)
        }
        return Message(
            "the effect must be written `\(meant.rawValue)`", help: "the values of `Effect` are case-sensitive",
            issue: issue)
    }
}
