/// A trail of AWS CloudTrail, as `aws cloudtrail describe-trails` lists it.
///
/// Source: <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html>.
public struct Trail: Sendable, Hashable {
    /// The trail's object.
    public let span: SourceSpan
    /// `Name`.
    public let name: Located<String>?
    /// `TrailARN`: also of a trail of the organization, which belongs to its management account.
    public let arn: Located<String>
    /// `HomeRegion`: where it was made, and alone can be changed.
    public let homeRegion: Located<String>?
    /// `IsMultiRegionTrail`.
    public let isMultiRegion: Located<Bool>?
    /// `LogFileValidationEnabled`.
    public let validatesFiles: Located<Bool>?
    /// `KmsKeyId`; absent where Amazon S3 encrypts with a key of its own.
    public let key: Located<String>?
    /// `CloudWatchLogsLogGroupArn`.
    public let logGroup: Located<String>?
    /// `HasCustomEventSelectors`: without them a trail logs all management events, and nothing else.
    public let hasCustomSelectors: Located<Bool>?

    init?(_ node: JSONNode) {
        guard let arn = node["TrailARN"]?.locatedString else { return nil }
        span = node.span
        name = node["Name"]?.locatedString
        self.arn = arn
        homeRegion = node["HomeRegion"]?.locatedString
        isMultiRegion = node["IsMultiRegionTrail"]?.locatedBoolean
        validatesFiles = node["LogFileValidationEnabled"]?.locatedBoolean
        key = node["KmsKeyId"]?.locatedString
        logGroup = node["CloudWatchLogsLogGroupArn"]?.locatedString
        hasCustomSelectors = node["HasCustomEventSelectors"]?.locatedBoolean
    }

    /// Compares what two answers say of a trail, not where it stands.
    public static func == (left: Trail, right: Trail) -> Bool {
        left.arn == right.arn && left.name == right.name && left.homeRegion == right.homeRegion
            && left.isMultiRegion == right.isMultiRegion && left.validatesFiles == right.validatesFiles
            && left.key == right.key && left.logGroup == right.logGroup
            && left.hasCustomSelectors == right.hasCustomSelectors
    }

    /// Hashes what tells trails apart.
    public func hash(into hasher: inout Hasher) { hasher.combine(arn) }
}

/// Whether a trail logs, as `aws cloudtrail get-trail-status` says. The answer does not name the trail.
///
/// Source: <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html>.
public struct TrailStatus: Sendable {
    /// `IsLogging`.
    public let isLogging: Located<Bool>
    /// `LatestDeliveryError`: what Amazon S3 said when the trail last failed to deliver.
    public let deliveryError: Located<String>?
    /// `LatestDeliveryTime`: when it last delivered a file of events.
    public let deliveryTime: Located<Timestamp>?
    /// `LatestDigestDeliveryTime`: when it last delivered a digest, as it does every hour where files can be validated.
    public let digestTime: Located<Timestamp>?
    /// `StartLoggingTime`: when it was switched on.
    public let startTime: Located<Timestamp>?

    init?(_ node: JSONNode) {
        guard let isLogging = node["IsLogging"]?.locatedBoolean, node["S3BucketName"] == nil else { return nil }
        self.isLogging = isLogging
        deliveryError = node["LatestDeliveryError"]?.locatedString.flatMap { $0.value.isEmpty ? nil : $0 }
        deliveryTime = node["LatestDeliveryTime"]?.locatedMoment
        digestTime = node["LatestDigestDeliveryTime"]?.locatedMoment
        startTime = node["StartLoggingTime"]?.locatedMoment
    }
}
