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
    /// What tells it from most others.
    let sketch: ResourceSketch
    /// Whether a `*` at the end of the Region or the account may reach over colons: behind a Region `*`, an account of
    /// twelve digits is one, and an empty one is empty.
    let mayCrossFields: Bool

    /// The ARN in a text; nil where it has not all fields, so that its wildcards may stand for several.
    static func of(_ text: String) -> ResourceARN? {
        // Cheap, and the commonest of all.
        text.utf8.count == 1 ? nil : of(text, TextHash(text))
    }

    /// The ARN in a member of a list.
    static func of(_ index: Int, in list: StringList) -> ResourceARN? {
        let text = list.items[index].value
        return text.utf8.count == 1 ? nil : of(text, list.sketches[index].hash)
    }

    /// The ARN in a text whose hash is known.
    static func of(_ text: String, _ hash: TextHash) -> ResourceARN? {
        known.answer(text, hash) { ResourceARN(text.withWildcardsForVariables) }
    }

    /// Several rules ask for the same ARNs, and so does the next policy.
    private static let known = TextMemo<ResourceARN?>(limit: 4_096)

    private init?(_ text: String) {
        let parts = text.withBytes { bytes in
            ARNColons(bytes).map { colons in
                let (region, account) = (bytes.part(colons.region), bytes.part(colons.account))
                let isAccountOpen = !account.isEmpty && !(account.count == 12 && account.allSatisfy { $0.isDigit })
                return (
                    colons,
                    String(decoding: bytes[colons.service], as: UTF8.self),
                    PatternRow(bytes.part(colons.resource..<bytes.count)),
                    account.last == UInt8(ascii: "*") || (region.last == UInt8(ascii: "*") && isAccountOpen)
                )
            }
        }
        guard let parts else { return nil }
        let colons: ARNColons
        (colons, service, row, mayCrossFields) = parts
        region = text.part(colons.region)
        account = text.part(colons.account)
        resource = text.part(colons.resource..<text.utf8.count)
        let isOpen = service.isEmpty || service.hasWildcard
        sketch = ResourceSketch(service: isOpen ? nil : TextHash(service), beginning: row.beginning)
    }

    /// Region, account and last field in one, where `mayCrossFields`. It is seldom asked for.
    var tail: PatternRow? {
        mayCrossFields ? resource.base[region.startIndex...].withBytes { PatternRow($0) } : nil
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
