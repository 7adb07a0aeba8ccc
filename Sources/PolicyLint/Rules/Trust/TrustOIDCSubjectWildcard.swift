/// A wildcard in the subject of a web identity token that lets more in than one project.
enum TrustOIDCSubjectWildcard: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-oidc-subject-wildcard", wing: .trust, severity: .warning, kinds: .trustPolicy,
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html"),
            .documentation("https://docs.github.com/en/actions/reference/security/oidc"),
            .accessAnalyzer("SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED"),
            .peer(.checkov, "CKV_AWS_358"), .peer(.checkov, "CKV_AWS_393"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows {
            for principal in statement.principals {
                guard case .openIDConnectProvider(let issuer) = principal.identity,
                    statement.allows(.assumeRoleWithWebIdentity)
                else { continue }
                let provider = WebIdentityProvider.provider(of: issuer)
                guard let form = provider.subject else { continue }
                let demands = RequestDemands(
                    of: statement, in: policy, principal: principal,
                    action: RoleAction.assumeRoleWithWebIdentity.rawValue)
                // A subject that does not restrict at all is another matter, and one narrow condition is enough.
                guard demands.restrictsClaim("sub", of: issuer), !isNarrow(demands, issuer, form) else { continue }
                for condition in statement.conditions where condition.isOn("\(issuer):sub") {
                    report(condition, provider, form, hasVariables: policy.replacesVariables, &context)
                }
            }
        }
    }

    private static func isNarrow(
        _ demands: RequestDemands, _ issuer: String, _ form: WebIdentityProvider.SubjectForm
    ) -> Bool {
        demands.restricts("\(issuer):sub") { SubjectBreadth($0, form) == nil }
            || demands.restrictsProject(of: issuer)
    }

    private static func report(
        _ condition: Condition, _ provider: WebIdentityProvider, _ form: WebIdentityProvider.SubjectForm,
        hasVariables: Bool, _ context: inout RuleContext
    ) {
        guard let demand = Demand(condition, hasVariables: hasVariables), let accepted = demand.accepted else { return }
        for (value, pattern) in zip(condition.values, accepted) {
            guard !pattern.isTrivial, let breadth = SubjectBreadth(pattern, form) else { continue }
            context.report(.broad(value.value, breadth, provider), at: value.span)
        }
    }
}

extension Message {
    fileprivate static func broad(
        _ subject: String, _ breadth: SubjectBreadth, _ provider: WebIdentityProvider
    ) -> Message {
        let issue: Issue =
            provider.issuer == WebIdentityProvider.gitHubIssuer
            ? "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED" : .none
        return switch breadth {
        case .everyOwner where provider.isShared:
            Message(
                "`\(subject)` lets in customers of \(provider.name) whom you do not know",
                help: "write the owner's name in full, up to the character that ends it: `\(provider.subjectTemplate)`",
                severity: .error, issue: issue)
        case .everyOwner:
            Message(
                "`\(subject)` lets in every namespace of \(provider.name) that fits",
                help: "write the namespace and the service account in full: `\(provider.subjectTemplate)`",
                issue: issue)
        case .everyProject:
            Message(
                "`\(subject)` lets in every project of the owner that fits, and whoever may create one",
                help: "write the project's name in full, up to the `:` that ends it: `\(provider.subjectTemplate)`",
                issue: issue)
        case .everyRef:
            Message(
                "`\(subject)` lets in every branch, tag and pull request of the project",
                help: "name the branch or the environment that deploys: `\(provider.subjectTemplate)`",
                severity: .note, issue: issue)
        }
    }
}
