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
}
