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
        case .arnEquals, .arnLike, .arnNotEquals, .arnNotLike: mayBeARN(text)
        case .stringEquals, .stringNotEquals, .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase, .stringLike,
            .stringNotLike:
            true
        }
    }

    /// Whether a text begins as an ARN does, as far as its wildcards and variables tell. An empty one is a flaw of another
    /// sort.
    private static func mayBeARN(_ text: String) -> Bool {
        let plain = text.utf8.prefix { !GlobPattern.isSpecial($0) }
        if plain.count == text.utf8.count { return text.isEmpty || text.hasPrefix("arn:") }
        return plain.starts(with: "arn:".utf8) || "arn:".utf8.starts(with: plain)
    }

    /// A date and time of ISO 8601, or seconds since 1970.
    ///
    /// Source: <https://www.w3.org/TR/NOTE-datetime>, which AWS refers to: from `2026` to
    /// `2026-01-31T12:00:00.000+01:00`.
    private static func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        if !bytes.isEmpty, bytes.allSatisfy(\.isDigit) { return true }
        // Year, month, day, each with its separator before it.
        var rest = ArraySlice(bytes)
        var numbers: [Int] = []
        for (length, separator) in [(4, nil), (2, UInt8(ascii: "-")), (2, UInt8(ascii: "-"))] {
            if let separator {
                if rest.isEmpty { break }
                guard rest.popFirst() == separator else { return false }
            }
            guard let number = number(&rest, length) else { return false }
            numbers.append(number)
        }
        guard isInCalendar(numbers) else { return false }
        guard numbers.count == 3, let mark = rest.popFirst() else { return rest.isEmpty }
        guard mark | 0x20 == UInt8(ascii: "t") else { return false }
        return isTime(rest)
    }

    /// Whether year, month and day, as far as they are there, are in the calendar.
    private static func isInCalendar(_ date: [Int]) -> Bool {
        guard date.count > 1 else { return true }
        guard (1...12).contains(date[1]) else { return false }
        guard date.count > 2 else { return true }
        return (1...Timestamp.days(in: date[1], of: date[0])).contains(date[2])
    }

    /// Whether a text is a time of day; what stands behind the hour is not looked at too closely.
    private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        guard let hour = number(&rest, 2), hour < 25 else { return false }
        if rest.first == UInt8(ascii: ":") {
            rest = rest.dropFirst()
            guard let minute = number(&rest, 2), minute < 60 else { return false }
        }
        return rest.allSatisfy { $0.isDigit || ":.+-,Zz".utf8.contains($0) }
    }

    /// Takes so many digits from the front.
    private static func number(_ text: inout ArraySlice<UInt8>, _ count: Int) -> Int? {
        guard text.count >= count, text.prefix(count).allSatisfy(\.isDigit) else { return nil }
        let value = text.prefix(count).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        text = text.dropFirst(count)
        return value
    }

    private static func isBase64(_ text: String) -> Bool {
        text.utf8.count % 4 == 0
            && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "+/=".utf8.contains($0) }
    }
}
