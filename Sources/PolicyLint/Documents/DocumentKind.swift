/// The kinds of document that PolicyLint reads. The raw value is the kind's name on the command line.
public enum DocumentKind: String, CaseIterable, Hashable, Sendable {
    /// A policy attached to a user, group or role.
    case identityPolicy = "identity-policy"
    /// A policy attached to a resource: bucket, queue, topic, key, repository, function, secret, …
    case resourcePolicy = "resource-policy"
    /// The policy of a role that says who may assume it (`AssumeRolePolicyDocument`).
    case trustPolicy = "trust-policy"
    /// A managed policy used as a permissions boundary.
    case permissionsBoundary = "permissions-boundary"
    /// An AWS Organizations service control policy (SCP).
    case serviceControlPolicy = "service-control-policy"
    /// An AWS Organizations resource control policy (RCP).
    case resourceControlPolicy = "resource-control-policy"
    /// A policy passed to `AssumeRole` or `GetFederationToken`.
    case sessionPolicy = "session-policy"
    /// The policy of a VPC endpoint.
    case vpcEndpointPolicy = "vpc-endpoint-policy"

    /// The shared credentials file, `~/.aws/credentials`.
    case sharedCredentials = "shared-credentials"
    /// The shared config file, `~/.aws/config`.
    case sharedConfig = "shared-config"
    /// Credentials downloaded from the console: `rootkey.csv`, `accessKeys.csv`, `credentials.csv`, ….
    case credentialsDownload = "credentials-download"
    /// Environment variables in a file: `.env`, shell exports.
    case environmentFile = "environment-file"
    /// JSON that carries credentials: `create-access-key`, the STS answers, `credential_process`.
    case credentialsAnswer = "credentials-answer"

    /// The credential report, as CSV or as the answer of `get-credential-report`.
    case credentialReport = "credential-report"
    /// The answer of `get-account-summary`.
    case accountSummary = "account-summary"
    /// The answer of `list-virtual-mfa-devices`.
    case virtualMFADevices = "virtual-mfa-devices"
    /// The answer of `sts get-caller-identity`.
    case callerIdentity = "caller-identity"
    /// A user or role in the answer of `get-account-authorization-details`, with all its policies together.
    case accountPrincipal = "account-principal"

    /// The answer of `get-bucket-versioning`.
    case bucketVersioning = "bucket-versioning"
    /// The input of `put-bucket-versioning`, or its `--versioning-configuration`: a desired state.
    case versioningConfiguration = "versioning-configuration"

    /// The kind in words, with its article: "a trust policy".
    public var inWords: String {
        switch self {
        case .identityPolicy: "an identity-based policy"
        case .resourcePolicy: "a resource-based policy"
        case .trustPolicy: "a role trust policy"
        case .permissionsBoundary: "a permissions boundary"
        case .serviceControlPolicy: "a service control policy"
        case .resourceControlPolicy: "a resource control policy"
        case .sessionPolicy: "a session policy"
        case .vpcEndpointPolicy: "a VPC endpoint policy"
        case .sharedCredentials: "a shared credentials file"
        case .sharedConfig: "a shared config file"
        case .credentialsDownload: "a download of credentials"
        case .environmentFile: "a file of environment variables"
        case .credentialsAnswer: "a JSON document with credentials"
        case .credentialReport: "a credential report"
        case .accountSummary: "an account summary"
        case .virtualMFADevices: "a list of virtual MFA devices"
        case .callerIdentity: "a caller identity"
        case .accountPrincipal: "a user or role of an account"
        case .bucketVersioning: "the versioning state of a bucket"
        case .versioningConfiguration: "a versioning configuration"
        }
    }
}

/// A set of document kinds.
public struct DocumentKinds: OptionSet, Hashable, Sendable {
    /// One bit a kind.
    public let rawValue: UInt32

    /// The set of these bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The set of these kinds.
    public init(_ kinds: DocumentKind...) {
        self.init(rawValue: kinds.reduce(0) { $0 | 1 << UInt32($1.bit) })
    }

    /// Whether the kind is in the set.
    public func contains(_ kind: DocumentKind) -> Bool { rawValue & 1 << UInt32(kind.bit) != 0 }

    /// The kinds of the set, in the order of their declaration.
    public var kinds: [DocumentKind] { DocumentKind.allCases.filter { contains($0) } }

    /// Policies that are attached to, or limit, a principal: no `Principal` element.
    public static let principalPolicies = DocumentKinds(
        .identityPolicy, .permissionsBoundary, .serviceControlPolicy, .sessionPolicy)
    /// Policies with a `Principal` element.
    public static let policiesWithPrincipal = DocumentKinds(
        .resourcePolicy, .trustPolicy, .resourceControlPolicy, .vpcEndpointPolicy)
    /// All policies.
    public static let policies: DocumentKinds = [.principalPolicies, .policiesWithPrincipal]
    /// Policies whose Allow grants something by itself.
    public static let grantingPolicies = DocumentKinds(
        .identityPolicy, .resourcePolicy, .trustPolicy, .vpcEndpointPolicy)
    /// Role trust policies.
    public static let trustPolicy = DocumentKinds(.trustPolicy)
    /// All documents that are JSON.
    public static let json: DocumentKinds = [
        .policies,
        DocumentKinds(
            .credentialsAnswer, .accountSummary, .virtualMFADevices, .callerIdentity, .accountPrincipal,
            .bucketVersioning, .versioningConfiguration),
    ]
    /// All documents that may be JSON: also those that have another form besides.
    public static let writtenAsJSON: DocumentKinds = [.json, DocumentKinds(.credentialReport)]
    /// The two shared files of the AWS CLI and SDKs.
    public static let sharedFiles = DocumentKinds(.sharedCredentials, .sharedConfig)
    /// Everything that can hold a secret.
    public static let credentials: DocumentKinds = [
        .sharedFiles, DocumentKinds(.credentialsDownload, .environmentFile, .credentialsAnswer),
    ]
    /// Every kind.
    public static let all = DocumentKinds(rawValue: .max)
}

extension DocumentKind {
    fileprivate var bit: Int {
        switch self {
        case .identityPolicy: 0
        case .resourcePolicy: 1
        case .trustPolicy: 2
        case .permissionsBoundary: 3
        case .serviceControlPolicy: 4
        case .resourceControlPolicy: 5
        case .sessionPolicy: 6
        case .vpcEndpointPolicy: 7
        case .sharedCredentials: 8
        case .sharedConfig: 9
        case .credentialsDownload: 10
        case .environmentFile: 11
        case .credentialsAnswer: 12
        case .credentialReport: 13
        case .accountSummary: 14
        case .virtualMFADevices: 15
        case .callerIdentity: 16
        case .bucketVersioning: 17
        case .versioningConfiguration: 18
        case .accountPrincipal: 19
        }
    }

    /// Whether it is one of the policy kinds.
    public var isPolicy: Bool { DocumentKinds.policies.contains(self) }
}
