/// The condition keys that every signed request carries.
///
/// Source: "Availability" in
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>.
enum UbiquitousKey {
    /// All of them.
    static let all: NameSet = [
        "aws:CurrentTime", "aws:EpochTime", "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalType",
        "aws:RequestedRegion", "aws:SecureTransport", "aws:userid",
    ]
}
