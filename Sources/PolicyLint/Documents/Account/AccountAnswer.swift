/// An answer of the AWS CLI that is evidence about an account, and for which no rule is.
public enum AccountAnswer: Sendable {
    // IAM.
    case passwordPolicy(PasswordPolicy)
    case accessKeys(AnswerList<AccessKeyMetadata>)
    case mfaDevices(AnswerList<MFADevice>)
    case loginProfile(LoginProfile)
    case organizationsFeatures(OrganizationsFeatures)
    case attachedPolicies(AnswerList<PolicyAttachment>)
    case policyEntities(PolicyEntities)
    case serverCertificates(AnswerList<ServerCertificate>)
    case openIDConnectProviders(AnswerList<IdentityProvider>)
    case samlProviders(AnswerList<IdentityProvider>)
    // AWS Budgets.
    case budgets(AnswerList<Budget>)
    case budgetNotifications(AnswerList<BudgetNotification>)
    case budgetNotification(BudgetNotification)
    case budgetSubscribers(AnswerList<BudgetSubscriber>)
    case budgetRequest(BudgetRequest)
    // AWS Config, Amazon EventBridge, IAM Access Analyzer.
    case configurationRecorders(AnswerList<ConfigurationRecorder>)
    case recorderStatus(AnswerList<ConfigurationRecorderStatus>)
    case deliveryChannels(AnswerList<DeliveryChannel>)
    case configRules(AnswerList<ConfigRule>)
    case eventRules(AnswerList<EventRule>)
    case eventTargets(AnswerList<EventTarget>)
    case analyzers(AnswerList<Analyzer>)
    // AWS CloudTrail.
    case trails(AnswerList<Trail>)
    case trailStatus(TrailStatus)
    case eventSelectors(EventSelectors)
    // Amazon S3.
    case buckets(AnswerList<BucketEntry>)
    case publicAccessBlock(PublicAccessBlock)
    case bucketLifecycle(AnswerList<LifecycleRule>)
    /// The name of a bucket of which AWS Config says that it has no policy, with the place of the `null`.
    case bucketWithoutPolicy(Located<String>)
    // Users, groups, roles and policies, wherever they are listed.
    case export(IAMExport)
    case user(IAMUser)
    case group(IAMGroup)
    case role(IAMRole)
    case managedPolicy(ManagedPolicy)
    /// What the AWS CLI said instead of an answer.
    case commandError(CommandError)

    /// The users that an answer about one of them names.
    var userNames: Set<String> {
        switch self {
        case .accessKeys(let list): Set(list.elements.compactMap { $0.userName?.value })
        case .mfaDevices(let list): Set(list.elements.compactMap { $0.userName?.value })
        case .loginProfile(let profile): Set([profile.userName?.value].compactMap(\.self))
        default: []
        }
    }

    /// The kind of document that the answer is.
    public var kind: DocumentKind {
        switch self {
        case .passwordPolicy: .passwordPolicy
        case .accessKeys: .accessKeyList
        case .mfaDevices: .mfaDeviceList
        case .loginProfile: .loginProfile
        case .organizationsFeatures: .organizationsFeatures
        case .attachedPolicies: .attachedPolicies
        case .policyEntities: .policyEntities
        case .serverCertificates: .serverCertificates
        case .openIDConnectProviders: .openIDConnectProviders
        case .samlProviders: .samlProviders
        case .budgets: .budgets
        case .budgetNotifications: .budgetNotifications
        case .budgetNotification: .budgetNotification
        case .budgetSubscribers: .budgetSubscribers
        case .budgetRequest: .budgetRequest
        case .configurationRecorders: .configurationRecorders
        case .recorderStatus: .configurationRecorderStatus
        case .deliveryChannels: .deliveryChannels
        case .configRules: .configRules
        case .eventRules: .eventRules
        case .eventTargets: .eventTargets
        case .analyzers: .analyzers
        case .trails: .trails
        case .trailStatus: .trailStatus
        case .eventSelectors: .eventSelectors
        case .buckets: .buckets
        case .publicAccessBlock: .publicAccessBlock
        case .bucketLifecycle: .bucketLifecycle
        case .bucketWithoutPolicy: .bucketWithoutPolicy
        case .export: .iamExport
        case .user: .iamUser
        case .group: .iamGroup
        case .role: .iamRole
        case .managedPolicy: .managedPolicy
        case .commandError: .commandError
        }
    }
}
