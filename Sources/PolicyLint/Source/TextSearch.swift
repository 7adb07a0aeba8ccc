/// Searches for texts in texts, by their bytes. The same functions of Swift's `_StringProcessing` bring regular
/// expressions with them, a megabyte of the static program that nobody uses.
extension StringProtocol {
    /// The first place of a text.
    func firstRange(of text: String) -> Range<Index>? {
        guard let first = text.utf8.first else { return startIndex..<startIndex }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: text.utf8) { return start..<utf8.index(start, offsetBy: text.utf8.count) }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// Whether a text stands in it.
    func contains(_ text: String) -> Bool {
        withBytes { bytes in text.withBytes { bytes.contains($0) } }
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

extension UnsafeBufferPointer<UInt8> {
    /// Whether other bytes stand in these.
    fileprivate func contains(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = other.first else { return true }
        var start = 0
        while start + other.count <= count {
            if self[start] == first, other.indices.allSatisfy({ self[start + $0] == other[$0] }) { return true }
            start += 1
        }
        return false
    }
}
