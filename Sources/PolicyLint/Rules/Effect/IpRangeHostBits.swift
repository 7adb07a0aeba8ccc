/// A range of IP addresses whose written address has bits behind its prefix.
enum IpRangeHostBits: ConditionRule {
    static let metadata = RuleMetadata(
        id: "ip-range-host-bits", wing: .effect, severity: .note, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("IMPROVE_IP_RANGE"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress"
            ),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions {
            guard let name = condition.operator?.name, name == .ipAddress || name == .notIpAddress else { continue }
            for value in condition.values {
                guard let range = AddressRange(value.value), !range.isExact else { continue }
                context.report(
                    .ignoredBits(value.value, range.network), at: value.span,
                    fix: Fix(
                        "write `\(range.network)`", .preserving,
                        [context.editing.replace(value.span, withString: range.network)]))
            }
        }
    }
}

extension Message {
    fileprivate static func ignoredBits(_ written: String, _ network: String) -> Message {
        Message(
            "`\(written.excerpt)` means all of `\(network)`: the bits behind the prefix are ignored",
            help: "write `\(network)`; or a longer prefix, if fewer addresses are meant")
    }
}
