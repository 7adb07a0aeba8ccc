/// A Deny for other networks that also meets what AWS services do for those who are within.
enum NetworkDenyOverreach: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "network-deny-overreach", wing: .conditions, severity: .note,
        kinds: [.principalPolicies, DocumentKinds(.resourcePolicy, .resourceControlPolicy)], fixes: [.suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-ip.html"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties"
            ),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        let hasVariables = policy.replacesVariables
        let meetsServices = DocumentKinds.policiesWithPrincipal.contains(context.document.kind)
        for statement in policy.conditionedStatements where statement.denies {
            guard
                let condition = statement.conditions.first(where: {
                    CallerKey.isOfNetwork($0.key) && $0.operator?.isNegated == true
                })
            else { continue }
            let span = condition.keyMember.key.span
            if meetsServices, statement.mayHold(for: .service, hasVariables: hasVariables) {
                context.report(
                    .services(condition.key), at: span,
                    fix: guarding("BoolIfExists", "aws:PrincipalIsAWSService", statement, context))
            } else if statement.mayHold(for: .forwarded, hasVariables: hasVariables) {
                context.report(
                    .forwarded(condition.key), at: span, fix: guarding("Bool", "aws:ViaAWSService", statement, context))
            }
        }
    }

    /// The guard denies less: that is for a person to decide.
    private static func guarding(
        _ operatorName: String, _ key: String, _ statement: Statement, _ context: RuleContext
    ) -> Fix? {
        ConditionEditing.add(operatorName, key, "false", to: statement, context.editing).map {
            Fix("spare what services do", .suggestion, [$0])
        }
    }
}

extension Message {
    fileprivate static func services(_ key: String) -> Message {
        Message(
            "this also denies AWS services themselves: their requests have no `\(key.excerpt)` of yours",
            help: "add `\"BoolIfExists\": { \"aws:PrincipalIsAWSService\": \"false\" }`, if services use the resource")
    }

    fileprivate static func forwarded(_ key: String) -> Message {
        Message(
            "this also denies what AWS services do for their caller: such requests have no `\(key.excerpt)` of yours",
            help: "add `\"Bool\": { \"aws:ViaAWSService\": \"false\" }`, if CloudFormation, Athena or the like are used"
        )
    }
}
