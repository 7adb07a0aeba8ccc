/// Recognises the versioning of a bucket in JSON.
///
/// Shapes: <https://docs.aws.amazon.com/cli/latest/reference/s3api/get-bucket-versioning.html>,
/// <https://docs.aws.amazon.com/cli/latest/reference/s3api/put-bucket-versioning.html>.
struct VersioningReader {
    /// The path of the file.
    let fileName: String
    /// The kind that a person gave.
    let forcedKind: DocumentKind?

    // Read only where the shape fits: an array may hold very many objects.
    private var name: VersioningName { VersioningName(fileName) }
    private var isForced: Bool { forcedKind == .bucketVersioning || forcedKind == .versioningConfiguration }

    /// What a JSON object says of a bucket's versioning, and whether it is an answer or a desired state;
    /// nil where it is neither.
    func read(_ node: JSONNode) -> (versioning: BucketVersioning, kind: DocumentKind)? {
        if let configuration = node["VersioningConfiguration"], configuration.object != nil {
            guard isRequest(node) else { return nil }
            let versioning = BucketVersioning(configuration: configuration, request: node, bucket: name.bucket)
            return (versioning, .versioningConfiguration)
        }
        return isBare(node) ? (bare(node), kind(ofBare: node)) : nil
    }

    /// Reads an object with `Status` and `MFADelete`, whatever else it holds.
    func bare(_ node: JSONNode) -> BucketVersioning { BucketVersioning(configuration: node, bucket: name.bucket) }

    /// Reads an object of which a person says that it is about versioning: one with `Status` or `MFADelete`, slips in the
    /// names forgiven, whatever else it holds. Nil for any other.
    func forced(_ node: JSONNode) -> BucketVersioning? {
        guard isForced, let members = node.object else { return nil }
        let isKnown = members.contains { member in
            ["Status", "MFADelete"].contains { name in
                NearestWord.find(member.key.value, among: CollectionOfOne(name)) != nil
            }
        }
        return isKnown ? bare(node) : nil
    }

    /// Whether an object is the input of `put-bucket-versioning`: nothing but its members, and one that a
    /// bucket in a CloudFormation template, whose `VersioningConfiguration` looks the same, has not.
    private func isRequest(_ node: JSONNode) -> Bool {
        if forcedKind == .versioningConfiguration { return true }
        let keys = node.object?.map(\.key.value) ?? []
        return keys.allSatisfy(Self.requestMembers.contains)
            && (keys.contains("Bucket") || keys.contains("MFA") || name.role == .desiredState)
    }

    /// Whether an object holds nothing but `Status` and `MFADelete`, in any case. `Status` alone is about
    /// versioning only where the file's name, or a person, says so: other tools have a `Status`, too.
    /// Nothing at all is the answer for a bucket that never had versioning, or no document.
    private func isBare(_ node: JSONNode) -> Bool {
        guard let members = node.object?.filter({ $0.key.value != Self.metadata }) else { return false }
        if members.isEmpty { return isForced || (forcedKind == nil && name.explainsEmptyFile) }
        let states = ["Enabled", "Suspended", "Disabled"]
        let isKnown = members.allSatisfy { member in
            ["Status", "MFADelete"].contains { $0.equalsIgnoringCase(member.key.value) }
                && states.contains { $0.equalsIgnoringCase(member.value.string ?? "") }
        }
        guard isKnown else { return false }
        return isForced || members.contains { $0.key.value.equalsIgnoringCase("MFADelete") } || name.role != nil
    }

    private func kind(ofBare node: JSONNode) -> DocumentKind {
        if let forcedKind, isForced { return forcedKind }
        // Only an answer carries what the SDK adds to it.
        return name.role == .desiredState && node[Self.metadata] == nil ? .versioningConfiguration : .bucketVersioning
    }

    private static let metadata = "ResponseMetadata"
    private static let requestMembers: Set<String> = [
        "Bucket", "ContentMD5", "ChecksumAlgorithm", "MFA", "VersioningConfiguration", "ExpectedBucketOwner",
    ]
}
