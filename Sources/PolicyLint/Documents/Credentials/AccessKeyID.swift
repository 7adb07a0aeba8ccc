/// The id of an access key: not a secret, yet shown shortened only.
///
/// Prefixes:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes>.
public struct AccessKeyID: Hashable, Sendable {
    /// The id as written.
    public let text: String

    /// An id that begins as the ids of long-lived or temporary keys do, in any case; nil otherwise.
    public init?(_ text: some StringProtocol) {
        guard text.hasPrefixIgnoringCase("AKIA") || text.hasPrefixIgnoringCase("ASIA") else { return nil }
        self.text = String(text)
    }

    /// Whether it is the id of a long-lived key, of a user or of root.
    public var isLongLived: Bool { text.hasPrefixIgnoringCase("AKIA") }

    /// `AKIA…MPLE`.
    public var shortened: String { text.utf8.count > 8 ? "\(text.prefix(4))…\(text.suffix(4))" : "\(text.prefix(4))…" }

    /// Whether it is an id of AWS's documentation, all of which hold the word EXAMPLE, or a
    /// placeholder (`AKIAXXXXXXXXXXXXXXXX`, `AKIAYOURACCESSKEYID`), and so opens nothing.
    public var isExample: Bool {
        let upper = text.uppercased()
        let rest = upper.utf8.dropFirst(4)
        return upper.contains("EXAMPLE") || upper.contains("YOUR") || upper.contains("PLACEHOLDER")
            || Set(rest).count <= 3
    }

    /// Whether it is shaped like the ids that AWS gives out: twenty capital letters and digits.
    public var isWellFormed: Bool {
        text.utf8.count == 20
            && text.utf8.allSatisfy { $0.isDigit || ($0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z")) }
    }

    /// The twelve digits of the account that the key belongs to; nil where the id does not tell: ids
    /// given out before 2019 hold no account.
    ///
    /// Source: Tal Be'ery, "A short note on AWS KEY ID" (2023); trufflehog decodes the same way.
    public var accountID: String? {
        guard isWellFormed, !isExample else { return nil }
        var bits: UInt64 = 0
        // Ten base32 digits hold the 48 bits that matter, and two more.
        for (index, byte) in text.utf8.dropFirst(4).enumerated() {
            let digit: UInt64
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = UInt64(byte - UInt8(ascii: "A"))
            case UInt8(ascii: "2")...UInt8(ascii: "7"): digit = UInt64(byte - UInt8(ascii: "2") + 26)
            default: return nil
            }
            if index < 10 { bits = bits << 5 | digit }
        }
        let number = bits >> 2
        // Ids that hold an account have the highest bit set.
        guard number >> 47 == 1 else { return nil }
        let account = (number & 0x7fff_ffff_ff80) >> 7
        guard account <= 999_999_999_999 else { return nil }
        let digits = String(account)
        return String(repeating: "0", count: 12 - digits.utf8.count) + digits
    }
}
