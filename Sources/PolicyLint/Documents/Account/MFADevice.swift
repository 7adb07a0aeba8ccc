/// An MFA device as `aws iam list-mfa-devices` lists it.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_MFADevice.html>.
public struct MFADevice: Sendable {
    /// What a device is.
    public enum Sort: Hashable, Sendable {
        /// A program that shows codes: its secret can be copied.
        case virtual
        /// A passkey or security key.
        case passkey
        /// A hardware token that shows codes.
        case token
    }

    /// The device's object.
    public let span: SourceSpan
    /// `UserName`.
    public let userName: Located<String>?
    /// `SerialNumber`: an ARN, or what is printed on a hardware token.
    public let serialNumber: Located<String>?
    /// `EnableDate`.
    public let enableDate: Located<Timestamp>?

    /// What the device is, by its serial number.
    public var sort: Sort? {
        guard let serialNumber = serialNumber?.value else { return nil }
        guard let arn = AmazonResourceName(serialNumber) else { return .token }
        switch arn.typeAndName.type {
        case "mfa": return .virtual
        case "u2f": return .passkey
        default: return nil
        }
    }

    init(_ node: JSONNode) {
        span = node.span
        userName = node["UserName"]?.locatedString
        serialNumber = node["SerialNumber"]?.locatedString
        enableDate = node["EnableDate"]?.locatedMoment
    }
}
