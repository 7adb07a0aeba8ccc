/// Searches for texts in texts, by their bytes. The same functions of Swift's `_StringProcessing` bring regular
/// expressions with them, a megabyte of the static program that nobody uses.
extension StringProtocol {
    /// The first place of a text.
    func firstRange(of text: String) -> Range<Index>? {
        guard let offset = firstOffset(of: text) else { return nil }
        let start = utf8.index(startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: text.utf8.count)
    }

    /// Whether a text stands in it.
    func contains(_ text: String) -> Bool { firstOffset(of: text) != nil }

    private func firstOffset(of text: String) -> Int? {
        withBytes { bytes in
            text.withBytes { wanted in
                guard let first = wanted.first else { return 0 }
                var start = 0
                while start + wanted.count <= bytes.count,
                    let place = bytes.firstPlace(of: first, in: start..<(bytes.count - wanted.count + 1))
                {
                    let found = UnsafeBufferPointer(rebasing: bytes[place..<(place + wanted.count)])
                    if found.hasSameBytes(wanted) { return place }
                    start = place + 1
                }
                return nil
            }
        }
    }

    /// The parts between the places of a text, of which no more than so many are looked for.
    func parts(separatedBy text: String, atMost most: Int = .max) -> [SubSequence] {
        var parts: [SubSequence] = []
        var rest = self[...]
        while parts.count < most, let place = rest.firstRange(of: text) {
            parts.append(rest[..<place.lowerBound])
            rest = rest[place.upperBound...]
        }
        return parts + [rest]
    }

    /// The text with another in the place of each one.
    func replacing(_ text: String, with other: String) -> String { parts(separatedBy: text).joined(separator: other) }
}
