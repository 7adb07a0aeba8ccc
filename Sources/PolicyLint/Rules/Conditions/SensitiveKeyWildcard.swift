/// A wildcard, or what may act as one, in a value that stands for an account, an organization, a network or a
/// principal's id.
enum SensitiveKeyWildcard: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "sensitive-key-wildcard", wing: .conditions, severity: .warning, kinds: .policies,
        references: [
            .accessAnalyzer("WILDCARD_USAGE_TOO_PERMISSIVE"), .accessAnalyzer("VARIABLE_USAGE_TOO_PERMISSIVE"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive"
            ),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.conditionedStatements {
            for condition in statement.conditions {
                // A quick look: most values are whole.
                guard !condition.traits.isDisjoint(with: [.wildcard, .variable]) else { continue }
                let isPrincipalID = condition.isOn("aws:userid")
                guard isPrincipalID || condition.isOn(SensitiveKey.all), let test = condition.operator,
                    // Elsewhere a pattern that matches more lets less through.
                    statement.allowsMore(byListingMoreIn: test), test.name.family == .string
                else { continue }
                for value in condition.values {
                    guard
                        let message = message(
                            value.value, condition, test, isPrincipalID, statement, policy, context.catalogue)
                    else { continue }
                    context.report(message, at: value.span)
                }
            }
        }
    }

    private static func message(
        _ value: String, _ condition: Condition, _ test: ConditionOperator, _ isPrincipalID: Bool,
        _ statement: Statement, _ policy: Policy, _ catalogue: ServiceCatalogue
    ) -> Message? {
        if policy.replacesVariables, let chosen = chosenVariable(in: value, statement, catalogue) {
            return CallerChosenKey.isOne(chosen)
                ? .callerChooses(chosen, condition.key) : .callersAccountChooses(chosen, condition.key)
        }
        guard test.name.takesWildcards, value.hasWildcardOutsideVariables else { return nil }
        if isPrincipalID { return hasLooseID(value) ? .looseID(value) : nil }
        return .wildcard(value, condition.key)
    }

    /// A variable in the value that the caller fills as he likes. The tags of a caller, too, where anyone is let in: those
    /// of a stranger are what his own account writes.
    private static func chosenVariable(
        in value: String, _ statement: Statement, _ catalogue: ServiceCatalogue
    ) -> String? {
        // A quick look that spares most values from being read.
        guard catalogue.variableTraits(of: value).contains(.chosen), value.hasPolicyVariable else { return nil }
        let keys = GlobPattern(value: value, hasWildcards: true, hasVariables: true).allVariables.map(\.key)
        return keys.first { CallerChosenKey.isOne($0) }
            ?? (statement.principals.contains { $0.type == .aws && $0.identity == .anyone }
                ? keys.first { $0.hasPrefixIgnoringCase("aws:PrincipalTag/") } : nil)
    }

    /// Whether a wildcard stands in the id before the colon, with other letters beside it: behind the colon is
    /// the session's name, and alone the wildcard says that any id will do.
    private static func hasLooseID(_ value: String) -> Bool {
        guard let colon = value.firstIndex(of: ":") else { return true }
        let id = value[..<colon]
        return id.hasWildcard && id != "*"
    }
}

extension Message {
    fileprivate static func wildcard(_ value: String, _ key: String) -> Message {
        Message(
            "`\(value.excerpt)` lets in more than is meant: a part of what `\(key)` holds says nothing about the rest",
            help: "list the whole values that are meant", issue: "WILDCARD_USAGE_TOO_PERMISSIVE")
    }

    fileprivate static func looseID(_ value: String) -> Message {
        Message(
            "the wildcard in `\(value.excerpt)` may stand for a part of the principal's id as well as for its session",
            help: "write the whole id, a colon, and `*` for the session, as in `AROA2EXAMPLE3EXAMPLE4:*`",
            issue: "WILDCARD_USAGE_TOO_PERMISSIVE")
    }

    fileprivate static func callersAccountChooses(_ variable: String, _ key: String) -> Message {
        Message(
            "anyone is let in, and a stranger's own account decides what stands for `${\(variable.excerpt)}`, and so whether `\(key)` matches",
            help: "write the value that is meant", issue: "VARIABLE_USAGE_TOO_PERMISSIVE")
    }

    fileprivate static func callerChooses(_ variable: String, _ key: String) -> Message {
        Message(
            "the caller decides what stands for `${\(variable.excerpt)}`, and so whether `\(key)` matches",
            help: "write the value that is meant, or a variable that describes the caller",
            issue: "VARIABLE_USAGE_TOO_PERMISSIVE")
    }
}
