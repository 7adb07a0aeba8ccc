extension AddressRange {
    /// The text of a range without the zeros that make it doubtful: `203.0.113.010` may mean 10, or in octal 8. Nil
    /// for a text that is in no doubt, or that no range has.
    ///
    /// Source: RFC 6943 (3.1.1), which tells of both readings.
    static func withoutLeadingZeros(_ text: String) -> String? {
        if AddressRange(text) != nil { return nil }
        let plain = text.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.split(separator: ".", omittingEmptySubsequences: false).map(withoutZeros).joined(separator: ".")
        }.joined(separator: "/")
        return AddressRange(plain) == nil ? nil : plain
    }

    private static func withoutZeros(_ number: Substring) -> Substring {
        let digits = number.drop { $0 == "0" }
        return digits.isEmpty ? number.suffix(1) : digits
    }
}
