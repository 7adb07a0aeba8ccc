/// A resource control policy that denies more than its conditions look like: requests of services where it
/// means principals, or of principals where it means services.
enum RcpOverreach: PolicyRule {
    static let metadata = RuleMetadata(
        id: "rcp-overreach", wing: .conditions, severity: .warning, kinds: DocumentKinds(.resourceControlPolicy),
        fixes: [.suggestion],
        references: [
            .accessAnalyzer("RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY"),
            .accessAnalyzer("RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY"),
            .accessAnalyzer("RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice"
            ),
            .peer(.iamPolicyValidator, "rcp_best_practices.rcp_missing_service_carveout"),
            .peer(.iamPolicyValidator, "rcp_best_practices.rcp_carveout_missing_ifexists"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        let hasVariables = policy.replacesVariables
        for statement in policy.statements where statement.denies {
            let loose = statement.conditions.filter(\.holdsWithoutKey)
            if let condition = loose.first(where: { CallerKey.isOfPrincipal($0.key) }),
                statement.mayHold(for: .service, hasVariables: hasVariables)
            {
                report(
                    .services(condition.key, asksForTags: statement.asksForTags), condition,
                    ("BoolIfExists", "aws:PrincipalIsAWSService", "false"))
            }
            guard let condition = loose.first(where: { CallerKey.isOfSource($0.key) }) else { continue }
            if statement.mayHold(for: .iamPrincipal, hasVariables: hasVariables) {
                report(.principals(condition.key), condition, ("BoolIfExists", "aws:PrincipalIsAWSService", "true"))
            }
            if statement.mayHold(for: .sourcelessService, hasVariables: hasVariables) {
                report(.sourceless(condition.key), condition, ("Null", "aws:SourceAccount", "false"))
            }

            func report(_ message: Message, _ condition: Condition, _ guardian: (String, String, String)) {
                // The guard denies less: that is for a person to decide.
                let edit = ConditionEditing.add(guardian.0, guardian.1, guardian.2, to: statement, context.editing)
                context.report(
                    message, at: condition.keyMember.key.span,
                    fix: edit.map { Fix("deny no more than is meant", .suggestion, [$0]) })
            }
        }
    }
}

extension Statement {
    /// Whether only requests with certain tags can meet the conditions. Services seldom set tags, and their own.
    fileprivate var asksForTags: Bool {
        conditions.contains { condition in
            guard condition.isOn("aws:TagKeys") || condition.key.hasPrefixIgnoringCase("aws:RequestTag/"),
                let test = condition.operator
            else { return false }
            return test.name.family == .string && !test.isNegated && !test.holdsWithoutKey
        }
    }
}

extension Message {
    fileprivate static func services(_ key: String, asksForTags: Bool) -> Message {
        Message(
            "this also denies AWS services, whose requests carry no `\(key.excerpt)` of yours",
            help: "add `\"BoolIfExists\": { \"aws:PrincipalIsAWSService\": \"false\" }` to spare them",
            severity: asksForTags ? .note : nil, issue: "RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY")
    }

    fileprivate static func principals(_ key: String) -> Message {
        Message(
            "this also denies users and roles, whose requests never carry `\(key.excerpt)`",
            help: "add `\"BoolIfExists\": { \"aws:PrincipalIsAWSService\": \"true\" }` to spare them",
            issue: "RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY")
    }

    fileprivate static func sourceless(_ key: String) -> Message {
        Message(
            "this also denies what services do on behalf of no resource: such requests do not carry `\(key.excerpt)`",
            help: "add `\"Null\": { \"aws:SourceAccount\": \"false\" }` to spare them",
            issue: "RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK")
    }
}
