/// What people and templates write where a value belongs that somebody has to fill in.
enum Placeholder {
    /// Whether a field of an ARN, which is none of those that AWS has, was left for somebody to fill: `<region>`,
    /// `{account}`, `__REGION__`, `%REGION%`, `YOUR_ACCOUNT_ID`, `account-id`.
    static func isOne(_ field: String) -> Bool {
        if field.utf8.contains(where: marks.contains) || field.hasPrefix("__") { return true }
        let letters = field.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
        guard letters.count > 2, letters.allSatisfy(\.isLetter) else { return false }
        let words = field.lowercased()
        return letters.allSatisfy { $0.asciiLowercased != $0 } || words.contains("region") || words.contains("account")
    }

    private static let marks = Array("<>{}[]%@".utf8)
}
