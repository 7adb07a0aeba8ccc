/// The answer of `aws s3api get-public-access-block`, or of `s3control` for the whole account.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html>.
public struct PublicAccessBlock: Sendable {
    /// The configuration's object.
    public let span: SourceSpan
    /// `BlockPublicAcls`.
    public let blocksACLs: Located<Bool>?
    /// `IgnorePublicAcls`.
    public let ignoresACLs: Located<Bool>?
    /// `BlockPublicPolicy`.
    public let blocksPolicy: Located<Bool>?
    /// `RestrictPublicBuckets`.
    public let restrictsBuckets: Located<Bool>?

    /// The four settings by name.
    public var settings: [(name: String, value: Located<Bool>?)] {
        [
            ("BlockPublicAcls", blocksACLs), ("IgnorePublicAcls", ignoresACLs), ("BlockPublicPolicy", blocksPolicy),
            ("RestrictPublicBuckets", restrictsBuckets),
        ]
    }

    init(_ node: JSONNode) {
        span = node.span
        blocksACLs = node["BlockPublicAcls"]?.locatedBoolean
        ignoresACLs = node["IgnorePublicAcls"]?.locatedBoolean
        blocksPolicy = node["BlockPublicPolicy"]?.locatedBoolean
        restrictsBuckets = node["RestrictPublicBuckets"]?.locatedBoolean
    }
}
