/// What the export tells of an IAM user.
public struct UserEvidence: Sendable {
    /// The user's name.
    public let name: String
    /// The user in the answers that list or describe it, the most telling one first.
    public internal(set) var details: [Sourced<IAMUser>] = []
    /// The user's row of the credential report.
    public internal(set) var row: Sourced<CredentialReport.Row>?
    /// The access keys.
    public internal(set) var accessKeys = Listing<Sourced<AccessKeyMetadata>>()
    /// The MFA devices.
    public internal(set) var mfaDevices = Listing<Sourced<MFADevice>>()
    /// The list of another user's MFA devices that lies among the answers about the user.
    public internal(set) var foreignDevices: Evidence?
    /// The password for the console.
    public internal(set) var loginProfile = Known<LoginProfile>.unknown
    /// The names of the groups.
    public internal(set) var groups = Listing<Sourced<Located<String>>>()
    /// What is attached to the user.
    public internal(set) var policies = AttachedEvidence()

    /// The user's tags, where the export tells all of them and its answers agree.
    var tags: [IAMTag]? { IAMTag.agreed(details.compactMap(\.value.tags)) }

    /// The user's ARN, where the export says it.
    public var arn: Sourced<Located<String>>? {
        details.lazy.compactMap { detail in detail.value.arn.map { Sourced($0, from: detail.source) } }.first
            ?? row.flatMap { row in row.value["arn"].map { Sourced($0, from: row.source) } }
    }
}

/// What the export tells of a group of IAM users.
public struct GroupEvidence: Sendable {
    /// The group's name.
    public let name: String
    /// The group in the answers that describe it.
    public internal(set) var details: [Sourced<IAMGroup>] = []
    /// What is attached to the group.
    public internal(set) var policies = AttachedEvidence()

    /// The group's ARN, where the export says it.
    var arn: String? { details.lazy.compactMap(\.value.arn?.value).first }
}

/// What the export tells of an IAM role.
public struct RoleEvidence: Sendable {
    /// The role's name.
    public let name: String
    /// The role in the answers that list or describe it, the most telling one first.
    public internal(set) var details: [Sourced<IAMRole>] = []
    /// Who may assume it.
    public internal(set) var trustPolicy = Known<PolicyEvidence>.unknown
    /// The trust policy, where the export holds it and its answers agree.
    public var trust: PolicyEvidence? { trustPolicy.value?.value }
    /// What is attached to the role.
    public internal(set) var policies = AttachedEvidence()

    /// The role's tags, where the export tells all of them and its answers agree.
    var tags: [IAMTag]? { IAMTag.agreed(details.compactMap(\.value.tags)) }

    /// The tags that every session of the role has, and no others; nil where they are not known, or who assumes the role
    /// may bring others. Without `sts:TagSession` in the trust policy nobody does.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required>.
    var sessionTags: [IAMTag]? {
        guard let policy = trust?.policy, policy.unrecognisedStatements.isEmpty,
            !policy.statements.contains(where: { !$0.denies && $0.allows(.tagSession) })
        else { return nil }
        return tags
    }

    /// The role's ARN, where the export says it.
    public var arn: Sourced<Located<String>>? {
        details.lazy.compactMap { detail in detail.value.arn.map { Sourced($0, from: detail.source) } }.first
    }

    /// How many seconds a session may last; only `get-role` and `list-roles` tell.
    public var maximumSession: Sourced<Located<Int>>? {
        details.lazy.compactMap { detail in detail.value.maximumSession.map { Sourced($0, from: detail.source) } }.first
    }

    /// Whether a service of AWS made the role, and alone may change it.
    public var isServiceLinked: Bool { details.contains { $0.value.isServiceLinked } }
}

/// What is attached to a user, group or role.
public struct AttachedEvidence: Sendable {
    /// The policies that are written into it.
    public internal(set) var inline = Listing<PolicyEvidence>()
    /// The managed policies, by name and ARN; `AccountEvidence.managedPolicies` has their documents.
    public internal(set) var attached = Listing<Sourced<PolicyAttachment>>()
    /// The ARN of the managed policy that bounds its permissions.
    public internal(set) var boundary: Sourced<Located<String>>?
}

/// What the export tells of a managed policy.
public struct ManagedPolicyEvidence: Sendable {
    /// The policy's name.
    public let name: String
    /// The policy in the answers that list it.
    public internal(set) var details: [Sourced<ManagedPolicy>] = []
    /// The version that is in force.
    public internal(set) var version: PolicyEvidence?
    /// To whom it is attached, as `list-entities-for-policy` says.
    public internal(set) var entities = Known<PolicyEntities>.unknown

    /// The policy's ARN, where the export says it.
    public var arn: Sourced<Located<String>>? {
        details.lazy.compactMap { detail in detail.value.arn.map { Sourced($0, from: detail.source) } }.first
    }
}

/// What the export tells of a bucket.
public struct BucketEvidence: Sendable {
    /// The bucket's name.
    public let name: String
    /// Where it is listed.
    public internal(set) var entry: Sourced<BucketEntry>?
    /// Its versioning.
    public internal(set) var versioning = Known<BucketVersioning>.unknown
    /// Its policy.
    public internal(set) var policy = Known<PolicyEvidence>.unknown
    /// Its block of public access.
    public internal(set) var publicAccessBlock = Known<PublicAccessBlock>.unknown
    /// The rules of its lifecycle.
    public internal(set) var lifecycle = Known<AnswerList<LifecycleRule>>.unknown
}

/// What the export tells of a budget.
public struct BudgetEvidence: Sendable {
    /// An alert of a budget.
    public struct Alert: Sendable {
        /// When it is sent.
        public let notification: Sourced<BudgetNotification>
        /// To whom.
        public internal(set) var subscribers = Listing<Sourced<BudgetSubscriber>>()
    }

    /// The budget's name.
    public let name: String
    /// The budget.
    public internal(set) var budget: Sourced<Budget>?
    /// Its alerts.
    public internal(set) var alerts = Listing<Alert>()
}

/// What the export tells of a Region.
public struct RegionEvidence: Sendable {
    /// The Region's name; nil where the export does not say which one it is.
    public let name: String?
    /// The recorders of AWS Config.
    public internal(set) var recorders = Listing<Sourced<ConfigurationRecorder>>()
    /// Whether they run.
    public internal(set) var recorderStatus = Listing<Sourced<ConfigurationRecorderStatus>>()
    /// Where they deliver to.
    public internal(set) var deliveryChannels = Listing<Sourced<DeliveryChannel>>()
    /// The rules of AWS Config.
    public internal(set) var configRules = Listing<Sourced<ConfigRule>>()
    /// The rules of EventBridge.
    public internal(set) var eventRules = Listing<Sourced<EventRule>>()
    /// What those hand their events to, by the rules' names.
    public internal(set) var eventTargets: [String: Listing<Sourced<EventTarget>>] = [:]
    /// The analyzers of IAM Access Analyzer.
    public internal(set) var analyzers = Listing<Sourced<Analyzer>>()
    /// The trails of CloudTrail that log in the Region: its own, and those of others that log in all Regions.
    public internal(set) var trails = Listing<Sourced<Trail>>()
}

/// What the export tells of a trail of AWS CloudTrail.
public struct TrailEvidence: Sendable {
    /// The trail's ARN.
    public let arn: String
    /// The trail in the answers of the Regions that list it.
    public internal(set) var details: [Sourced<Trail>] = []
    /// Whether it logs.
    public internal(set) var status = Known<TrailStatus>.unknown
    /// Which events it logs.
    public internal(set) var selectors = Known<EventSelectors>.unknown
    /// The operations of which AWS said that there is no such trail, as it does of other accounts' trails.
    var unfoundBy: Set<String> = []
    /// The account that was exported, where it is known.
    var account: String?
}

extension IAMTag {
    /// What all answers say of tags; nil where none does, or two differ.
    fileprivate static func agreed(_ answers: [[IAMTag]]) -> [IAMTag]? {
        guard let first = answers.first, answers.allSatisfy({ $0 == first }) else { return nil }
        return first
    }
}
