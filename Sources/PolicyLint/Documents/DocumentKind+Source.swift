extension UnreadableText {
    /// Why a text of another shape is no document of a kind that a person gave.
    static func other(than kind: DocumentKind, at span: SourceSpan) -> UnreadableText {
        UnreadableText(
            "this is not \(kind.inWords)", help: kind.source.map { "\($0) was expected" },
            at: SourceSpan(Int(span.start), Int(span.start) + 1))
    }
}

extension DocumentKind {
    /// Whether a document of this kind is what somebody means who asks for another: of the two about versioning, the
    /// text says which it is.
    func answers(_ other: DocumentKind) -> Bool {
        let versioning = DocumentKinds(.bucketVersioning, .versioningConfiguration)
        return self == other || versioning.contains(self) && versioning.contains(other)
    }

    /// What of the AWS CLI a document of the kind is, in words; nil where people write it.
    ///
    /// Source: <https://docs.aws.amazon.com/cli/latest/reference/>.
    var source: String? {
        switch self {
        case .identityPolicy, .resourcePolicy, .trustPolicy, .permissionsBoundary, .serviceControlPolicy,
            .resourceControlPolicy, .sessionPolicy, .vpcEndpointPolicy:
            "an object with `Version` and `Statement`"
        case .sharedCredentials, .sharedConfig, .credentialsDownload, .environmentFile, .commandError: nil
        case .credentialsAnswer: "the answer of `aws iam create-access-key` or `aws sts assume-role`"
        case .credentialReport: Self.answer("iam get-credential-report")
        case .accountSummary: Self.answer("iam get-account-summary")
        case .virtualMFADevices: Self.answer("iam list-virtual-mfa-devices")
        case .callerIdentity: Self.answer("sts get-caller-identity")
        case .accountPrincipal, .iamExport, .iamUser, .iamGroup, .iamRole, .managedPolicy:
            Self.answer("iam get-account-authorization-details")
        case .bucketVersioning: Self.answer("s3api get-bucket-versioning")
        case .versioningConfiguration: Self.input("s3api put-bucket-versioning")
        case .passwordPolicy: Self.answer("iam get-account-password-policy")
        case .accessKeyList: Self.answer("iam list-access-keys")
        case .mfaDeviceList: Self.answer("iam list-mfa-devices")
        case .loginProfile: Self.answer("iam get-login-profile")
        case .organizationsFeatures: Self.answer("iam list-organizations-features")
        case .attachedPolicies: Self.answer("iam list-attached-user-policies")
        case .policyEntities: Self.answer("iam list-entities-for-policy")
        case .serverCertificates: Self.answer("iam list-server-certificates")
        case .openIDConnectProviders: Self.answer("iam list-open-id-connect-providers")
        case .samlProviders: Self.answer("iam list-saml-providers")
        case .budgets: Self.answer("budgets describe-budgets")
        case .budgetNotifications: Self.answer("budgets describe-notifications-for-budget")
        case .budgetNotification: "a file for `--notification` of `aws budgets describe-subscribers-for-notification`"
        case .budgetSubscribers: Self.answer("budgets describe-subscribers-for-notification")
        case .budgetRequest: Self.input("budgets create-budget")
        case .configurationRecorders: Self.answer("configservice describe-configuration-recorders")
        case .configurationRecorderStatus: Self.answer("configservice describe-configuration-recorder-status")
        case .deliveryChannels: Self.answer("configservice describe-delivery-channels")
        case .configRules: Self.answer("configservice describe-config-rules")
        case .eventRules: Self.answer("events list-rules")
        case .eventTargets: Self.answer("events list-targets-by-rule")
        case .trails: Self.answer("cloudtrail describe-trails")
        case .trailStatus: Self.answer("cloudtrail get-trail-status")
        case .eventSelectors: Self.answer("cloudtrail get-event-selectors")
        case .analyzers: Self.answer("accessanalyzer list-analyzers")
        case .buckets: Self.answer("s3api list-buckets")
        case .publicAccessBlock: Self.answer("s3api get-public-access-block")
        case .bucketLifecycle: Self.answer("s3api get-bucket-lifecycle-configuration")
        case .bucketWithoutPolicy: "an item of AWS Config for a bucket without a policy"
        }
    }

    private static func answer(_ command: String) -> String { "the answer of `aws \(command)`" }

    private static func input(_ command: String) -> String { "the input of `aws \(command)`" }
}
