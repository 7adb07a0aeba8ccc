/// The lines of a file, for making lines and columns from byte offsets. A line ends with LF, CRLF or
/// a lone CR.
struct LineTable {
    private let bytes: [UInt8]
    /// What stands before every `stride`-th byte. Most of a large file is never looked at again, and a column deep in a
    /// minified line costs no walk from its beginning.
    private let checkpoints: [Count]
    private let hasByteOrderMark: Bool
    /// Whether there is a CR; most files have none.
    private let hasReturns: Bool
    /// What the whole file holds.
    private let total: Count

    /// A number of line ends, and of characters in two ways of counting.
    private struct Count {
        var lines: UInt32 = 0
        var scalars: UInt32 = 0
        var utf16: UInt32 = 0

        /// Counts line ends, and characters at their first bytes; bytes that continue one are not counted.
        ///
        /// - Parameter mayReturn: Whether there may be a CR among them.
        mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, mayReturn: Bool) {
            let sketch = ByteCounts(bytes, range)
            lines &+= UInt32(sketch.feeds)
            if mayReturn {
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

        /// The characters from another place up to here.
        func characters(behind other: Count) -> (scalars: Int, utf16: Int) {
            (Int(scalars - other.scalars), Int(utf16 - other.utf16))
        }
    }

    /// What a few bytes are, counted without a branch, so that the processor takes many of them at a time.
    private struct ByteCounts {
        /// How many LF there are.
        private(set) var feeds = 0
        private var all: UInt8 = 0

        var isASCII: Bool { all < 0x80 }

        init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            var start = range.lowerBound
            while range.upperBound - start >= Self.block {
                add(bytes, start..<start &+ Self.block)
                start &+= Self.block
            }
            add(bytes, start..<range.upperBound)
        }

        /// As many as one byte can count; the compiler knows so for the number that most blocks have.
        private static let block = 128

        @inline(__always)
        private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            var (someFeeds, some): (UInt8, UInt8) = (0, 0)
            for index in range {
                let byte = bytes[index]
                someFeeds &+= byte == UInt8(ascii: "\n") ? 1 : 0
                some |= byte
            }
            feeds &+= Int(someFeeds)
            all |= some
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
        hasReturns = bytes.withUnsafeBufferPointer { buffer in
            let hasReturns = buffer.place(of: UInt8(ascii: "\r"), from: 0, to: buffer.count) < buffer.count
            for start in Swift.stride(from: 0, to: buffer.count, by: Self.stride) {
                checkpoints.append(count)
                count.add(buffer, start..<min(start + Self.stride, buffer.count), mayReturn: hasReturns)
            }
            return hasReturns
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
        let start = min(start(ofLine: line, near: offset), offset)
        let column = here.characters(behind: count(at: start))
        return TextPosition(
            offset: offset, characterOffset: Int(here.scalars) - (hasByteOrderMark && offset > 0 ? 1 : 0), line: line,
            column: column.scalars + 1, utf16Column: column.utf16 + 1, utf8Column: offset - start + 1)
    }

    /// The start of the line, from 1, in which an offset lies. Most lines begin a few bytes before it.
    private func start(ofLine line: Int, near offset: Int) -> Int {
        let near = max(0, offset - Self.stride)..<offset
        let end = bytes.withUnsafeBufferPointer { buffer in buffer[near].lastIndex { $0 == UInt8(ascii: "\n") } }
        // A CR that ends a line stands behind the last LF, too.
        if let end, !hasReturns { return end + 1 }
        return start(ofLine: line)
    }

    private func start(ofLine line: Int) -> Int {
        // Editors do not count a byte order mark as a character.
        line == 1 && hasByteOrderMark ? 3 : firstByte(ofLine: line)
    }

    /// The offset of the first byte of a line, from 1, that there is.
    private func firstByte(ofLine line: Int) -> Int {
        if line == 1 { return 0 }
        // The last checkpoint before the end of the line above.
        let checkpoint = checkpoints.indices.partitioningIndex { checkpoints[$0].lines >= line - 1 } - 1
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
        bytes.withUnsafeBufferPointer { count.add($0, checkpoint * Self.stride..<offset, mayReturn: hasReturns) }
        return count
    }
}
