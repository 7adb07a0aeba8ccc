/// Where AWS Config delivers what it records, as `aws configservice describe-delivery-channels` lists it.
///
/// Source: <https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannel.html>.
public struct DeliveryChannel: Sendable {
    /// The channel's object.
    public let span: SourceSpan
    /// `name`.
    public let name: Located<String>?
    /// `s3BucketName`.
    public let bucket: Located<String>?

    init(_ node: JSONNode) {
        span = node.span
        name = node["name"]?.locatedString
        bucket = node["s3BucketName"]?.locatedString
    }
}
