/// Finds what may be a secret in a text that no reader understood, or understood only in part. It
/// rather hides too much than too little.
enum SecretScan {
    /// The places that may hold secrets: runs as long as a secret access key, and what follows a word
    /// such as `secret` or `password` and a separator on the same line.
    static func spans(in bytes: [UInt8], _ range: Range<Int>) -> [SourceSpan] {
        if bytes[range].contains(0) { return [SourceSpan(range)] }
        var found = runs(in: bytes, range)
        for line in TextLine.lines(of: Array(bytes[range])) {
            let lower = bytes[range.lowerBound + line.start..<range.lowerBound + line.end].asciiLowercased
            guard let word = firstTellingWord(lower),
                let separator = lower[word...].firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") })
            else { continue }
            let start = range.lowerBound + line.start + separator + 1
            found.append(SourceSpan(TextLine.trim(start..<range.lowerBound + line.end, in: bytes)))
        }
        return found.filter { !$0.isEmpty }
    }

    /// The runs of characters as long as a secret access key.
    static func runs(in bytes: [UInt8], _ range: Range<Int>) -> [SourceSpan] {
        var found: [SourceSpan] = []
        var run = range.lowerBound
        for index in range.lowerBound...range.upperBound {
            if index < range.upperBound, isSecretCharacter(bytes[index]) { continue }
            if index - run >= secretLength { found.append(SourceSpan(run, index)) }
            run = index + 1
        }
        return found
    }

    /// A text for people, with `…` in the place of all that looks like a secret.
    static func redact(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let edits = runs(in: bytes, 0..<bytes.count).map { TextEdit(replacing: $0, with: "…") }
        return edits.isEmpty ? text : String(decoding: TextEdit.apply(edits, to: bytes), as: UTF8.self)
    }

    /// Whether a value holds a run as long as a secret access key.
    static func looksLikeSecret(_ text: String) -> Bool {
        var run = 0
        for byte in text.utf8 {
            run = isSecretCharacter(byte) ? run + 1 : 0
            if run >= secretLength { return true }
        }
        return false
    }

    private static func firstTellingWord(_ line: [UInt8]) -> Int? {
        words.compactMap { word in
            guard line.count >= word.count else { return nil }
            return (0...line.count - word.count).first { line[$0..<$0 + word.count].elementsEqual(word) }
        }.min()
    }

    private static let words = ["secret", "token", "password", "passwd", "pwd"].map { Array($0.utf8) }

    /// AWS's secret access keys have forty characters.
    private static let secretLength = 40

    private static func isSecretCharacter(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
            || byte == UInt8(ascii: "_")
    }
}
