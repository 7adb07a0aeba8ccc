/// Names findings in a way that outlives edits elsewhere in the file: from the rule, whose the document is and its
/// place in the file, and the marked text without white space, and a number where several are alike.
///
/// Neither line numbers nor the words of messages enter. Secrets are masked before.
struct Fingerprints {
    private let file: ReportedFile
    private let owners: [String: String]
    private var seen: [UInt64: Int] = [:]

    /// The fingerprints of a file's findings.
    init(_ file: ReportedFile) {
        self.file = file
        owners = Dictionary(
            file.report.documents.compactMap { document in document.ownerName.map { (document.pointer, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The fingerprint of the next finding; findings must come in the order of the text.
    mutating func next(_ diagnostic: Diagnostic) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        // FNV-1a, 64 bits.
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for byte in diagnostic.rule.utf8 { add(byte) }
        add(0)
        for byte in place(diagnostic.pointer).utf8 { add(byte) }
        add(0)
        let bytes = file.redaction.bytes
        for byte in bytes[diagnostic.span.range.clamped(to: 0..<bytes.count)].prefix(Self.longestText)
        where byte > 0x20 { add(byte) }
        seen[hash, default: 0] += 1
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits + ":\(seen[hash, default: 1])"
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
