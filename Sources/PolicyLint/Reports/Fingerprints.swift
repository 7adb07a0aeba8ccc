/// Names findings in a way that outlives edits elsewhere in the file: from the rule, whose the document is and its
/// place in the file, and the marked text without white space, and a number where several are alike.
///
/// Neither line numbers nor the words of messages enter. Secrets are masked before.
struct Fingerprints {
    private let file: ReportedFile
    private let owners: [String: String]
    private var seen: [FNVHash: Int] = [:]

    /// The fingerprints of a file's findings.
    init(_ file: ReportedFile) {
        self.file = file
        owners = Dictionary(
            file.report.documents.compactMap { document in document.ownerName.map { (document.pointer, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The fingerprint of the next finding; findings must come in the order of the text.
    mutating func next(_ diagnostic: Diagnostic) -> String {
        var hash = FNVHash()
        hash.add(diagnostic.rule.utf8)
        hash.add(CollectionOfOne(0))
        hash.add(place(diagnostic.pointer).utf8)
        hash.add(CollectionOfOne(0))
        let bytes = file.redaction.bytes
        let marked = bytes[diagnostic.span.range.clamped(to: 0..<bytes.count)].prefix(Self.longestText)
        hash.add(marked.lazy.filter { $0 > 0x20 })
        seen[hash, default: 0] += 1
        return "\(hash.digits):\(seen[hash, default: 1])"
    }

    /// Where a document stands: in a list, whose it is says more than how many stand before it.
    private func place(_ pointer: String) -> String {
        guard let owner = owners[pointer] else { return pointer }
        let parts = pointer.split(separator: "/").filter { !$0.utf8.allSatisfy(\.isDigit) }
        return parts.joined(separator: "/") + " " + owner
    }

    /// Bytes of a marked text that enter; a finding may mark a whole export.
    private static let longestText = 4096
}
