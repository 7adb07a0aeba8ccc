/// A private address without the network it belongs to.
enum PairedConditionKeyMissing: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "paired-condition-key-missing", wing: .conditions, severity: .warning, kinds: .policies,
        fixes: [.suggestion],
        references: [
            .accessAnalyzer("MISSING_PAIRED_CONDITION_KEYS"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip"
            ),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-ec2instancesourceprivateip4"
            ),
        ])

    static let keysOfConcern: NameSet? = NameSet(PairedKey.all.map(\.name))

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.conditionedStatements {
            for condition in statement.conditions {
                guard let name = condition.operator, name.name != .null,
                    let pair = PairedKey.all.first(where: { condition.isOn($0.name) })
                else { continue }
                let span = condition.keyMember.key.span
                if statement.allows, !tests(pair, statement) {
                    context.report(.open(condition.key, pair), at: span, fix: fix(pair, statement, context))
                } else if statement.denies, name.isNegated,
                    !policy.statements.contains(where: { $0.denies && tests(pair, $0) })
                {
                    // Here a test beside it would deny less: the network takes a statement of its own.
                    context.report(.escaping(condition.key, pair), at: span)
                }
            }
        }
    }

    private static func tests(_ pair: PairedKey, _ statement: Statement) -> Bool {
        statement.conditions.contains { pair.partners.contains(where: $0.isOn) }
    }

    private static func fix(_ pair: PairedKey, _ statement: Statement, _ context: RuleContext) -> Fix? {
        ConditionEditing.add("StringEquals", pair.partners[0], "VPC_ID", to: statement, context.editing).map {
            Fix("name the network, too", .suggestion, [$0])
        }
    }
}

extension PairedKey {
    fileprivate var partnersInWords: String {
        let names = partners.map { "`\($0)`" }
        return names.count == 1 ? names[0] : names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1]
    }
}

extension Message {
    fileprivate static func open(_ key: String, _ pair: PairedKey) -> Message {
        Message(
            "`\(key.excerpt)` alone lets in whoever has the same private address in another network",
            help: "also test \(pair.partnersInWords) in this statement")
    }

    fileprivate static func escaping(_ key: String, _ pair: PairedKey) -> Message {
        Message(
            "`\(key.excerpt)` alone spares whoever has the same private address in another network",
            help: "deny by \(pair.partnersInWords) in a statement of its own, too")
    }
}
