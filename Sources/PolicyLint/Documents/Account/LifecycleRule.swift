/// A rule of a bucket's lifecycle, as `aws s3api get-bucket-lifecycle-configuration` lists it.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html>.
public struct LifecycleRule: Sendable {
    /// The rule's object.
    public let span: SourceSpan
    /// `ID`.
    public let id: Located<String>?
    /// `Status`: `Enabled` or `Disabled`.
    public let status: Located<String>?

    /// Whether it is on.
    public var isEnabled: Bool { status?.value == "Enabled" }

    init(_ node: JSONNode) {
        span = node.span
        id = node["ID"]?.locatedString
        status = node["Status"]?.locatedString
    }

    /// Whether an object is one.
    static func isOne(_ node: JSONNode) -> Bool {
        guard let status = node["Status"]?.string, status == "Enabled" || status == "Disabled" else { return false }
        return members.contains { node[$0] != nil }
    }

    private static let members = [
        "Prefix", "Filter", "Expiration", "Transitions", "NoncurrentVersionExpiration", "NoncurrentVersionTransitions",
        "AbortIncompleteMultipartUpload",
    ]
}
