/// A policy variable: `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>.
struct PolicyVariable: Hashable, Sendable {
    /// The condition key whose value replaces it, in lower case.
    let key: String
    /// What replaces it in a request that does not carry the key.
    let defaultValue: String?

    /// Reads what stands between the braces. Policies name the same few variables again and again.
    static func read(_ text: String) -> PolicyVariable { known.answer(text) { PolicyVariable(text) } }

    private static let known = TextMemo<PolicyVariable>(limit: 1_024)

    private init(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: ","), maxSplits: 1, omittingEmptySubsequences: false)
        key = Self.trimmed(parts.first).lowercased()
        let written = parts.count == 2 ? Self.trimmed(parts[1]) : ""
        let isQuoted = written.utf8.count >= 2 && written.hasPrefix("'") && written.hasSuffix("'")
        defaultValue = isQuoted ? String(written.dropFirst().dropLast()) : nil
        name = defaultValue.map { [key] in "\(key), '\($0)'" } ?? key
    }

    /// The name under which two writings of the variable are the same.
    let name: String

    /// Whether it describes the resource of a request, so that no caller decides what replaces it.
    var describesResource: Bool { key.hasPrefix("aws:resource") }

    private static func trimmed(_ text: Substring.UTF8View?) -> String {
        guard var text else { return "" }
        text = text.drop { $0 == UInt8(ascii: " ") }
        while text.last == UInt8(ascii: " ") { text = text.dropLast() }
        return String(Substring(text))
    }
}
