/// A condition key that holds one of a few words.
struct EnumeratedKey: Sendable {
    /// The key.
    let name: String
    /// The words, as requests carry them.
    let words: [String]
    /// Whether AWS says that there are no others. Where it does not, only a slip of one of them is a mistake.
    let isClosed: Bool

    /// The key of this name; nil for any other key.
    static func key(_ name: String) -> EnumeratedKey? { key(name, TextHash(name)) }

    /// The same for a name whose hash is known.
    static func key(_ name: String, _ hash: TextHash) -> EnumeratedKey? {
        names.position(of: name, hash).map { all[$0] }
    }

    /// The names of all such keys.
    static let names = NameSet(all.map(\.name))

    private static let all = [
        // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html#FGAC_DDB.ConditionKeys
        EnumeratedKey(name: "dynamodb:ReturnConsumedCapacity", words: ["TOTAL", "NONE"], isClosed: true),
        EnumeratedKey(
            name: "dynamodb:ReturnValues", words: ["ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW", "NONE"],
            isClosed: true),
        EnumeratedKey(
            name: "dynamodb:Select",
            words: ["ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT"], isClosed: true),
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
        EnumeratedKey(
            name: "aws:PrincipalType", words: ["Account", "User", "FederatedUser", "AssumedRole", "Anonymous"],
            isClosed: false),
        // https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
        EnumeratedKey(name: "lambda:FunctionUrlAuthType", words: ["AWS_IAM", "NONE"], isClosed: true),
        // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
        EnumeratedKey(
            name: "s3:x-amz-server-side-encryption", words: ["AES256", "aws:kms", "aws:kms:dsse", "aws:fsx"],
            isClosed: false),
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
        EnumeratedKey(
            name: "s3:x-amz-acl",
            words: [
                "private", "public-read", "public-read-write", "aws-exec-read", "authenticated-read",
                "bucket-owner-read", "bucket-owner-full-control", "log-delivery-write",
            ], isClosed: false),
    ]
}
