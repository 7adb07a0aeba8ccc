/// What is known of an OpenID Connect provider that roles can trust.
struct WebIdentityProvider: Sendable {
    /// Host and path of its URL, without the scheme: the prefix of its condition keys.
    let issuer: String
    /// Its name, for people.
    let name: String
    /// The claims of which one must be pinned to keep strangers out.
    let decidingClaims: [String]
    /// Whether one issuer signs the tokens of many customers, who only differ in the deciding claim.
    let isShared: Bool
    /// How the subject names the customer and the project; nil where its form is not documented.
    let subject: SubjectForm?
    /// A subject with its places to fill, for suggestions.
    let subjectTemplate: String
    /// The audience that its documentation uses with AWS; nil where everybody chooses one.
    let usualAudience: String?

    /// How a subject is written.
    struct SubjectForm: Sendable {
        /// What stands before the customer's name.
        let marker: String
        /// What ends the customer's name.
        let ownerEnd: [Character]
        /// What ends the project's name; empty where projects are not told apart here.
        let projectEnd: [Character]
    }

    /// What is known of the provider of an issuer. One that has no entry belongs to whoever set it up.
    static func provider(of issuer: String) -> WebIdentityProvider {
        if let known = table.first(where: { $0.issuer == issuer }) { return known }
        if issuer.hasPrefix("oidc.eks.") {
            return WebIdentityProvider(
                issuer, "this Kubernetes cluster", isShared: false,
                subject: SubjectForm(marker: "system:serviceaccount:", ownerEnd: [":"], projectEnd: []),
                "system:serviceaccount:NAMESPACE:SERVICE_ACCOUNT", audience: "sts.amazonaws.com")
        }
        return WebIdentityProvider(issuer, "`\(issuer)`", isShared: false)
    }

    /// The issuer of the tokens of GitHub Actions.
    static let gitHubIssuer = "token.actions.githubusercontent.com"

    private init(
        _ issuer: String, _ name: String, claims: [String] = ["sub"], isShared: Bool = true,
        subject: SubjectForm? = nil, _ subjectTemplate: String = "SUBJECT", audience: String? = nil
    ) {
        self.issuer = issuer
        self.name = name
        decidingClaims = claims
        self.isShared = isShared
        self.subject = subject
        self.subjectTemplate = subjectTemplate
        usualAudience = audience
    }

    /// The providers that many customers share, each with the claim that AWS itself asks for, and the three
    /// sign-in services whose tokens differ in the application they were issued to.
    ///
    /// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html>,
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif>.
    /// Forms of subjects:
    /// <https://docs.github.com/en/actions/reference/security/oidc>,
    /// <https://docs.gitlab.com/ci/secrets/id_token_authentication/>,
    /// <https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens>,
    /// <https://buildkite.com/docs/agent/v3/cli-oidc>.
    private static let table: [WebIdentityProvider] = [
        WebIdentityProvider(
            gitHubIssuer, "GitHub Actions",
            // `@` ends the name in subjects that carry immutable ids: `repo:octo-org@123/octo-repo@456:…`.
            subject: SubjectForm(marker: "repo:", ownerEnd: ["/", "@"], projectEnd: [":", "@"]),
            "repo:ORGANIZATION/REPOSITORY:ref:refs/heads/BRANCH", audience: "sts.amazonaws.com"),
        WebIdentityProvider(
            "gitlab.com", "GitLab.com",
            subject: SubjectForm(marker: "project_path:", ownerEnd: ["/"], projectEnd: [":"]),
            "project_path:GROUP/PROJECT:ref_type:branch:ref:BRANCH"),
        WebIdentityProvider(
            "app.terraform.io", "HCP Terraform",
            subject: SubjectForm(marker: "organization:", ownerEnd: [":"], projectEnd: []),
            "organization:ORGANIZATION:project:PROJECT:workspace:WORKSPACE:run_phase:RUN_PHASE"),
        WebIdentityProvider(
            "agent.buildkite.com", "Buildkite",
            subject: SubjectForm(marker: "organization:", ownerEnd: [":"], projectEnd: []),
            "organization:ORGANIZATION:pipeline:PIPELINE:ref:refs/heads/BRANCH:commit:COMMIT:step:STEP"),
        WebIdentityProvider("vstoken.actions.githubusercontent.com", "GitHub"),
        WebIdentityProvider("oidc-configuration.audit-log.githubusercontent.com", "GitHub audit log streaming"),
        WebIdentityProvider("oidc.codefresh.io", "Codefresh"),
        WebIdentityProvider("studio.datachain.ai/api", "DVC Studio"),
        WebIdentityProvider("scalr.io", "Scalr"),
        WebIdentityProvider("tokens.cloud.shisho.dev", "Shisho Cloud"),
        WebIdentityProvider("proidc.upbound.io", "Upbound"),
        WebIdentityProvider("oidc.vercel.com", "Vercel", claims: ["aud", "sub"]),
        WebIdentityProvider("api.pulumi.com/oidc", "Pulumi Cloud", claims: ["aud", "sub"]),
        WebIdentityProvider("sandboxes.cloud", "sandboxes.cloud", claims: ["aud", "sub"]),
        WebIdentityProvider("cognito-identity.amazonaws.com", "Amazon Cognito", claims: ["aud", "sub"]),
        WebIdentityProvider("accounts.google.com", "Google", claims: ["aud", "oaud", "azp", "sub"]),
        WebIdentityProvider("graph.facebook.com", "Facebook", claims: ["app_id", "id"]),
        WebIdentityProvider("www.amazon.com", "Login with Amazon", claims: ["app_id", "user_id"]),
    ]
}
