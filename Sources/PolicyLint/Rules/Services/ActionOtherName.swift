/// The name of an API operation or a command in the place of the action that it needs.
enum ActionOtherName: PolicyRule {
    static let metadata = RuleMetadata(
        id: "action-other-name", wing: .services, severity: .error, kinds: .policies,
        fixes: [.narrowing, .suggestion],
        references: [
            .accessAnalyzer("INVALID_ACTION"),
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html"),
            .peer(.parliament, "UNKNOWN_ACTION"), .peer(.parliament, "UNKNOWN_PREFIX"),
            .peer(.iamPolicyValidator, "action_validation.invalid_action"), .peer(.cfnLint, "W3037"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for doubtful in context.doubtfulActions {
            guard case .otherActionName(let names) = doubtful.doubt else { continue }
            let action = doubtful.action
            context.report(.otherName(action.value, names), at: action.span, fix: fix(doubtful, names, context))
        }
    }

    /// The one action that is meant. To deny it is to allow less.
    private static func fix(_ doubtful: DoubtfulAction, _ names: [String], _ context: RuleContext) -> Fix? {
        guard let name = names.first, names.count == 1 else { return nil }
        let edit = context.editing.replace(doubtful.action.span, withString: name)
        return Fix("write `\(name)`", doubtful.isNarrowedByMending ? .narrowing : .suggestion, [edit])
    }
}

extension Message {
    fileprivate static func otherName(_ action: String, _ names: [String]) -> Message {
        let list = names.map { "`\($0)`" }.joined(separator: " and ")
        return Message(
            "`\(action.excerpt)` is no action of IAM: what it does takes \(list)",
            help: "write \(list)")
    }
}
