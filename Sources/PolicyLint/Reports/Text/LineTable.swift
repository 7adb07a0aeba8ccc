/// The lines of a file, for making lines and columns from byte offsets. A line ends with LF, CRLF or
/// a lone CR.
struct LineTable {
    private let bytes: [UInt8]
    /// The offset of the first byte of each line.
    private let starts: [UInt32]
    /// What stands before every `stride`-th byte, so that a column deep in a minified line costs no
    /// walk from its beginning.
    private let checkpoints: [Count]

    /// A number of characters in two ways of counting.
    private struct Count {
        var scalars: UInt32 = 0
        var utf16: UInt32 = 0

        /// Counts characters at their first bytes; bytes that continue one are not counted.
        mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            // Most texts are ASCII, and counted without a look at each byte.
            if UnsafeBufferPointer(rebasing: bytes[range]).isASCII {
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

    private static let stride = 512

    /// The lines of `bytes`.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts: [UInt32] = [0]
        var checkpoints: [Count] = []
        checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
        bytes.withUnsafeBufferPointer { buffer in
            var count = Count()
            for start in Swift.stride(from: 0, to: buffer.count, by: Self.stride) {
                checkpoints.append(count)
                let end = min(start + Self.stride, buffer.count)
                count.add(buffer, start..<end)
            }
            buffer.forEachPlace(of: UInt8(ascii: "\n"), through: UInt8(ascii: "\r"), in: buffer.indices) { index in
                if Self.endsLine(buffer[index], index, buffer) { starts.append(UInt32(index + 1)) }
            }
            if buffer.count % Self.stride == 0 { checkpoints.append(count) }
        }
        self.starts = starts
        self.checkpoints = checkpoints
    }

    /// Whether a line ends with the byte at an index: with LF, and with a CR that no LF follows.
    private static func endsLine(_ byte: UInt8, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r") && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
    }

    /// Number of lines; an empty file has one.
    var count: Int { starts.count }

    /// The line, from 1, in which an offset lies.
    func line(at offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        return max(1, low)
    }

    /// The bytes of a line, from 1, without its line break and without a byte order mark.
    func content(ofLine line: Int) -> Range<Int> {
        let start = start(ofLine: line)
        var end = line < starts.count ? Int(starts[line]) : bytes.count
        if line < starts.count {
            if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
            if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        }
        return start..<max(start, end)
    }

    /// Line and columns of an offset.
    func position(at offset: Int) -> TextPosition {
        let offset = min(max(0, offset), bytes.count)
        let line = line(at: offset)
        let start = min(start(ofLine: line), offset)
        let (before, here) = (count(at: start), count(at: offset))
        return TextPosition(
            offset: offset, characterOffset: Int(here.scalars) - (hasByteOrderMark && offset > 0 ? 1 : 0), line: line,
            column: Int(here.scalars - before.scalars) + 1,
            utf16Column: Int(here.utf16 - before.utf16) + 1, utf8Column: offset - start + 1)
    }

    private func start(ofLine line: Int) -> Int {
        // Editors do not count a byte order mark as a character.
        if line == 1, hasByteOrderMark { return 3 }
        return Int(starts[line - 1])
    }

    private var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

    /// Whether an offset lies before the end of a byte order mark.
    func isInByteOrderMark(_ offset: Int) -> Bool { offset < 3 && hasByteOrderMark }

    private func count(at offset: Int) -> Count {
        let checkpoint = min(offset / Self.stride, checkpoints.count - 1)
        var count = checkpoints[checkpoint]
        bytes.withUnsafeBufferPointer { count.add($0, checkpoint * Self.stride..<offset) }
        return count
    }
}
