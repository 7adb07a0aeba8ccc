/// The forms of value that the operators compare.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>.
enum ConditionValue {
    /// Whether a text is what the operator compares.
    static func suits(_ text: String, _ name: ConditionOperator.Name) -> Bool {
        switch name {
        case .null, .bool: text.equalsIgnoringCase("true") || text.equalsIgnoringCase("false")
        case .numericEquals, .numericNotEquals, .numericLessThan, .numericLessThanEquals, .numericGreaterThan,
            .numericGreaterThanEquals:
            ConditionNumber.isNumber(text)
        case .dateEquals, .dateNotEquals, .dateLessThan, .dateLessThanEquals, .dateGreaterThan, .dateGreaterThanEquals:
            isDate(text)
        case .ipAddress, .notIpAddress: AddressRange(text) != nil
        case .binaryEquals: isBase64(text)
        case .stringEquals, .stringNotEquals, .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase, .stringLike,
            .stringNotLike, .arnEquals, .arnLike, .arnNotEquals, .arnNotLike:
            true
        }
    }

    /// A date and time of ISO 8601, or seconds since 1970.
    ///
    /// Source: <https://www.w3.org/TR/NOTE-datetime>, which AWS refers to: from `2026` to
    /// `2026-01-31T12:00:00.000+01:00`.
    private static func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        if !bytes.isEmpty, bytes.allSatisfy(\.isDigit) { return true }
        // Year, month, day, each with its separator before it.
        var pattern = ArraySlice(bytes)
        for (length, separator) in [(4, nil), (2, UInt8(ascii: "-")), (2, UInt8(ascii: "-"))] {
            if let separator {
                if pattern.isEmpty { return true }
                guard pattern.popFirst() == separator else { return false }
            }
            guard pattern.count >= length, pattern.prefix(length).allSatisfy(\.isDigit) else { return false }
            pattern = pattern.dropFirst(length)
        }
        guard let mark = pattern.popFirst() else { return true }
        guard mark | 0x20 == UInt8(ascii: "t"), pattern.first?.isDigit == true else { return false }
        return pattern.allSatisfy { $0.isDigit || ":.+-,Zz".utf8.contains($0) }
    }

    private static func isBase64(_ text: String) -> Bool {
        text.utf8.count % 4 == 0
            && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "+/=".utf8.contains($0) }
    }
}
