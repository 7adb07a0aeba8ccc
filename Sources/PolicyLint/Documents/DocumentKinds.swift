/// A set of document kinds.
public struct DocumentKinds: OptionSet, Hashable, Sendable {
    /// One bit a kind.
    public let rawValue: UInt64

    /// The set of these bits.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The set of these kinds.
    public init(_ kinds: DocumentKind...) {
        self.init(rawValue: kinds.reduce(0) { $0 | 1 << UInt64($1.bit) })
    }

    /// Whether the kind is in the set.
    public func contains(_ kind: DocumentKind) -> Bool { rawValue & 1 << UInt64(kind.bit) != 0 }

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
    /// The answers of the AWS CLI that are evidence about an account, and for which no rule is.
    public static let accountAnswers = DocumentKinds(
        .passwordPolicy, .accessKeyList, .mfaDeviceList, .loginProfile, .organizationsFeatures, .attachedPolicies,
        .policyEntities, .serverCertificates, .openIDConnectProviders, .samlProviders, .budgets, .budgetNotifications,
        .budgetNotification, .budgetSubscribers, .budgetRequest, .configurationRecorders, .configurationRecorderStatus,
        .deliveryChannels, .configRules,
        .eventRules, .eventTargets, .analyzers, .trails, .trailStatus, .eventSelectors, .buckets, .publicAccessBlock,
        .bucketLifecycle, .bucketWithoutPolicy, .iamExport, .iamUser, .iamGroup, .iamRole, .managedPolicy)
    /// Those of these answers that are found where somebody asks for them alone: besides them, the policies in the same
    /// text are documents.
    public static let entities = DocumentKinds(
        .iamExport, .iamUser, .iamGroup, .iamRole, .managedPolicy, .bucketWithoutPolicy)
    /// All documents that are JSON, and that rules are for.
    public static let json: DocumentKinds = [
        .policies,
        DocumentKinds(
            .credentialsAnswer, .accountSummary, .virtualMFADevices, .callerIdentity, .accountPrincipal,
            .bucketVersioning,
            .versioningConfiguration),
    ]
    /// All documents that may be JSON: also those that have another form besides.
    public static let writtenAsJSON: DocumentKinds = [.json, .accountAnswers, DocumentKinds(.credentialReport)]
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
        case .passwordPolicy: 19
        case .accessKeyList: 20
        case .mfaDeviceList: 21
        case .loginProfile: 22
        case .organizationsFeatures: 23
        case .attachedPolicies: 24
        case .policyEntities: 25
        case .serverCertificates: 26
        case .budgets: 27
        case .budgetNotifications: 28
        case .budgetNotification: 29
        case .budgetSubscribers: 30
        case .budgetRequest: 31
        case .configurationRecorders: 32
        case .configurationRecorderStatus: 33
        case .deliveryChannels: 34
        case .configRules: 35
        case .eventRules: 36
        case .analyzers: 37
        case .buckets: 38
        case .publicAccessBlock: 39
        case .bucketLifecycle: 40
        case .iamExport: 41
        case .iamUser: 42
        case .iamGroup: 43
        case .iamRole: 44
        case .managedPolicy: 45
        case .commandError: 46
        case .accountPrincipal: 47
        case .eventTargets: 48
        case .bucketWithoutPolicy: 49
        case .trails: 50
        case .trailStatus: 51
        case .eventSelectors: 52
        case .openIDConnectProviders: 53
        case .samlProviders: 54
        }
    }

    /// Whether it is one of the policy kinds.
    public var isPolicy: Bool { DocumentKinds.policies.contains(self) }
}
