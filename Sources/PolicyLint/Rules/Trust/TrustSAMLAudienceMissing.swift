/// A SAML provider is trusted without saying for which sign-in address its assertions must be.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml>.
enum TrustSAMLAudienceMissing: PolicyRule {
    static let metadata = RuleMetadata(
        id: "trust-saml-audience-missing", wing: .trust, severity: .warning, kinds: .trustPolicy, fixes: [.suggestion],
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml"
            ),
            .peer(.iamPolicyValidator, "trust_policy_validation.missing_required_condition_for_assume_action"),
            .peer(.iamPolicyValidator, "ifexists_condition_usage.ifexists_weakens_security_condition"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows {
            for principal in statement.principals {
                guard case .samlProvider(let arn) = principal.identity, statement.allows(.assumeRoleWithSAML) else {
                    continue
                }
                let demands = RequestDemands(
                    of: statement, in: policy, principal: principal, action: RoleAction.assumeRoleWithSAML.rawValue)
                if demands.restricts("SAML:aud") { continue }
                let edit = ConditionEditing.add(
                    "StringEquals", "SAML:aud", endpoint(of: arn.partition), to: statement, context.editing)
                context.report(
                    .noAudience, at: principal.value.span,
                    fix: edit.map { Fix("require assertions for AWS's global sign-in address", .suggestion, [$0]) })
            }
        }
    }

    /// The global sign-in address of a partition. Regions have addresses of their own, so that only a person
    /// knows which ones the provider uses.
    ///
    /// Source: <https://docs.aws.amazon.com/general/latest/gr/signin-service.html>.
    private static func endpoint(of partition: String) -> String {
        switch partition {
        case "aws-cn": "https://signin.amazonaws.cn/saml"
        case "aws-us-gov": "https://signin.amazonaws-us-gov.com/saml"
        default: "https://signin.aws.amazon.com/saml"
        }
    }
}

extension Message {
    fileprivate static let noAudience = Message(
        "no condition requires `SAML:aud`, so that an assertion issued for another address is accepted as well",
        help: """
            add a condition with `StringEquals` on `SAML:aud` that lists the sign-in addresses your identity provider \
            uses, such as `https://signin.aws.amazon.com/saml` or one of a Region
            """)
}
