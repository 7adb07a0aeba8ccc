import Synchronization

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
    private let keptTail = AtomicLazyReference<Tail>()

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
        guard let colons = text.withBytes(Self.colons) else { return nil }
        let utf8 = text.utf8
        func place(_ offset: Int) -> String.Index { utf8.index(utf8.startIndex, offsetBy: offset) }
        service = String(text[place(colons[1] + 1)..<place(colons[2])])
        region = text[place(colons[2] + 1)..<place(colons[3])]
        account = text[place(colons[3] + 1)..<place(colons[4])]
        resource = text[place(colons[4] + 1)...]
        row = PatternRow(resource)
        let isOpen = service.isEmpty || service.hasWildcard
        sketch = ResourceSketch(service: isOpen ? nil : TextHash(service), beginning: row.beginning)
        let isAccountOpen = !account.isEmpty && !AmazonResourceName.isAccountID(account)
        mayCrossFields =
            account.utf8.last == UInt8(ascii: "*")
            || (region.utf8.last == UInt8(ascii: "*") && isAccountOpen)
    }

    /// The colons behind the first five fields of an ARN; nil where there are fewer.
    private static func colons(_ bytes: UnsafeBufferPointer<UInt8>) -> InlineArray<5, Int>? {
        guard bytes.isLikeARN else { return nil }
        let colon = UInt8(ascii: ":")
        var colons = InlineArray<5, Int>(repeating: 3)
        for number in 1..<5 {
            let rest = (colons[number - 1] + 1)..<bytes.count
            guard let place = bytes.firstPlace(of: colon, in: rest) else { return nil }
            colons[number] = place
        }
        return colons
    }

    /// Region, account and last field in one, where `mayCrossFields`; else the last field. It is seldom asked for.
    var tailRow: PatternRow {
        if !mayCrossFields { return row }
        if let kept = keptTail.load() { return kept.row }
        return keptTail.storeIfNil(Tail(row: PatternRow(resource.base[region.startIndex...]))).row
    }

    private final class Tail: Sendable {
        let row: PatternRow

        init(row: PatternRow) { self.row = row }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the text begins with `arn:`.
    var isLikeARN: Bool {
        count > 4 && self[0] == UInt8(ascii: "a") && self[1] == UInt8(ascii: "r") && self[2] == UInt8(ascii: "n")
            && self[3] == UInt8(ascii: ":")
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
