/// A value that is no id of a VPC or VPC endpoint, where one belongs.
enum VPCIDMalformed: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "vpc-id-malformed", wing: .conditions, severity: .error, kinds: .policies, fixes: [.suggestion],
        references: [
            .accessAnalyzer("INVALID_VPC_FORMAT"), .accessAnalyzer("INVALID_VPCE_FORMAT"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc"
            ),
        ])

    /// What a key holds.
    fileprivate enum Holding {
        case vpc
        case endpoint

        init?(_ condition: Condition) {
            // A quick look: most keys are others.
            guard condition.isOn(VPCIDMalformed.keys) else { return nil }
            if condition.isOn("aws:SourceVpc") || condition.isOn("aws:Ec2InstanceSourceVpc") {
                self = .vpc
            } else if condition.isOn("aws:SourceVpce") {
                self = .endpoint
            } else {
                return nil
            }
        }

        var prefix: String { self == .vpc ? "vpc-" : "vpce-" }
        var inWords: String { self == .vpc ? "a VPC" : "a VPC endpoint" }
        var code: String { self == .vpc ? "INVALID_VPC_FORMAT" : "INVALID_VPCE_FORMAT" }
        var key: String { self == .vpc ? "aws:SourceVpc" : "aws:SourceVpce" }
        var other: Holding { self == .vpc ? .endpoint : .vpc }

        /// Whether a text is an id, or a pattern that matches some: 8 or 17 letters and digits behind the prefix.
        func suits(_ text: String, _ test: ConditionOperator) -> Bool {
            let text = test.name.ignoresCase ? text.lowercased() : text
            if text.hasWildcard {
                // Under an operator without wildcards they are another sort of mistake.
                guard test.name.takesWildcards else { return true }
                let pattern = GlobPattern(value: text, hasWildcards: true, hasVariables: false)
                return [8, 17].contains { length in
                    let ids = prefix + String(repeating: "?", count: length)
                    return pattern.overlaps(GlobPattern(value: ids, hasWildcards: true, hasVariables: false)) != .no
                }
            }
            guard text.hasPrefix(prefix) else { return false }
            let rest = text.utf8.dropFirst(prefix.utf8.count)
            return (rest.count == 8 || rest.count == 17) && rest.allSatisfy { $0.isLetter || $0.isDigit }
        }
    }

    static let keys: NameSet = ["aws:SourceVpc", "aws:Ec2InstanceSourceVpc", "aws:SourceVpce"]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions {
            guard let holding = Holding(condition), let test = condition.operator, test.name.family == .string else {
                continue
            }
            let wrong = condition.values.filter { !$0.value.hasVariable && !holding.suits($0.value, test) }
            for value in wrong {
                let isOther = holding.other.suits(value.value, test)
                let areAllOther = condition.values.allSatisfy { holding.other.suits($0.value, test) }
                context.report(
                    isOther ? .swapped(value.value, condition.key, holding) : .malformed(value.value, holding),
                    at: value.span, fix: areAllOther ? fix(condition, holding.other, context) : nil)
            }
        }
    }

    /// The key that holds such ids; which of the two was meant, a person knows.
    private static func fix(_ condition: Condition, _ other: Holding, _ context: RuleContext) -> Fix? {
        let keys = condition.operatorMember.value.object ?? []
        guard !keys.contains(where: { $0.key.value.equalsIgnoringCase(other.key) }) else { return nil }
        return Fix("compare `\(other.key)`", .suggestion, [context.editing.rename(condition.keyMember, to: other.key)])
    }
}

extension Message {
    fileprivate static func malformed(_ value: String, _ holding: VPCIDMalformed.Holding) -> Message {
        Message(
            "`\(value.excerpt)` is not the id of \(holding.inWords), so no request matches it",
            help: "write `\(holding.prefix)` and the 8 or 17 letters and digits of the id", issue: .code(holding.code))
    }

    fileprivate static func swapped(_ value: String, _ key: String, _ holding: VPCIDMalformed.Holding) -> Message {
        Message(
            "`\(value.excerpt)` is the id of \(holding.other.inWords), and `\(key)` holds that of \(holding.inWords)",
            help: "compare `\(holding.other.key)`, or write the id of \(holding.inWords)", issue: .code(holding.code))
    }
}
