/// An Allow of every action on every resource.
enum GrantEverything: PolicyRule {
    static let metadata = RuleMetadata(
        id: "grant-everything", wing: .grants, severity: .warning,
        kinds: DocumentKinds(.identityPolicy, .resourcePolicy, .sessionPolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"),
            .securityHub("IAM.1"), .cis(version: "3.0", control: "1.16"), .cis(version: "5.0", control: "1.15"),
            .peer(.iamPolicyValidator, "wildcard_action.overly_permissive"),
            .peer(.iamPolicyValidator, "full_wildcard.security_risk"), .peer(.checkov, "CKV_AWS_1"),
            .accessAnalyzer("PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE"),
            .accessAnalyzer("CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE"), .peer(.checkov, "CKV_AWS_49"),
            .peer(.checkov, "CKV_AWS_62"), .peer(.checkov, "CKV_AWS_63"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // A quick look: few policies name a service by wildcards.
        guard context.grantSketch.reachesAllServices else { return }
        let isDeniedInPart = policy.statements.contains(where: \.denies)
        for statement in policy.statements {
            guard let action = statement.everyAction, isOnEverything(statement, context) else { continue }
            context.report(
                .everything(
                    hasConditions: !statement.conditions.isEmpty, isDeniedInPart: isDeniedInPart,
                    codes: context.document.kind == .resourcePolicy ? [] : codes(statement)),
                at: action.span)
        }
    }

    private static func isOnEverything(_ statement: Statement, _ context: RuleContext) -> Bool {
        // A resource policy may leave Resource out where it can mean only the resource it is attached to.
        statement.resources.contains { GlobPattern.isEveryResource($0.value) }
            || (context.document.kind == .resourcePolicy && statement.resource.isAbsent
                && statement.notResource.isAbsent)
    }

    /// AWS has no check for everything, and two for what it includes.
    private static func codes(_ statement: Statement) -> [String] {
        var codes: [String] = []
        if let grant = BroadRoleGrant.passingRoles(by: statement) {
            codes.append("PASS_ROLE_WITH_\(grant.issueEnding)")
        }
        if let grant = BroadRoleGrant.makingServiceLinkedRoles(by: statement) {
            codes.append("CREATE_SLR_WITH_\(grant.issueEnding)")
        }
        return codes
    }
}

extension Statement {
    /// The action by which it allows every action.
    fileprivate var everyAction: Located<String>? {
        // A quick look: few lists have a wildcard in a service's name.
        guard allows, action.value?.traits.contains(.wildcardInPrefix) == true else { return nil }
        return actions.first { GlobPattern.isEveryAction($0.value) }
    }
}

extension Message {
    fileprivate static func everything(hasConditions: Bool, isDeniedInPart: Bool, codes: [String]) -> Message {
        let extent = "this allows every action on every resource"
        let text =
            switch (hasConditions, isDeniedInPart) {
            case (false, false): "\(extent): it is administrator access"
            case (false, true): "\(extent) but what the policy denies"
            case (true, false): "\(extent), whenever the condition holds"
            case (true, true): "\(extent) but what the policy denies, whenever the condition holds"
            }
        return Message(
            text,
            help:
                "list the actions and resources that are needed; keep administrator access for one role that requires MFA",
            issue: codes.isEmpty ? .none : .codes(codes))
    }
}
