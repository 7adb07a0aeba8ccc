/// A Region or an account in the ARN of a resource whose ARNs leave that field empty.
enum ARNFieldSuperfluous: PolicyRule {
    static let metadata = RuleMetadata(
        id: "arn-field-superfluous", wing: .services, severity: .error,
        kinds: [.principalPolicies, DocumentKinds(.resourcePolicy, .resourceControlPolicy, .vpcEndpointPolicy)],
        fixes: [.narrowing, .suggestion],
        references: [
            .accessAnalyzer("ARN_ACCOUNT_NOT_ALLOWED"), .accessAnalyzer("ARN_REGION_NOT_ALLOWED"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"),
            .peer(.parliament, "RESOURCE_MISMATCH"),
            .peer(.iamPolicyValidator, "action_resource_matching.resource_mismatch"),
            .peer(.cfnLint, "I3510"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for misfit in context.misfitResources {
            guard case .fields(let region, let account) = misfit.flaw else { continue }
            let empties = (region: region == .superfluous, account: account == .superfluous)
            let fix = fix(misfit, region: empties.region, account: empties.account, context)
            if empties.region {
                context.report(.region(misfit.arn.region, misfit), at: misfit.resource.span, fix: fix)
            }
            if empties.account {
                // One edit mends both.
                let own = empties.region ? nil : fix
                context.report(.account(misfit.arn.account, misfit), at: misfit.resource.span, fix: own)
            }
        }
    }

    /// Empties the fields. The ARN as it is stands for no resource: with them empty, an Allow allows more.
    private static func fix(_ misfit: MisfitResource, region: Bool, account: Bool, _ context: RuleContext) -> Fix? {
        let mended = misfit.resource.value.replacingARNFields(region: region ? "" : nil, account: account ? "" : nil)
        guard let mended else { return nil }
        return Fix(
            "write `\(mended)`", misfit.isNarrowedByMending ? .narrowing : .suggestion,
            [context.editing.replace(misfit.resource.span, withString: mended)])
    }
}

extension Message {
    fileprivate static func region(_ region: Substring, _ misfit: MisfitResource) -> Message {
        Message(
            "ARNs of this resource have no Region: with `\(String(region).excerpt)` in it, this one stands for nothing",
            help: "leave the Region empty: \(form(misfit))", issue: "ARN_REGION_NOT_ALLOWED")
    }

    fileprivate static func account(_ account: Substring, _ misfit: MisfitResource) -> Message {
        Message(
            "ARNs of this resource have no account: with `\(String(account).excerpt)` in it, this one stands for nothing",
            help: "leave the account empty: \(form(misfit))", issue: "ARN_ACCOUNT_NOT_ALLOWED")
    }

    private static func form(_ misfit: MisfitResource) -> String {
        "the form is `\(misfit.likeliestForm?.example ?? "")`"
    }
}
