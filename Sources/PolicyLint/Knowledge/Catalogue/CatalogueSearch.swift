/// Finds lines in a catalogue's text by bisecting it to line starts. Nothing is read before it is asked for.
///
/// The lines of one kind lie together, in the order of their names without regard to case. Every search
/// goes on in the range of lines it is given: those of a kind, or of a service's part of them.
struct CatalogueSearch {
    let bytes: UnsafeBufferPointer<UInt8>

    /// How long the kind and the tab behind it are: what stands before the name in each line.
    let nameOffset: Int

    /// The start of the first line in `lines` whose name is not less than `name`, which is in lower case.
    func firstLine(notBefore name: some Collection<UInt8>, in lines: Range<Int>) -> Int {
        var (low, high) = (lines.lowerBound, lines.upperBound)
        while low < high {
            let middle = lineStart(low + (high - low) / 2, from: low)
            if isName(at: middle, before: name) { low = lineEnd(middle) } else { high = middle }
        }
        return low
    }

    /// The line in `lines` with this name, in lower case; nil where there is none.
    func line(named name: some Collection<UInt8>, in lines: Range<Int>) -> Range<Int>? {
        let start = firstLine(notBefore: name, in: lines)
        guard start < lines.upperBound, let end = matchEnd(at: start, name), isNameEnd(bytes[end]) else { return nil }
        return start..<lineEnd(start)
    }

    /// The first line in `lines` whose name matches a pattern with `*` and `?`, in lower case.
    func firstLine(matching pattern: [UInt8], in lines: Range<Int>) -> Range<Int>? {
        let isWildcard = { (byte: UInt8) in byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") }
        guard let wildcard = pattern.firstIndex(where: isWildcard) else { return line(named: pattern, in: lines) }
        let candidates = self.lines(withPrefix: pattern[..<wildcard], in: lines)
        var start = candidates.lowerBound
        while start < candidates.upperBound {
            let end = lineEnd(start)
            if GlobPattern.matches(name(at: start), pattern: pattern, ignoringCase: true) { return start..<end }
            start = end
        }
        return nil
    }

    /// The lines in `lines` whose names begin with `prefix`, which is in lower case.
    func lines(withPrefix prefix: some Collection<UInt8>, in lines: Range<Int>) -> Range<Int> {
        let start = firstLine(notBefore: prefix, in: lines)
        // No name holds a byte of the value 255.
        let end = firstLine(notBefore: Array(prefix) + [.max], in: start..<lines.upperBound)
        return start..<end
    }

    /// The end of the line that starts at `start`, behind its line feed.
    func lineEnd(_ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        return min(index + 1, bytes.count)
    }

    /// The name in the line that starts at `start`.
    func name(at start: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        var end = start + nameOffset
        while !isNameEnd(bytes[end]) { end += 1 }
        return bytes[(start + nameOffset)..<end]
    }

    /// The start of the line that `index` is in, where lines before `first` are of no interest.
    private func lineStart(_ index: Int, from first: Int) -> Int {
        var start = index
        while start > first, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    private func isName(at start: Int, before name: some Collection<UInt8>) -> Bool {
        var index = start + nameOffset
        for byte in name {
            let own = bytes[index]
            if isNameEnd(own) { return true }
            let folded = own.asciiLowercased
            if folded != byte { return folded < byte }
            index += 1
        }
        return false
    }

    /// Where the name of a line goes on behind `name`; nil where it does not begin with it.
    private func matchEnd(at start: Int, _ name: some Collection<UInt8>) -> Int? {
        var index = start + nameOffset
        for byte in name {
            let own = bytes[index]
            if isNameEnd(own) || own.asciiLowercased != byte { return nil }
            index += 1
        }
        return index
    }

    private func isNameEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") }
}
