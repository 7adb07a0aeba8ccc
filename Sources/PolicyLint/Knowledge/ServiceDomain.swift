/// The domains in which AWS names the principals of its services: one in nearly all partitions, and those of
/// partitions that have their own.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services>,
/// <https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html>; for Alexa
/// <https://developer.amazon.com/docs/custom-skills/host-a-custom-skill-as-an-aws-lambda-function.html>.
enum ServiceDomain {
    /// The domain of most.
    static let usual = ".amazonaws.com"

    /// Whether a name ends in one of the domains, and begins with something else.
    static func has(_ name: String) -> Bool {
        domains.contains { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }
            || name.hasPrefix("alexa-") && name.hasSuffix(".amazon.com")
    }

    private static let domains = [
        usual, ".amazonaws.com.cn", ".amazonaws.eu", ".c2s.ic.gov", ".sc2s.sgov.gov", ".csp.hci.ic.gov",
        ".cloud.adc-e.uk", ".aws.internal",
    ]
}
