/// The ARN of a role's session in `aws:PrincipalArn`, where the role's own ARN stands.
enum PrincipalARNSession: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "principal-arn-session", wing: .conditions, severity: .error, kinds: .policies,
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn"
            )
        ])

    static let keys: NameSet = ["aws:PrincipalArn"]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions where condition.isOn(keys) {
            guard let test = condition.operator, test.name != .null else { continue }
            let sessions = condition.values.filter { isSession($0.value) }
            let others = condition.values.count - sessions.count + condition.unrecognised.count
            for session in sessions {
                context.report(
                    .session(session.value, others > 0 ? nil : test, denies: statement.denies), at: session.span)
            }
        }
    }

    private static func isSession(_ text: String) -> Bool {
        guard let fields = text.arnFields else { return false }
        return fields[2] == "sts" && fields[5].hasPrefix("assumed-role/")
    }
}

extension Message {
    /// - Parameter test: The operator, where no other value stands beside it.
    fileprivate static func session(_ text: String, _ test: ConditionOperator?, denies: Bool) -> Message {
        let name = text.arnFields?[5].split(separator: "/").dropFirst().first.map(String.init) ?? "NAME"
        let help = "write the role's ARN, with its path: such as `arn:aws:iam::111122223333:role/\(name)`"
        guard let test else {
            return Message(
                "`aws:PrincipalArn` never holds the ARN of a role's session: this value matches nobody", help: help,
                severity: .warning)
        }
        let result =
            test.isNegated
            ? "so that this condition excepts nobody"
            : test.holdsWithoutKey
                ? "so that this condition holds for nobody who has signed in"
                : "so that this statement \(denies ? "denies" : "allows") nothing"
        return Message("`aws:PrincipalArn` never holds the ARN of a role's session, \(result)", help: help)
    }
}
