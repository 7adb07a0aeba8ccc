/// Finds lines in a catalogue's text: by its index, or else by bisecting the text to line starts, so that
/// nothing is read before it is asked for.
///
/// The lines are in the order of kind and name, and names without regard to case, which searches do not regard
/// either.
struct CatalogueSearch {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    let bytes: Bytes
    let index: CatalogueIndex?

    /// What stands in a line before its name: the kind, and a tab.
    static let nameOffset = 2

    /// The line of a kind with this name; nil where there is none.
    func line(_ kind: CatalogueKind, named name: Bytes) -> Range<Int>? {
        if let index { return index.line(CatalogueIndex.Group(kind, name), TextHash(name)) }
        let start = bisect(kind, name)
        guard start < bytes.count, compare(start, kind, name) == .same else { return nil }
        return start..<bytes.lineEnd(start)
    }

    /// Hands `body` the lines of a kind whose names match a pattern with `*` and `?`, until it says no.
    func forEachLine(_ kind: CatalogueKind, matching pattern: Bytes, _ body: (Range<Int>) -> Bool) {
        guard let wildcard = pattern.firstIndex(where: NamePattern.isWildcard) else {
            if let line = line(kind, named: pattern) { _ = body(line) }
            return
        }
        let rest = Bytes(rebasing: pattern[wildcard...])
        // A quick look: a `*` at the end has nothing to compare.
        let isRun = rest.count == 1 && rest[0] == UInt8(ascii: "*")
        forEachLine(kind, withPrefix: Bytes(rebasing: pattern[..<wildcard])) { line in
            isRun || NamePattern.matches(Bytes(rebasing: name(in: line)[wildcard...]), rest) ? body(line) : true
        }
    }

    /// Hands `body` the lines of a kind whose names begin with `prefix`, until it says no.
    func forEachLine(_ kind: CatalogueKind, withPrefix prefix: Bytes, _ body: (Range<Int>) -> Bool) {
        var start = bisect(kind, prefix)
        while start < bytes.count, compare(start, kind, prefix) != .after {
            let end = bytes.lineEnd(start)
            if !body(start..<end) { return }
            start = end
        }
    }

    /// Whether a line of a kind has a name that matches a pattern.
    func hasLine(_ kind: CatalogueKind, matching pattern: Bytes) -> Bool {
        var isFound = false
        forEachLine(kind, matching: pattern) { _ in
            isFound = true
            return false
        }
        return isFound
    }

    /// The name in the line that starts at `start`.
    func name(at start: Int) -> Bytes { name(in: start..<bytes.lineEnd(start)) }

    /// The name in a line.
    func name(in line: Range<Int>) -> Bytes {
        let start = line.lowerBound + Self.nameOffset
        let end = bytes.place(of: UInt8(ascii: "\t"), from: start, to: line.upperBound - 1)
        return Bytes(rebasing: bytes[start..<end])
    }

    // MARK: Bisecting

    /// How a line stands to a kind and name.
    private enum Order { case before, same, beginning, after }

    /// The start of the first line that does not stand before a kind and name.
    private func bisect(_ kind: CatalogueKind, _ name: Bytes) -> Int {
        if let index {
            if !kind.isOfService { return index.firstLine(.init(kind, name)) { compare($0, kind, name) != .before } }
            if let colon = name.firstIndex(of: UInt8(ascii: ":")) {
                // All in its group begin alike.
                return index.firstLine(.init(kind, name)) { compare($0, kind, name, behind: colon) != .before }
            }
            return index.firstLine { compare($0, kind, name) != .before }
        }
        var (low, high) = (0, bytes.count)
        while low < high {
            var middle = low + (high - low) / 2
            while middle > low, bytes[middle - 1] != UInt8(ascii: "\n") { middle -= 1 }
            if compare(middle, kind, name) != .before { high = middle } else { low = bytes.lineEnd(middle) }
        }
        return low
    }

    /// How the line at `start` stands to a kind and name; `beginning` where its name begins with that.
    ///
    /// - Parameter passed: How many of the first letters are the same.
    private func compare(_ start: Int, _ kind: CatalogueKind, _ name: Bytes, behind passed: Int = 0) -> Order {
        let mark = bytes[start]
        if mark != kind.mark { return mark < kind.mark ? .before : .after }
        var index = start + Self.nameOffset + passed
        for byte in name[passed...] {
            let own = bytes[index]
            if own != byte || Self.isNameEnd(own) {
                if Self.isNameEnd(own) { return .before }
                let (left, right) = (own.asciiLowercased, byte.asciiLowercased)
                if left != right { return left < right ? .before : .after }
            }
            index += 1
        }
        return Self.isNameEnd(bytes[index]) ? .same : .beginning
    }

    private static func isNameEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") }
}
