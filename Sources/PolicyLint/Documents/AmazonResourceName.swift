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
        guard let fields = Substring(text).arnFields, fields[0] == "arn" else { return nil }
        partition = String(fields[1])
        service = String(fields[2])
        region = String(fields[3])
        account = String(fields[4])
        resource = String(fields[5])
    }

    /// The ARN of an IAM user or role, as a person names who should be trusted; nil for anything else.
    public init?(trustedUser text: some StringProtocol) {
        self.init(text)
        guard service == "iam", Self.isAccountID(account), resource.hasPrefix("user/") || resource.hasPrefix("role/"),
            !resource.hasWildcard, !resource.hasSuffix("/")
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
        guard let slash = resource.utf8.firstIndex(of: UInt8(ascii: "/")) else { return (resource[...], "") }
        return (resource[..<slash], resource[resource.utf8.index(after: slash)...])
    }
}

extension StringProtocol where SubSequence == Substring {
    /// The six fields of an ARN, split at its first five colons; nil where there are fewer.
    var arnFields: [Substring]? {
        let lengths = withBytes { bytes in
            var lengths: [Int] = []
            lengths.reserveCapacity(5)
            var start = 0
            for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: ":") {
                lengths.append(index - start)
                start = index + 1
                if lengths.count == 5 { break }
            }
            return lengths
        }
        guard lengths.count == 5 else { return nil }
        var fields: [Substring] = []
        fields.reserveCapacity(6)
        var start = startIndex
        for length in lengths {
            let end = utf8.index(start, offsetBy: length)
            fields.append(self[start..<end])
            start = utf8.index(after: end)
        }
        fields.append(self[start...])
        return fields
    }
}
