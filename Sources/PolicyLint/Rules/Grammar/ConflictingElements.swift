/// An element beside its own negation.
enum ConflictingElements: StatementRule {
    static let metadata = RuleMetadata(
        id: "conflicting-elements", wing: .grammar, severity: .error, kinds: .policies,
        references: [
            .accessAnalyzer("UNSUPPORTED_ELEMENT_COMBINATION"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_structure.principal_conflict"),
            .peer(.iamPolicyValidator, "policy_structure.action_conflict"),
            .peer(.iamPolicyValidator, "policy_structure.resource_conflict"), .peer(.cfnLint, "E3510"),
            .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static let concerns: Statement.Contents = .exclusions

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        if let negation = statement.notAction.member, let element = statement.action.member {
            report(element, negation, "Action", &context)
        }
        // Where a kind of policy may not hold the negation at all, that is said elsewhere.
        let kind = context.document.kind
        if kind != .trustPolicy, let negation = statement.notResource.member, let element = statement.resource.member {
            report(element, negation, "Resource", &context)
        }
        if kind == .resourcePolicy || kind == .vpcEndpointPolicy, let negation = statement.notPrincipal.member,
            let element = statement.principal.member
        {
            report(element, negation, "Principal", &context)
        }
    }

    private static func report(
        _ element: JSONMember, _ negation: JSONMember, _ name: String, _ context: inout RuleContext
    ) {
        // A slip in a name is to be mended first.
        guard element.key.value == name, negation.key.value == "Not" + name else { return }
        context.report(
            .conflict(name), at: negation.key.span,
            related: [Diagnostic.Related("`\(name)` stands here", at: element.key.span)])
    }
}

extension Message {
    fileprivate static func conflict(_ name: String) -> Message {
        Message(
            "`Not\(name)` cannot stand beside `\(name)`",
            help: "keep one of them, or make two statements; `\(name)` is nearly always what is meant")
    }
}
