extension UInt8 {
    /// The value of an ASCII hexadecimal digit, or nil.
    var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// Whether the byte is an ASCII decimal digit.
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    /// Whether the byte is an ASCII letter.
    var isLetter: Bool {
        let lower = self | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
    }

    /// The byte with `A`–`Z` turned into `a`–`z`.
    var asciiLowercased: UInt8 {
        self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
    }
}

extension Sequence<UInt8> {
    /// The bytes with `A`–`Z` turned into `a`–`z`.
    var asciiLowercased: [UInt8] { map { $0.asciiLowercased } }
}

extension StringProtocol {
    /// What `body` makes of the text's UTF-8 bytes, which it may not keep. Loops over a buffer are some
    /// times faster than over `utf8`, and rules look at every string of a policy.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
    }

    /// Whether the two are equal when ASCII letters are compared without case, as AWS compares
    /// action and condition-key names.
    func equalsIgnoringCase(_ other: some StringProtocol) -> Bool {
        utf8.count == other.utf8.count && hasPrefixIgnoringCase(other)
    }

    /// Whether the text begins with `prefix` when ASCII letters are compared without case.
    func hasPrefixIgnoringCase(_ prefix: some StringProtocol) -> Bool {
        let length = prefix.utf8.count
        guard utf8.count >= length else { return false }
        return withBytes { bytes in
            prefix.withBytes { wanted in
                for index in 0..<length where bytes[index] != wanted[index] {
                    if bytes[index].asciiLowercased != wanted[index].asciiLowercased { return false }
                }
                return true
            }
        }
    }

    /// Whether a `*` or `?` stands in the text.
    var hasWildcard: Bool {
        withBytes { bytes in
            for byte in bytes where byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") { return true }
            return false
        }
    }
}
