/// The AWS CLI command that puts a corrected document in force.
///
/// Source: <https://docs.aws.amazon.com/cli/latest/reference/>.
public enum ApplyCommand {
    /// The command for a document that stands bare in the file at `path`, with capitals where only a
    /// person knows a name; nil for documents that are not handed back to AWS, such as AWS's own policies.
    /// `account` is the account where the document does not say it.
    public static func command(for document: Document, path: String, account: String? = nil) -> String? {
        guard document.isReadable else { return nil }
        let owner = document.owner
        let file = ShellWord.quote("file://" + path)
        switch document.kind {
        case .trustPolicy:
            return
                "aws iam update-assume-role-policy \(option("role-name", owner, "ROLE_NAME")) --policy-document \(file)"
        case .identityPolicy, .permissionsBoundary: return identityCommand(owner, file)
        case .resourcePolicy: return resourceCommand(document, file)
        case .serviceControlPolicy, .resourceControlPolicy:
            return "aws organizations update-policy --policy-id \(name(owner, "POLICY_ID")) --content \(file)"
        case .vpcEndpointPolicy:
            return
                "aws ec2 modify-vpc-endpoint --vpc-endpoint-id \(name(owner, "ENDPOINT_ID")) --policy-document \(file)"
        case .versioningConfiguration: return versioningCommand(document, file, account)
        case .sessionPolicy, .sharedCredentials, .sharedConfig, .credentialsDownload, .environmentFile,
            .credentialsAnswer, .credentialReport, .accountSummary, .virtualMFADevices, .callerIdentity,
            .accountPrincipal, .bucketVersioning, .passwordPolicy, .accessKeyList, .mfaDeviceList, .loginProfile,
            .organizationsFeatures,
            .attachedPolicies, .policyEntities, .serverCertificates, .openIDConnectProviders, .samlProviders, .budgets,
            .budgetNotifications,
            .budgetNotification, .budgetSubscribers, .budgetRequest, .configurationRecorders,
            .configurationRecorderStatus, .deliveryChannels, .configRules, .eventRules, .eventTargets, .analyzers,
            .trails, .trailStatus, .eventSelectors, .buckets, .publicAccessBlock, .bucketLifecycle,
            .bucketWithoutPolicy, .iamExport, .iamUser, .iamGroup, .iamRole, .managedPolicy, .commandError:
            return nil
        }
    }

    private static func identityCommand(_ owner: Owner, _ file: String) -> String? {
        let inline: (command: String, option: String)? =
            switch owner.kind {
            case .user: ("put-user-policy", "user-name")
            case .group: ("put-group-policy", "group-name")
            case .role: ("put-role-policy", "role-name")
            default: nil
            }
        if let inline {
            return "aws iam \(inline.command) \(option(inline.option, owner, "NAME")) "
                + "\(ShellWord.option("policy-name", owner.policyName ?? "POLICY_NAME")) --policy-document \(file)"
        }
        if owner.arn?.account == "aws" { return nil }
        let arn = ShellWord.quote(owner.arn?.description ?? "POLICY_ARN")
        // A version that was not in force must not come into force by being corrected.
        let isDefault = owner.isDefaultVersion ?? true
        return "aws iam create-policy-version --policy-arn \(arn) \(isDefault ? "--set-as-default " : "")"
            + "--policy-document \(file)"
    }

    private static func resourceCommand(_ document: Document, _ file: String) -> String? {
        let owner = document.owner
        return switch owner.kind {
        case nil where !isOfBucket(document): nil
        case .bucket, nil: "aws s3api put-bucket-policy --bucket \(name(owner, "BUCKET")) --policy \(file)"
        case .key: "aws kms put-key-policy --key-id \(name(owner, "KEY_ID")) --policy-name default --policy \(file)"
        case .topic:
            "aws sns set-topic-attributes --topic-arn \(ShellWord.quote(owner.arn?.description ?? "TOPIC_ARN")) "
                + "--attribute-name Policy --attribute-value \(file)"
        case .repository:
            "aws ecr set-repository-policy --repository-name \(name(owner, "REPOSITORY")) --policy-text \(file)"
        case .secret:
            "aws secretsmanager put-resource-policy --secret-id \(name(owner, "SECRET_ID")) --resource-policy \(file)"
        case .queue, .function, .user, .group, .role, .managedPolicy, .vpcEndpoint, .organizationPolicy: nil
        }
    }

    /// Whether a policy that does not say whose it is can be a bucket's: it has an action of Amazon S3.
    private static func isOfBucket(_ document: Document) -> Bool {
        guard case .policy(let policy) = document.content else { return false }
        return policy.hasAction(of: "s3:")
    }

    private static func versioningCommand(_ document: Document, _ file: String, _ account: String?) -> String? {
        guard case .bucketVersioning(let versioning) = document.content else { return nil }
        let isRequest = versioning.request != nil
        let saysBucket = versioning.request?["Bucket"]?.string?.isEmpty == false
        var command = "aws s3api put-bucket-versioning"
        if !saysBucket { command += " --bucket \(name(document.owner, "BUCKET"))" }
        command += isRequest ? " --cli-input-json \(file)" : " --versioning-configuration \(file)"
        // A code in the document has run out long since; the option comes before it.
        guard versioning.mfaDelete != nil else { return command }
        return command + " "
            + VersioningCommand.mfaOption(device: versioning.device, account: document.owner.accountID ?? account)
    }

    private static func option(_ option: String, _ owner: Owner, _ unknown: String) -> String {
        ShellWord.option(option, owner.name ?? unknown)
    }

    private static func name(_ owner: Owner, _ unknown: String) -> String { ShellWord.quote(owner.name ?? unknown) }
}
