/// The condition keys of which AWS says that a wildcard in their values has no valid use: what stands for an
/// account, an organization or a network is made by machines, and a part of it means nothing.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive>.
enum SensitiveKey {
    /// Whether a key, in any case, is one of them.
    static func isOne(_ key: String) -> Bool {
        key.hasPrefixIgnoringCase("aws:") && keys.contains(key.lowercased())
    }

    private static let keys: Set<String> = [
        "aws:principalaccount", "aws:principalorgid", "aws:resourceaccount", "aws:resourceorgid", "aws:sourceaccount",
        "aws:sourceorgid", "aws:sourcevpc", "aws:sourcevpce", "aws:vpceaccount", "aws:vpceorgid",
    ]
}
