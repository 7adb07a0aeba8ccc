/// A bucket as `aws s3api list-buckets` lists it.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/API/API_Bucket.html>.
public struct BucketEntry: Sendable {
    /// `Name`.
    public let name: Located<String>
    /// `CreationDate`.
    public let creationDate: Located<Timestamp>?

    init?(_ node: JSONNode) {
        guard let name = node["Name"]?.locatedString else { return nil }
        self.name = name
        creationDate = node["CreationDate"]?.locatedMoment
    }

    /// Whether an answer lists only the buckets whose names begin in some way, or goes on in another page.
    ///
    /// Source: <https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html>.
    static func isPart(_ node: JSONNode) -> Bool {
        ["Prefix", "ContinuationToken"].contains { node[$0]?.string?.isEmpty == false }
    }
}
