/// The ARN of a policy's `Resource`, with wildcards, in its fields. Policy variables are wildcards here.
///
/// A class, because it is kept for all rules, and handed around.
final class ResourceARN: Sendable {
    let service: String
    let region: Substring
    let account: Substring
    let resource: Substring
    /// The last field.
    let row: PatternRow
    /// Region, account and last field in one, where `mayCrossFields`.
    let tailRow: PatternRow
    /// Whether a `*` at the end of the Region or the account may reach over colons: behind a Region `*`, an account of
    /// twelve digits is one, and an empty one is empty.
    let mayCrossFields: Bool

    /// The ARN in a text; nil where it has not all fields, so that its wildcards may stand for several.
    static func of(_ text: String) -> ResourceARN? {
        // Cheap, and the commonest of all.
        text.utf8.count == 1 ? nil : of(SketchedText(text))
    }

    /// The ARN in a member of a list.
    static func of(_ index: Int, in list: StringList) -> ResourceARN? {
        let text = list.items[index].value
        return text.utf8.count == 1 ? nil : of(SketchedText(text, list.sketches[index]))
    }

    private static func of(_ text: SketchedText) -> ResourceARN? { known.answer(text) { ResourceARN(text.text) } }

    /// Every rule about resources asks for the same ARNs, and so does the next policy.
    private static let known = Memo<SketchedText, ResourceARN?>(limit: 4_096)

    private init?(_ text: String) {
        guard let fields = text.withWildcardsForVariables.arnFields, fields[0] == "arn" else { return nil }
        service = String(fields[2])
        region = fields[3]
        account = fields[4]
        resource = fields[5]
        row = PatternRow(resource)
        let isAccountOpen = !account.isEmpty && !AmazonResourceName.isAccountID(account)
        mayCrossFields =
            account.utf8.last == UInt8(ascii: "*")
            || (region.utf8.last == UInt8(ascii: "*") && isAccountOpen)
        tailRow = mayCrossFields ? PatternRow("\(region):\(account):\(resource)") : row
    }
}

extension String {
    /// The ARN with another Region or account; nil where it has not all fields, or variables before its last.
    func replacingARNFields(region: String? = nil, account: String? = nil) -> String? {
        guard var fields = arnFields, !fields[..<5].contains(where: { $0.utf8.contains(UInt8(ascii: "$")) }) else {
            return nil
        }
        if let region { fields[3] = region[...] }
        if let account { fields[4] = account[...] }
        return fields.joined(separator: ":")
    }
}
