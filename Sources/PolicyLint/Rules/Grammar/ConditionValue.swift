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
            isNumber(text)
        case .dateEquals, .dateNotEquals, .dateLessThan, .dateLessThanEquals, .dateGreaterThan, .dateGreaterThanEquals:
            isDate(text)
        case .ipAddress, .notIpAddress: isAddressRange(text)
        case .binaryEquals: isBase64(text)
        case .stringEquals, .stringNotEquals, .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase, .stringLike,
            .stringNotLike, .arnEquals, .arnLike, .arnNotEquals, .arnNotLike:
            true
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        // Swift reads hexadecimal numbers and `nan`, too.
        text.utf8.allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) } && Double(text) != nil
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

    /// An address of IPv4 or IPv6, with or without the length of its prefix.
    private static func isAddressRange(_ text: String) -> Bool {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first else { return false }
        let isVersion6 = address.utf8.contains(UInt8(ascii: ":"))
        if parts.count == 2 {
            guard let length = number(parts[1], upTo: isVersion6 ? 128 : 32), length >= 0 else { return false }
        }
        return isVersion6 ? isVersion6Address(address) : isVersion4Address(address)
    }

    private static func number(_ text: Substring, upTo limit: Int) -> Int? {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy(\.isDigit), let value = Int(text), value <= limit
        else { return nil }
        return value
    }

    private static func isVersion4Address(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { number($0, upTo: 255) != nil }
    }

    private static func isVersion6Address(_ text: Substring) -> Bool {
        let groups = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (3...9).contains(groups.count) else { return false }
        // The first and the last may be empty only as part of `::`.
        let gaps = groups.indices.filter { groups[$0].isEmpty }
        let isShortened = !gaps.isEmpty
        var filled = 0
        for (index, group) in groups.enumerated() where !group.isEmpty {
            if index == groups.count - 1, group.utf8.contains(UInt8(ascii: ".")) {
                guard isVersion4Address(group) else { return false }
                filled += 2
            } else {
                guard group.utf8.count <= 4, group.utf8.allSatisfy({ $0.hexadecimalValue != nil }) else { return false }
                filled += 1
            }
        }
        return isShortened ? filled < 8 : filled == 8
    }

    private static func isBase64(_ text: String) -> Bool {
        text.utf8.count % 4 == 0
            && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "+/=".utf8.contains($0) }
    }
}
