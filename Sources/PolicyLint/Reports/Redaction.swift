/// A file as reports may show it: every secret is masked, byte for byte, so that all places stay.
struct Redaction {
    /// The file's bytes with `*` in the place of secrets.
    let bytes: [UInt8]
    /// Whether the file holds a secret. A shortened access key id is none.
    let hidesSecrets: Bool
    /// The secrets' own texts, to be masked wherever else they turn up.
    private let secrets: [[UInt8]]

    /// The file of a report.
    init(_ report: FileReport) {
        let original = report.file.bytes
        let known = report.secrets.map { Self.withoutQuotes($0.range.clamped(to: 0..<original.count), original) }
        let found = SecretFinder.find(in: original, isCredentials: Self.mayHoldCredentials(report))
        let hidden = (known + found.secrets).filter { !$0.isEmpty }
        hidesSecrets = !hidden.isEmpty
        if hidden.isEmpty && found.keyIDs.isEmpty {
            bytes = original
        } else {
            var masked = original
            for range in hidden + found.keyIDs.map(Self.shortened) {
                for index in range { masked[index] = UInt8(ascii: "*") }
            }
            bytes = masked
        }
        var texts = Set<[UInt8]>()
        for range in hidden where range.count >= Self.shortestSecret {
            texts.formUnion(Self.spellings(Array(original[range])))
        }
        // The longest first: one secret may be a part of another.
        secrets = texts.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    }

    /// `text` without any secret of the file, access key ids shortened.
    func text(_ text: String) -> String {
        var bytes = Array(text.utf8)
        var isMasked = false
        for secret in secrets where bytes.count >= secret.count {
            var index = 0
            while index + secret.count <= bytes.count {
                if bytes[index] == secret[0], bytes[index..<index + secret.count].elementsEqual(secret) {
                    for place in index..<index + secret.count { bytes[place] = UInt8(ascii: "*") }
                    isMasked = true
                    index += secret.count
                } else {
                    index += 1
                }
            }
        }
        for range in SecretFinder.find(in: bytes, isCredentials: false).keyIDs {
            for index in Self.shortened(range) { bytes[index] = UInt8(ascii: "*") }
            isMasked = true
        }
        return isMasked ? String(decoding: bytes, as: UTF8.self) : text
    }

    /// The edits that may be shown to programs: nil where an edit holds something to be masked, since
    /// the masked edit would destroy what it hides.
    func edits(of fix: Fix) -> [TextEdit]? {
        fix.edits.allSatisfy { text($0.replacement) == $0.replacement } ? fix.edits : nil
    }

    /// Shorter ones are masked where they stand, but not looked for elsewhere.
    private static let shortestSecret = 4

    /// The ways in which a secret may be written elsewhere.
    private static func spellings(_ written: [UInt8]) -> [[UInt8]] {
        let quoted = [UInt8(ascii: "\"")] + written + [UInt8(ascii: "\"")]
        let plain = JSONText.decode(quoted, string: SourceSpan(0, quoted.count)).decoded
        let text = String(decoding: plain, as: UTF8.self)
        let escaped = JSONText.escape(text)
        let slashes = escaped.utf8.flatMap { $0 == UInt8(ascii: "/") ? [UInt8(ascii: "\\"), $0] : [$0] }
        return [written, plain, Array(escaped.utf8), slashes, Array(PercentEncoding.encode(text).utf8)]
    }

    private static func mayHoldCredentials(_ report: FileReport) -> Bool {
        report.documents.isEmpty
            || report.documents.contains { !$0.isReadable || DocumentKinds.credentials.contains($0.kind) }
    }

    private static func withoutQuotes(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        guard range.count >= 2, let first = bytes[range].first, first == bytes[range].last,
            first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
        else { return range }
        return range.lowerBound + 1..<range.upperBound - 1
    }

    /// All but the first and the last four characters.
    private static func shortened(_ keyID: Range<Int>) -> Range<Int> {
        keyID.lowerBound + 4..<keyID.upperBound - 4
    }
}

extension FileReport {
    /// The file's bytes as any output may show them, for outputs that are no report, such as a patch;
    /// and whether they differ from the file's, so that such a patch cannot be applied.
    public var shownContent: (bytes: [UInt8], isMasked: Bool) {
        let bytes = Redaction(self).bytes
        return (bytes, bytes != file.bytes)
    }
}
