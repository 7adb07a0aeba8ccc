/// The answer of `aws s3api get-public-access-block`, or of `s3control` for the whole account.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html>.
public struct PublicAccessBlock: Sendable {
    /// What a block is for.
    public enum Scope: Hashable, Sendable {
        /// All buckets of the account.
        case account
        /// The bucket of a name.
        case bucket(String)
    }

    /// What it is for, as AWS Config says; nil where it is an answer of the AWS CLI, which does not.
    public let scope: Scope?
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

    init(_ node: JSONNode, of scope: Scope? = nil) {
        span = node.span
        self.scope = scope
        blocksACLs = node[eitherCase: "BlockPublicAcls"]?.locatedBoolean
        ignoresACLs = node[eitherCase: "IgnorePublicAcls"]?.locatedBoolean
        blocksPolicy = node[eitherCase: "BlockPublicPolicy"]?.locatedBoolean
        restrictsBuckets = node[eitherCase: "RestrictPublicBuckets"]?.locatedBoolean
    }

    /// Whether an object has one of the settings.
    static func isOne(_ node: JSONNode) -> Bool {
        !PublicAccessBlock(node).settings.allSatisfy { $0.value == nil }
    }

    /// Whether two blocks say the same, wherever that stands. A setting that is not there is off.
    func saysTheSame(as other: PublicAccessBlock) -> Bool {
        settings.map { $0.value?.value ?? false } == other.settings.map { $0.value?.value ?? false }
    }
}
