/// An Amazon Resource Name in its six fields.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>.
public struct AmazonResourceName: Hashable, Sendable, CustomStringConvertible {
    /// `aws`, `aws-cn`, `aws-us-gov`, …
    public let partition: String
    /// The service's namespace: `iam`, `s3`, …
    public let service: String
    /// The Region; empty for global services.
    public let region: String
    /// The account's twelve digits; empty where the service leaves it out.
    public let account: String
    /// All that follows the fifth colon, with further colons and slashes.
    public let resource: String

    /// Splits a text; nil unless it begins with `arn:` and has six fields.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.starts(with: "arn:".utf8) else { return nil }
        let fields = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard fields.count == 6 else { return nil }
        partition = String(fields[1])
        service = String(fields[2])
        region = String(fields[3])
        account = String(fields[4])
        resource = String(fields[5])
    }

    /// The ARN of an IAM user or role, as a person names who should be trusted; nil for anything else.
    public init?(trustedUser text: some StringProtocol) {
        self.init(text)
        guard service == "iam", Self.isAccountID(account), resource.hasPrefix("user/") || resource.hasPrefix("role/")
        else {
            return nil
        }
    }

    /// The ARN as it is written.
    public var description: String { "arn:\(partition):\(service):\(region):\(account):\(resource)" }

    /// Whether a text is an account id: twelve digits.
    public static func isAccountID(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 12 && text.utf8.allSatisfy(\.isDigit)
    }

    /// The resource's type and the rest, split at the first `/`: `user`, `Alice`.
    public var typeAndName: (type: Substring, name: Substring) {
        guard let slash = resource.firstIndex(of: "/") else { return (resource[...], "") }
        return (resource[..<slash], resource[resource.index(after: slash)...])
    }
}
