/// Condition keys of which a request can carry several values.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>, where
/// the value type is "Multivalued".
enum MultivaluedKey {
    /// Whether a key, in lower case, is known to be one; services have others.
    static func isKnown(_ key: String) -> Bool { keys.contains(key) }

    private static let keys: Set<String> = [
        "aws:calledvia", "aws:principalorgpaths", "aws:principalservicenameslist", "aws:resourceorgpaths",
        "aws:sourceorgpaths", "aws:tagkeys", "aws:vpceorgpaths",
    ]
}
