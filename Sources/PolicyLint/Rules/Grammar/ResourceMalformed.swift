/// A resource that is no ARN.
enum ResourceMalformed: PolicyRule {
    static let metadata = RuleMetadata(
        id: "resource-malformed", wing: .grammar, severity: .error,
        kinds: [.principalPolicies, DocumentKinds(.resourcePolicy, .resourceControlPolicy, .vpcEndpointPolicy)],
        fixes: [.narrowing, .suggestion],
        references: [
            .accessAnalyzer("INVALID_ARN_PREFIX"), .accessAnalyzer("MISSING_ARN_FIELD"),
            .accessAnalyzer("INVALID_PARTITION"), .accessAnalyzer("INVALID_ARN_SERVICE_CASE"),
            .accessAnalyzer("INVALID_ARN_REGION"), .accessAnalyzer("INVALID_ARN_ACCOUNT"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"),
            .peer(.parliament, "INVALID_ARN"), .peer(.iamPolicyValidator, "resource_validation.invalid_resource"),
            .peer(.cfnLint, "E3514"), .peer(.cfnLint, "E3510"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // A quick look that spares most resources from being read.
        for doubtful in context.doubtfulResources where doubtful.finding.doubts.contains(.form) {
            // As it is, AWS may take the ARN for one that matches nothing.
            let narrows = doubtful.statement.denies != doubtful.isExcepted
            check(doubtful.resource, narrows ? .narrowing : .suggestion, &context)
        }
    }

    private static func check(_ resource: Located<String>, _ effect: Fix.Effect, _ context: inout RuleContext) {
        guard let flaw = ResourcePattern.flaw(of: resource.value) else { return }
        // API Gateway's own short form.
        if context.document.kind == .resourcePolicy, resource.value.hasPrefix("execute-api:/") { return }
        var fix: Fix?
        if case .serviceCase(let mended) = flaw {
            let edit = context.editing.replace(resource.span, withString: mended)
            fix = Fix("write the service in lower case", effect, [edit])
        }
        context.report(.malformed(resource.value, flaw), at: resource.span, fix: fix)
    }
}

extension Message {
    private static func left(_ placeholder: String, _ wanted: String, issue: Issue) -> Message {
        Message(
            "a placeholder is left in this ARN: `\(placeholder.excerpt)`",
            help: "write \(wanted), here and wherever else something was to be filled in", issue: issue)
    }

    fileprivate static func malformed(_ text: String, _ flaw: ResourcePattern.Flaw) -> Message {
        let form = "write `arn:partition:service:region:account:resource`, or `*`"
        switch flaw {
        case .region(let text) where Placeholder.isOne(text):
            return .left(text, "a Region such as `us-east-1`, or `*`", issue: "INVALID_ARN_REGION")
        case .account(let text) where Placeholder.isOne(text):
            return .left(text, "the twelve digits of an account, or `*`", issue: "INVALID_ARN_ACCOUNT")
        case .empty: return Message("the resource is empty", help: form, issue: "INVALID_ARN_PREFIX")
        case .prefix: return Message("`\(text.excerpt)` is no ARN", help: form, issue: "INVALID_ARN_PREFIX")
        case .fields(let count):
            return Message(
                "`\(text.excerpt)` has \(count) of the six fields of an ARN",
                help: "\(form); a field that does not matter stays empty or is `*`", issue: "MISSING_ARN_FIELD")
        case .partition(let partition):
            return Message(
                "`\(partition.excerpt)` is no partition", help: "write `aws`, `aws-cn`, `aws-us-gov`, or `*`",
                issue: "INVALID_PARTITION")
        case .serviceCase:
            return Message(
                "the service of `\(text.excerpt)` must be in lower case", help: "write it in lower case",
                issue: "INVALID_ARN_SERVICE_CASE")
        case .region(let region):
            return Message(
                "`\(region.excerpt)` is no Region",
                help: "write a Region such as `us-east-1`, `*`, or nothing where the service has none",
                issue: "INVALID_ARN_REGION")
        case .account(let account):
            return Message(
                "`\(account.excerpt)` is no account: an account has twelve digits",
                help: "write all twelve digits and no dashes, `*`, or nothing where the service has none",
                issue: "INVALID_ARN_ACCOUNT")
        }
    }
}
