/// Private addresses in `aws:SourceIp`, which no request has.
enum PrivateSourceAddress: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "private-source-address", wing: .conditions, severity: .error, kinds: .policies,
        fixes: [.preserving, .suggestion],
        references: [
            .accessAnalyzer("PRIVATE_IP_ADDRESS"), .accessAnalyzer("PRIVATE_NOT_IP_ADDRESS"),
            .accessAnalyzer("PRIVATE_IP_ADDRESS_SUBSET"), .accessAnalyzer("PRIVATE_NOT_IP_ADDRESS_SUBSET"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip"
            ),
        ])

    private static let vpcKey = "aws:VpcSourceIp"

    static let keys: NameSet = ["aws:SourceIp"]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions where condition.isOn(keys) {
            guard let test = condition.operator, test.name == .ipAddress || test.name == .notIpAddress else { continue }
            // A value that is no address may be meant for a public one.
            let ranges = condition.values.compactMap { AddressRange($0.value) }
            guard ranges.count == condition.values.count, condition.unrecognised.isEmpty else { continue }
            let isPrivate = ranges.map(\.isPrivate)
            if !isPrivate.contains(false), !isPrivate.isEmpty {
                context.report(
                    .onlyPrivate(test, statement), at: condition.keyMember.value.span, fix: vpcFix(condition, context))
                continue
            }
            for (value, isPrivate) in zip(condition.values, isPrivate) where isPrivate {
                let edits = context.editing.removeElement(at: value.span, of: condition.keyMember.value)
                context.report(
                    .alsoPrivate(value.value, test), at: value.span,
                    fix: edits.map { Fix("remove `\(value.value)`", .preserving, $0) })
            }
        }
    }

    /// The key that sees private addresses, for requests that come through a VPC endpoint.
    private static func vpcFix(_ condition: Condition, _ context: RuleContext) -> Fix? {
        let keys = condition.operatorMember.value.object ?? []
        guard !keys.contains(where: { $0.key.value.equalsIgnoringCase(vpcKey) }) else { return nil }
        let edit = context.editing.rename(condition.keyMember, to: vpcKey)
        return Fix("compare the address inside the VPC", .suggestion, [edit])
    }
}

extension Message {
    fileprivate static func onlyPrivate(_ test: ConditionOperator, _ statement: Statement) -> Message {
        let help =
            "list public addresses; or compare `aws:VpcSourceIp`, which requests through a VPC endpoint carry, together with `aws:SourceVpc`"
        if test.isNegated {
            let which = test.holdsWithoutKey ? "" : " that carries `aws:SourceIp`"
            return Message(
                "no request reaches AWS from a private address, so this condition holds for every request\(which)",
                help: help, issue: "PRIVATE_NOT_IP_ADDRESS")
        }
        let what =
            test.holdsWithoutKey
            ? "this condition holds only for requests without `aws:SourceIp`"
            : "the statement \(statement.denies ? "denies" : "allows") nothing"
        return Message(
            "no request reaches AWS from a private address, so \(what)", help: help, issue: "PRIVATE_IP_ADDRESS")
    }

    fileprivate static func alsoPrivate(_ value: String, _ test: ConditionOperator) -> Message {
        Message(
            "`\(value)` is private, and no request reaches AWS from a private address",
            help: "remove it; requests from inside a VPC are recognised by `aws:VpcSourceIp` and `aws:SourceVpc`",
            severity: .note,
            issue: test.isNegated ? "PRIVATE_NOT_IP_ADDRESS_SUBSET" : "PRIVATE_IP_ADDRESS_SUBSET")
    }
}
