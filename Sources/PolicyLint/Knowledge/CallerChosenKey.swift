/// The condition keys whose values the caller writes into his request as he likes.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>.
enum CallerChosenKey {
    /// Whether a key, in lower case, is one of them.
    static func isOne(_ key: String) -> Bool { keys.contains(key) || key.hasPrefix("aws:requesttag/") }

    private static let keys: Set<String> = [
        "aws:referer", "aws:useragent", "s3:delimiter", "s3:prefix", "sts:externalid", "sts:rolesessionname",
    ]
}
