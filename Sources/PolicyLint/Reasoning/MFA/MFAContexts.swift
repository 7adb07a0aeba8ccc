/// The states of MFA in which a request can reach AWS.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent>.
struct MFAContexts: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// Signed with a long-term access key, or by a session that keeps no MFA mark: neither
    /// `aws:MultiFactorAuthPresent` nor `aws:MultiFactorAuthAge` is there.
    static let noKey = MFAContexts(rawValue: 1)
    /// Signed by a session that began without MFA, such as the console's:
    /// `aws:MultiFactorAuthPresent` is false, and there is no age.
    static let withoutMFA = MFAContexts(rawValue: 2)
    /// Signed in with MFA: `aws:MultiFactorAuthPresent` is true, and the age is there.
    static let withMFA = MFAContexts(rawValue: 4)

    /// All states without MFA.
    static let unprotected: MFAContexts = [.noKey, .withoutMFA]
    /// All states.
    static let all: MFAContexts = [.noKey, .withoutMFA, .withMFA]
}
