/// The lines of a file, for making lines and columns from byte offsets. A line ends with LF, CRLF or
/// a lone CR.
struct LineTable {
    private let bytes: [UInt8]
    /// What stands before every `stride`-th byte. Most of a large file is never looked at again, and a column deep in a
    /// minified line costs no walk from its beginning.
    private let checkpoints: [Count]
    private let hasByteOrderMark: Bool
    /// What the whole file holds.
    private let total: Count

    /// A number of line ends, and of characters in two ways of counting.
    private struct Count {
        var lines: UInt32 = 0
        var scalars: UInt32 = 0
        var utf16: UInt32 = 0

        /// Counts line ends, and characters at their first bytes; bytes that continue one are not counted.
        mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            let sketch = ByteCounts(UnsafeBufferPointer(rebasing: bytes[range]))
            lines &+= UInt32(sketch.feeds)
            if sketch.returns > 0 {
                for index in range where bytes[index] == UInt8(ascii: "\r") && LineTable.endsLine(index, bytes) {
                    lines &+= 1
                }
            }
            // Most texts are ASCII, and counted without a look at each byte.
            if sketch.isASCII {
                scalars &+= UInt32(range.count)
                utf16 &+= UInt32(range.count)
                return
            }
            for byte in bytes[range] where byte & 0xC0 != 0x80 {
                scalars &+= 1
                // No character begins with a higher byte: it is shown as one that was replaced.
                utf16 &+= (0xF0..<0xF5).contains(byte) ? 2 : 1
            }
        }
    }

    /// What a few bytes are, counted without a branch, so that the processor takes many of them at a time.
    private struct ByteCounts {
        /// How many LF there are.
        let feeds: Int
        /// How many CR there are.
        let returns: Int
        let isASCII: Bool

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            var (feeds, returns) = (0, 0)
            var all: UInt8 = 0
            // As many as one byte can count.
            for start in Swift.stride(from: 0, to: bytes.count, by: 128) {
                var (someFeeds, someReturns): (UInt8, UInt8) = (0, 0)
                for index in start..<min(start + 128, bytes.count) {
                    let byte = bytes[index]
                    someFeeds &+= byte == UInt8(ascii: "\n") ? 1 : 0
                    someReturns &+= byte == UInt8(ascii: "\r") ? 1 : 0
                    all |= byte
                }
                feeds += Int(someFeeds)
                returns += Int(someReturns)
            }
            (self.feeds, self.returns, isASCII) = (feeds, returns, all < 0x80)
        }
    }

    private static let stride = 512

    /// The lines of `bytes`.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var checkpoints: [Count] = []
        checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
        var count = Count()
        bytes.withUnsafeBufferPointer { buffer in
            for start in Swift.stride(from: 0, to: buffer.count, by: Self.stride) {
                checkpoints.append(count)
                count.add(buffer, start..<min(start + Self.stride, buffer.count))
            }
        }
        if bytes.count % Self.stride == 0 { checkpoints.append(count) }
        self.checkpoints = checkpoints
        total = count
    }

    /// Whether a line ends with the byte at an index: with LF, and with a CR that no LF follows.
    private static func endsLine(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
        default: false
        }
    }

    /// Number of lines; an empty file has one.
    var count: Int { Int(total.lines) + 1 }

    /// The line, from 1, in which an offset lies.
    func line(at offset: Int) -> Int { Int(count(at: min(max(0, offset), bytes.count)).lines) + 1 }

    /// The bytes of a line, from 1, without its line break and without a byte order mark.
    func content(ofLine line: Int) -> Range<Int> {
        let start = start(ofLine: line)
        var end = line < count ? firstByte(ofLine: line + 1) : bytes.count
        if line < count {
            if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
            if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        }
        return start..<max(start, end)
    }

    /// Line and columns of an offset.
    func position(at offset: Int) -> TextPosition {
        let offset = min(max(0, offset), bytes.count)
        let here = count(at: offset)
        let line = Int(here.lines) + 1
        let start = min(start(ofLine: line), offset)
        let before = count(at: start)
        return TextPosition(
            offset: offset, characterOffset: Int(here.scalars) - (hasByteOrderMark && offset > 0 ? 1 : 0), line: line,
            column: Int(here.scalars - before.scalars) + 1,
            utf16Column: Int(here.utf16 - before.utf16) + 1, utf8Column: offset - start + 1)
    }

    private func start(ofLine line: Int) -> Int {
        // Editors do not count a byte order mark as a character.
        line == 1 && hasByteOrderMark ? 3 : firstByte(ofLine: line)
    }

    /// The offset of the first byte of a line, from 1, that there is.
    private func firstByte(ofLine line: Int) -> Int {
        if line == 1 { return 0 }
        // The last checkpoint before the end of the line above.
        var (low, high) = (0, checkpoints.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(checkpoints[middle].lines) < line - 1 { low = middle + 1 } else { high = middle }
        }
        let checkpoint = low - 1
        var missing = line - 1 - Int(checkpoints[checkpoint].lines)
        return bytes.withUnsafeBufferPointer { buffer in
            var index = checkpoint * Self.stride
            while missing > 0,
                let place = buffer.firstPlace(
                    of: UInt8(ascii: "\n"), through: UInt8(ascii: "\r"), in: index..<buffer.count)
            {
                if Self.endsLine(place, buffer) { missing -= 1 }
                index = place + 1
            }
            return index
        }
    }

    /// Whether an offset lies before the end of a byte order mark.
    func isInByteOrderMark(_ offset: Int) -> Bool { offset < 3 && hasByteOrderMark }

    private func count(at offset: Int) -> Count {
        let checkpoint = min(offset / Self.stride, checkpoints.count - 1)
        var count = checkpoints[checkpoint]
        bytes.withUnsafeBufferPointer { count.add($0, checkpoint * Self.stride..<offset) }
        return count
    }
}
