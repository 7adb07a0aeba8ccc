/// A `*` or `?` in a value that is compared letter by letter, where it stands for nothing but itself.
enum WildcardWithoutLike: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "wildcard-without-like", wing: .conditions, severity: .warning, kinds: .policies,
        fixes: [.narrowing, .suggestion],
        references: [
            .accessAnalyzer("WILDCARD_WITHOUT_LIKE_OPERATOR"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String"
            ),
            .peer(.iamPolicyValidator, "principal_validation.literal_wildcard_deny_carve_out"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.conditionedStatements {
            // A quick look: most conditions have no wildcard in any value.
            for condition in statement.conditions where condition.traits.contains(.wildcard) {
                guard let test = condition.operator, test.name.comparesLetters, !isClaim(condition, context) else {
                    continue
                }
                let wild = condition.values.filter { $0.value.hasWildcardOutsideVariables }
                // A quick look: most lists have none.
                guard !wild.isEmpty else { continue }
                let like = test.like(for: condition, context)
                let mend = like.flatMap { fix(condition, test, $0, statement, policy, context) }
                for value in wild {
                    context.report(.literal(value.value, test, like, statement), at: value.span, fix: mend)
                }
            }
        }
    }

    /// The subject and the audience of tokens have a rule of their own, and so have external ids.
    private static func isClaim(_ condition: Condition, _ context: RuleContext) -> Bool {
        guard context.document.kind == .trustPolicy else { return false }
        if condition.isOn("sts:ExternalId") { return true }
        guard let claim = WebIdentityClaim(key: condition.key) else { return false }
        return ["sub", "aud"].contains { claim.name.equalsIgnoringCase($0) }
    }

    /// The operator with `Like`, where it has this key alone and the other is not there.
    private static func fix(
        _ condition: Condition, _ test: ConditionOperator, _ like: ConditionOperator, _ statement: Statement,
        _ policy: Policy, _ context: RuleContext
    ) -> Fix? {
        guard condition.operatorMember.value.object?.count == 1,
            statement.condition.value?.node[like.description] == nil
        else { return nil }
        let values = condition.values.map(\.value)
        guard let before = ValueList(values, of: test.name, hasVariables: policy.replacesVariables),
            let after = ValueList(values, of: like.name, hasVariables: policy.replacesVariables),
            after.covers(before) == .yes
        else { return nil }
        // What matches everything is hardly what was meant.
        let isSure = !values.contains { $0.utf8.allSatisfy { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") } }
        return Fix(
            "write `\(like)`", isSure ? .listingMore(test, in: statement) : .suggestion,
            [context.editing.rename(condition.operatorMember, to: like.description)])
    }
}

extension ConditionOperator.Name {
    fileprivate var comparesLetters: Bool {
        switch self {
        case .stringEquals, .stringNotEquals, .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase: true
        default: false
        }
    }
}

extension ConditionOperator {
    /// The operator that takes wildcards in the place of this one; nil where there is none.
    fileprivate func like(for condition: Condition, _ context: RuleContext) -> ConditionOperator? {
        guard name == .stringEquals || name == .stringNotEquals else { return nil }
        let type = context.catalogue.conditionKey(condition.key)?.type
        let holdsARN = type == .arn || type == .arrayOfARN
        let areARNs = holdsARN && condition.values.allSatisfy { AmazonResourceName($0.value) != nil }
        let like = (areARNs ? "Arn" : "String") + (isNegated ? "Not" : "") + "Like"
        return ConditionOperator((setPrefix.map { $0.rawValue + ":" } ?? "") + like + (ifExists ? "IfExists" : ""))
    }
}

extension Message {
    fileprivate static func literal(
        _ value: String, _ test: ConditionOperator, _ like: ConditionOperator?, _ statement: Statement
    ) -> Message {
        let result =
            switch (test.isNegated, statement.denies) {
            case (false, false): "so the statement allows less than it seems to"
            case (false, true): "so the statement denies less than it seems to"
            case (true, false): "so the statement allows more than it seems to"
            case (true, true): "so the statement denies more than it seems to"
            }
        let help =
            like.map { "write `\($0)`, if a pattern is meant" }
            ?? "use `\(test.isNegated ? "StringNotLike" : "StringLike")`, if a pattern is meant; it distinguishes upper and lower case"
        return Message(
            "`\(test.name.rawValue)` takes `*` and `?` in `\(value.excerpt)` as they stand, \(result)", help: help)
    }
}
