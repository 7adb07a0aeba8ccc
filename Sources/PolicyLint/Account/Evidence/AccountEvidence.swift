/// What an export tells of an account: the documents of all its files in one view. Controls ask it; it
/// judges nothing itself.
public struct AccountEvidence: Sendable {
    /// The files of the export.
    public internal(set) var files: [SourceFile] = []
    /// The present, for ages; nil where nobody says it.
    public internal(set) var now: Timestamp?
    /// The services of AWS that policies are read with.
    public internal(set) var catalogue = ServiceCatalogue.embedded
    /// The account's twelve digits, where the export says them.
    public internal(set) var accountID: String?

    /// The accounts that the export speaks of as its own, each with what shows it. More than one: the exports
    /// of several accounts lie together, and nothing is proven of any.
    public internal(set) var accounts: [(id: String, evidence: Evidence)] = []

    // The account.

    /// Who exported.
    public internal(set) var caller = Known<CallerIdentity>.unknown
    /// The credential report.
    public internal(set) var credentialReport = Known<CredentialReport>.unknown
    /// The account summary.
    public internal(set) var summary = Known<AccountSummary>.unknown
    /// The password policy.
    public internal(set) var passwordPolicy = Known<PasswordPolicy>.unknown
    /// The block of public access to all buckets.
    public internal(set) var publicAccessBlock = Known<PublicAccessBlock>.unknown
    /// What the organization does with root users.
    public internal(set) var organizationsFeatures = Known<OrganizationsFeatures>.unknown
    /// What AWS answers where there is an organization that cannot look after root users as it is.
    public internal(set) var organizationObstacle: Sourced<CommandError>?
    /// The virtual MFA devices.
    public internal(set) var virtualDevices = Listing<Sourced<VirtualMFADevices.Device>>()
    /// The TLS certificates that are stored in IAM.
    public internal(set) var serverCertificates = Listing<Sourced<ServerCertificate>>()
    /// The OpenID Connect providers.
    public internal(set) var openIDConnectProviders = Listing<Sourced<IdentityProvider>>()
    /// The SAML providers.
    public internal(set) var samlProviders = Listing<Sourced<IdentityProvider>>()

    // Who and what is in it, by name.

    /// The IAM users.
    public internal(set) var users = Listing<UserEvidence>()
    /// The groups.
    public internal(set) var groups = Listing<GroupEvidence>()
    /// The roles.
    public internal(set) var roles = Listing<RoleEvidence>()
    /// The managed policies.
    public internal(set) var managedPolicies = Listing<ManagedPolicyEvidence>()
    /// The buckets.
    public internal(set) var buckets = Listing<BucketEvidence>()
    /// The budgets.
    public internal(set) var budgets = Listing<BudgetEvidence>()
    /// Inputs of `create-budget` that lie beside the answers: what was asked for, which need not be there.
    var budgetRequests: [Sourced<BudgetRequest>] = []
    /// The policies of buckets and of other resources.
    public internal(set) var resourcePolicies: [PolicyEvidence] = []
    /// The access keys in credential files that lie beside the answers.
    var keys: [Sourced<FoundKey>] = []
    /// The shared credentials and config files that lie there.
    var sharedFiles: [SharedFileEvidence] = []
    /// The Regions of which the export speaks.
    public internal(set) var regions: [RegionEvidence] = []
    /// The trails of CloudTrail that some Region lists.
    public internal(set) var trails: [TrailEvidence] = []

    /// Keeps what was made of all this, once it is gathered.
    private(set) var accessShelf = AccessShelf()

    /// Forgets what was made of it, since something in it is another now.
    mutating func forgetConclusions() { accessShelf = AccessShelf() }

    /// The root user's row of the credential report.
    public var rootRow: Sourced<CredentialReport.Row>? {
        credentialReport.value.flatMap { report in
            RootEvidence.row(report.value).map { Sourced($0, from: report.source) }
        }
    }

    /// The user of a name.
    public func user(named name: String) -> UserEvidence? { users.elements.first { $0.name == name } }

    /// The present: as a person said it, else when the credential report was made.
    public var presentOrReportTime: Timestamp? { now ?? credentialReport.value?.value.generatedTime }

    /// When the export was made: with the credential report; where there is none, the present.
    var exportTime: Timestamp? { credentialReport.value?.value.generatedTime ?? now }

    /// How many days old the credential report may be and still speak of the present. AWS makes it anew on request, at
    /// most every four hours.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html>.
    private static let freshDays = 7

    /// Why the credential report does not tell what was used lately: it is old. Nil where it is not, or nobody says when
    /// it was made.
    var staleReport: EvidenceGap? {
        guard let report = credentialReport.value, let made = report.value.generatedTime, let now else { return nil }
        let age = now.days(since: made)
        if age <= Self.freshDays { return nil }
        return EvidenceGap(
            "the credential report was made \(age) days ago, on \(made), and does not tell what was used since",
            [report.whole])
    }
}
