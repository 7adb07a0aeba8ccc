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

    // Evidence about an account, for the checklist of `policylint account`.

    /// The answer of `get-account-password-policy`.
    case passwordPolicy = "password-policy"
    /// The answer of `list-access-keys`.
    case accessKeyList = "access-key-list"
    /// The answer of `list-mfa-devices`.
    case mfaDeviceList = "mfa-device-list"
    /// The answer of `get-login-profile`.
    case loginProfile = "login-profile"
    /// The answer of `list-organizations-features`.
    case organizationsFeatures = "organizations-features"
    /// The answer of `list-attached-user-policies`, `…-group-policies` or `…-role-policies`.
    case attachedPolicies = "attached-policies"
    /// The answer of `list-entities-for-policy`.
    case policyEntities = "policy-entities"
    /// The answer of `list-server-certificates`.
    case serverCertificates = "server-certificates"
    /// The answer of `list-open-id-connect-providers`.
    case openIDConnectProviders = "open-id-connect-providers"
    /// The answer of `list-saml-providers`.
    case samlProviders = "saml-providers"
    /// The answer of `describe-budgets`.
    case budgets = "budgets"
    /// The answer of `describe-notifications-for-budget`, or of `describe-budget-notifications-for-account`.
    case budgetNotifications = "budget-notifications"
    /// One notification of a budget.
    case budgetNotification = "budget-notification"
    /// The answer of `describe-subscribers-for-notification`.
    case budgetSubscribers = "budget-subscribers"
    /// The input of `create-budget`: a desired state.
    case budgetRequest = "budget-request"
    /// The answer of `describe-configuration-recorders`.
    case configurationRecorders = "configuration-recorders"
    /// The answer of `describe-configuration-recorder-status`.
    case configurationRecorderStatus = "configuration-recorder-status"
    /// The answer of `describe-delivery-channels`.
    case deliveryChannels = "delivery-channels"
    /// The answer of `describe-config-rules`.
    case configRules = "config-rules"
    /// The answer of `events list-rules`.
    case eventRules = "event-rules"
    /// The answer of `events list-targets-by-rule`.
    case eventTargets = "event-targets"
    /// The answer of `accessanalyzer list-analyzers`.
    case analyzers = "analyzers"
    /// The answer of `cloudtrail describe-trails`.
    case trails
    /// The answer of `get-trail-status`.
    case trailStatus = "trail-status"
    /// The answer of `get-event-selectors`.
    case eventSelectors = "event-selectors"
    /// The answer of `s3api list-buckets`.
    case buckets = "buckets"
    /// The answer of `get-public-access-block`.
    case publicAccessBlock = "public-access-block"
    /// The answer of `get-bucket-lifecycle-configuration`.
    case bucketLifecycle = "bucket-lifecycle"
    /// The `null` in the place of a bucket's policy in an item of AWS Config.
    case bucketWithoutPolicy = "bucket-without-policy"
    /// An answer that lists users, groups, roles or policies.
    case iamExport = "iam-export"
    /// A user in such an answer.
    case iamUser = "iam-user"
    /// A group in such an answer.
    case iamGroup = "iam-group"
    /// A role in such an answer, or in that of `get-role`.
    case iamRole = "iam-role"
    /// A managed policy in such an answer, whatever its document says.
    case managedPolicy = "managed-policy"
    /// What the AWS CLI says on standard error when a call fails.
    case commandError = "command-error"

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
        case .passwordPolicy: "a password policy"
        case .accessKeyList: "a list of access keys"
        case .mfaDeviceList: "a list of MFA devices"
        case .loginProfile: "a login profile"
        case .organizationsFeatures: "a list of features of an organization"
        case .attachedPolicies: "a list of attached policies"
        case .policyEntities: "a list of those a policy is attached to"
        case .serverCertificates: "a list of server certificates"
        case .openIDConnectProviders: "a list of OpenID Connect providers"
        case .samlProviders: "a list of SAML providers"
        case .budgets: "a list of budgets"
        case .budgetNotifications: "a list of notifications of a budget"
        case .budgetNotification: "a notification of a budget"
        case .budgetSubscribers: "a list of subscribers of a budget"
        case .budgetRequest: "a budget to be made"
        case .configurationRecorders: "a list of configuration recorders"
        case .configurationRecorderStatus: "the status of configuration recorders"
        case .deliveryChannels: "a list of delivery channels"
        case .configRules: "a list of AWS Config rules"
        case .eventRules: "a list of EventBridge rules"
        case .eventTargets: "a list of targets of an EventBridge rule"
        case .analyzers: "a list of analyzers"
        case .trails: "a list of CloudTrail trails"
        case .trailStatus: "the status of a CloudTrail trail"
        case .eventSelectors: "the event selectors of a CloudTrail trail"
        case .buckets: "a list of buckets"
        case .publicAccessBlock: "a block of public access"
        case .bucketLifecycle: "the lifecycle rules of a bucket"
        case .bucketWithoutPolicy: "a bucket without a policy"
        case .iamExport: "a list of IAM entities"
        case .iamUser: "an IAM user"
        case .iamGroup: "an IAM group"
        case .iamRole: "an IAM role"
        case .managedPolicy: "a managed policy"
        case .commandError: "an error of the AWS CLI"
        }
    }
}
