/// Numbers and moments as conditions compare them.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>.
enum ConditionNumber {
    /// Whether a text is written as a number.
    static func isNumber(_ text: String) -> Bool {
        // Swift reads hexadecimal numbers and `nan`, too.
        text.utf8.allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) } && Double(text) != nil
    }

    /// The number that a text stands for; nil where it is none, or is longer than can be held exactly.
    static func number(_ text: String) -> Double? {
        guard text.utf8.count <= 15, isNumber(text), let number = Double(text), number.isFinite else { return nil }
        return number
    }

    /// The moment that a text stands for, in seconds since 1970; nil where it is none, or leaves it open.
    static func moment(_ text: String) -> Double? {
        if text.utf8.allSatisfy(\.isDigit) {
            // Four digits can be a year as well.
            return text.utf8.count > 4 ? number(text) : nil
        }
        // A fraction of a second is not read.
        if text.utf8.contains(UInt8(ascii: ".")) { return nil }
        return Timestamp(text).map { Double($0.secondsSince1970) }
    }
}
