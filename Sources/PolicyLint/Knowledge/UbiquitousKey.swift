/// The condition keys that every signed request carries.
///
/// Source: "Availability" in
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>.
enum UbiquitousKey {
    /// Whether a key, in any case, is one of them.
    static func isOne(_ key: String) -> Bool {
        key.hasPrefixIgnoringCase("aws:") && keys.contains(key.lowercased())
    }

    private static let keys: Set<String> = [
        "aws:currenttime", "aws:epochtime", "aws:principalaccount", "aws:principalarn", "aws:principaltype",
        "aws:requestedregion", "aws:securetransport", "aws:userid",
    ]
}
