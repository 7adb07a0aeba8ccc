/// An ARN without the Region or the account that all ARNs of its resource have.
enum ARNFieldMissing: PolicyRule {
    static let metadata = RuleMetadata(
        id: "arn-field-missing", wing: .services, severity: .warning,
        kinds: [.principalPolicies, DocumentKinds(.resourcePolicy, .resourceControlPolicy, .vpcEndpointPolicy)],
        fixes: [.suggestion],
        references: [
            .accessAnalyzer("MISSING_ARN_ACCOUNT"), .accessAnalyzer("MISSING_ARN_REGION"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for misfit in context.misfitResources {
            guard case .fields(let region, let account) = misfit.flaw else { continue }
            let lacksAccount = account == .missing && !mayBeOfAWS(misfit.arn)
            let fix = fix(misfit, region: region == .missing, account: lacksAccount, context)
            if region == .missing { context.report(.region(misfit), at: misfit.resource.span, fix: fix) }
            if lacksAccount {
                // One edit mends both.
                let own = region == .missing ? nil : fix
                context.report(.account(misfit), at: misfit.resource.span, fix: own)
            }
        }
    }

    /// Whether an ARN without an account may name what belongs to AWS: a document or parameter of Systems
    /// Manager, or anything that has the name of AWS or Amazon.
    ///
    /// Sources: <https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html>,
    /// <https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html>.
    private static func mayBeOfAWS(_ arn: ResourceARN) -> Bool {
        if arn.service == "ssm" { return true }
        return arn.resource.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }.contains { part in
            ["aws", "amazon"].contains { Substring(part).hasPrefixIgnoringCase($0) }
        }
    }

    /// Fills the fields: with the document's own account where it is known, else with what stands for all.
    private static func fix(_ misfit: MisfitResource, region: Bool, account: Bool, _ context: RuleContext) -> Fix? {
        let own = context.ownAccount.flatMap { AmazonResourceName.isAccountID($0) ? $0 : nil }
        let mended = misfit.resource.value.replacingARNFields(
            region: region ? "*" : nil, account: account ? own ?? "*" : nil)
        guard let mended else { return nil }
        return Fix(
            "write `\(mended)`", .suggestion, [context.editing.replace(misfit.resource.span, withString: mended)])
    }
}

extension Message {
    fileprivate static func region(_ misfit: MisfitResource) -> Message {
        Message(
            "ARNs of this resource have a Region: without one, this one stands for nothing",
            help: "name the Region, or write `*` for all of them: \(form(misfit))", severity: .error,
            issue: "MISSING_ARN_REGION")
    }

    fileprivate static func account(_ misfit: MisfitResource) -> Message {
        Message(
            "ARNs of this resource have an account: without one, this one stands for nothing of yours",
            help: "name the account, or write `*` for any: \(form(misfit))", issue: "MISSING_ARN_ACCOUNT")
    }

    private static func form(_ misfit: MisfitResource) -> String {
        "the form is `\(misfit.likeliestForm?.example ?? "")`"
    }
}
