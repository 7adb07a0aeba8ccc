/// The hash of a line by which GitHub tells code scanning alerts apart, exactly as its upload action
/// computes `primaryLocationLineHash`: a rolling hash over the 100 UTF-16 code units from the line's
/// beginning, spaces and tabs left out, and the number of its occurrence.
///
/// https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
struct LineHash {
    private static let windowLength = 100
    private static let base: UInt64 = 37
    private static let endOfFile: UInt16 = 65535
    private static let firstPower = (0..<windowLength).reduce(UInt64(1)) { power, _ in power &* base }

    private var window = [UInt16](repeating: 0, count: windowLength)
    /// The line that begins at each place of the window; 0 where none does.
    private var lineStarts = [Int](repeating: 0, count: windowLength)
    private var index = 0
    private var hash: UInt64 = 0
    private var line = 0
    private var isLineStart = true
    private var followsReturn = false
    private var occurrences: [UInt64: Int] = [:]
    private let wanted: Set<Int>
    private var hashes: [Int: String] = [:]

    /// The hashes of the `wanted` lines, from 1, of a text. Lines end with LF, CRLF or CR.
    static func hashes(of bytes: [UInt8], lines wanted: Set<Int>) -> [Int: String] {
        var state = LineHash(wanted: wanted)
        var offset = 0
        while offset < bytes.count {
            if bytes[offset] < 0x80 {
                state.take(UInt16(bytes[offset]))
                offset += 1
            } else {
                let end = bytes[offset...].firstIndex { $0 < 0x80 } ?? bytes.count
                for unit in String(decoding: bytes[offset..<end], as: UTF8.self).utf16 { state.take(unit) }
                offset = end
            }
        }
        state.take(endOfFile)
        for _ in 0..<windowLength {
            state.emit()
            state.push(0)
        }
        return state.hashes
    }

    private init(wanted: Set<Int>) { self.wanted = wanted }

    private mutating func take(_ unit: UInt16) {
        var unit = unit
        if unit == 0x20 || unit == 0x09 || (followsReturn && unit == 0x0A) {
            followsReturn = false
            return
        }
        followsReturn = unit == 0x0D
        if followsReturn { unit = 0x0A }
        emit()
        if isLineStart {
            isLineStart = false
            line += 1
            lineStarts[index] = line
        }
        if unit == 0x0A { isLineStart = true }
        push(unit)
    }

    /// Notes the hash of the line that is about to leave the window.
    private mutating func emit() {
        let leaving = lineStarts[index]
        guard leaving != 0 else { return }
        lineStarts[index] = 0
        occurrences[hash, default: 0] += 1
        if wanted.contains(leaving) {
            hashes[leaving] = "\(String(hash, radix: 16)):\(occurrences[hash, default: 1])"
        }
    }

    private mutating func push(_ unit: UInt16) {
        let old = window[index]
        window[index] = unit
        hash = Self.base &* hash &+ UInt64(unit) &- Self.firstPower &* UInt64(old)
        index = (index + 1) % Self.windowLength
    }
}
