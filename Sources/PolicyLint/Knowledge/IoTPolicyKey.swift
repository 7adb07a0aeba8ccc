/// The condition keys of AWS IoT Core policies, which are attached to certificates and groups of things. The service
/// authorization reference, which is about IAM, does not have them.
///
/// Sources: <https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-variables.html>,
/// <https://docs.aws.amazon.com/iot/latest/developerguide/cert-policy-variables.html>,
/// <https://docs.aws.amazon.com/iot/latest/developerguide/connect-policy.html>.
enum IoTPolicyKey {
    /// Whether a key is one of them.
    static func has(_ key: String) -> Bool {
        guard key.hasPrefixIgnoringCase("iot:") else { return false }
        return names.contains { key.equalsIgnoringCase($0) } || families.contains { key.hasPrefixIgnoringCase($0) }
    }

    private static let names = ["iot:ClientId", "iot:ConnectAttributes"]
    private static let families = ["iot:Connection.Thing.", "iot:Certificate."]
}
