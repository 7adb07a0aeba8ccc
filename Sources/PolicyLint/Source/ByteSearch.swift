extension UnsafeBufferPointer<UInt8> {
    /// Whether all bytes are ASCII. Eight bytes are looked at together.
    var isASCII: Bool {
        var all: UInt64 = 0
        var index = 0
        while index <= count - 8 {
            all |= wholeWord(at: index)
            index &+= 8
        }
        if index < count { all |= word(at: index) }
        return all & 0x8080_8080_8080_8080 == 0
    }

    /// Whether other bytes are the same. Eight bytes are looked at together.
    func hasSameBytes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        if count < 8 { return firstWord == other.firstWord }
        // The last eight may overlap with those before.
        let last = count - 8
        var index = 0
        while index < last {
            if wholeWord(at: index) != other.wholeWord(at: index) { return false }
            index &+= 8
        }
        return wholeWord(at: last) == other.wholeWord(at: last)
    }

    /// Whether a NUL byte stands among the first `length` bytes. Without a branch in it the compiler makes the loop look
    /// at many bytes together.
    func holdsNUL(upTo length: Int) -> Bool {
        let bytes = UnsafeRawBufferPointer(self)
        var marks: UInt64 = 0
        for number in 0..<(length / 8) {
            let word = bytes.loadUnaligned(fromByteOffset: number &* 8, as: UInt64.self)
            marks |= word.marksOfNUL
        }
        return marks != 0 || self[(length / 8 * 8)..<length].contains(0)
    }

    /// The first place in `range` of an ASCII byte from `low` to `high`. Eight bytes are looked at together.
    @inline(__always)
    func firstPlace(of low: UInt8, through high: UInt8, in range: Range<Int>) -> Int? {
        var index = range.lowerBound
        let lastWord = range.upperBound - 8
        while index <= lastWord {
            let found = wholeWord(at: index).marks(from: low, through: high)
            if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < range.upperBound {
            if self[index] >= low, self[index] <= high { return index }
            index += 1
        }
        return nil
    }

    /// The first place in `range` of a byte.
    func firstPlace(of byte: UInt8, in range: Range<Int>) -> Int? {
        byte < 0x80 ? firstPlace(of: byte, through: byte, in: range) : self[range].firstIndex(of: byte)
    }

    /// Hands `body` the places in `range` of all ASCII bytes from `low` to `high`, in their order.
    func forEachPlace(of low: UInt8, through high: UInt8, in range: Range<Int>, _ body: (Int) -> Void) {
        var index = range.lowerBound
        let lastWord = range.upperBound - 8
        while index <= lastWord {
            var found = wholeWord(at: index).marks(from: low, through: high)
            while found != 0 {
                body(index &+ found.trailingZeroBitCount / 8)
                found &= found &- 1
            }
            index &+= 8
        }
        while index < range.upperBound {
            if self[index] >= low, self[index] <= high { body(index) }
            index += 1
        }
    }

    /// Whether there are bytes but ASCII letters and digits.
    var hasOthers: Bool {
        var hasOthers = false
        forEachPlaceOfOthers { _ in hasOthers = true }
        return hasOthers
    }

    /// Hands `body` the places of all bytes but ASCII letters and digits, in their order.
    func forEachPlaceOfOthers(_ body: (Int) -> Void) {
        var index = 0
        while index < count {
            var others = word(at: index).marksOfOthers
            while others != 0 {
                let place = index + others.trailingZeroBitCount / 8
                if place >= count { return }
                body(place)
                others &= others &- 1
            }
            index &+= 8
        }
    }

    /// The first eight bytes, the first of them the lowest; zeros where there are fewer.
    var firstWord: UInt64 { word(at: 0) }

    /// The eight bytes at an index, the first of them the lowest; behind the end, zeros.
    @inline(__always)
    private func word(at index: Int) -> UInt64 {
        index &+ 8 <= count ? wholeWord(at: index) : wordAtEnd(index)
    }

    /// The same where eight are there.
    @inline(__always)
    private func wholeWord(at index: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// The same where fewer than eight are left. Its branches would weigh on the loops around it.
    @inline(never)
    private func wordAtEnd(_ index: Int) -> UInt64 {
        if count >= 8 {
            // The last eight, without those before the index.
            let last = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            return UInt64(littleEndian: last) >> UInt64(8 * (index + 8 - count))
        }
        if index == 0 && count >= 4 {
            // The first four and the last four.
            let bytes = UnsafeRawBufferPointer(self)
            let first = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
            let last = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
            return UInt64(first) | UInt64(last) << UInt64(8 * (count - 4))
        }
        var word: UInt64 = 0
        for place in (index..<count).reversed() { word = word << 8 | UInt64(self[place]) }
        return word
    }
}

/// Eight bytes looked at together.
extension UInt64 {
    private static let each: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// The highest bits of the bytes that are an ASCII one.
    func marks(of byte: UInt8) -> UInt64 { marks(from: byte, through: byte) }

    /// The highest bits of the ASCII bytes from `low` to `high`.
    fileprivate func marks(from low: UInt8, through high: UInt8) -> UInt64 {
        let lower = self & ~Self.highBits
        // What is added sets the highest bit of a byte that reaches `low`, and of one that passes `high`.
        let reaching = lower &+ Self.each &* UInt64(0x80 - low)
        let passing = lower &+ Self.each &* UInt64(0x7F - high)
        return reaching & ~passing & ~self & Self.highBits
    }

    /// The highest bit of the first NUL byte; of the bytes behind it, perhaps more than that.
    fileprivate var marksOfNUL: UInt64 { (self &- Self.each) & ~self & Self.highBits }

    /// The highest bits of all bytes but ASCII letters and digits.
    fileprivate var marksOfOthers: UInt64 {
        let letters = (self | Self.each &* 0x20).marks(from: UInt8(ascii: "a"), through: UInt8(ascii: "z"))
        let digits = marks(from: UInt8(ascii: "0"), through: UInt8(ascii: "9"))
        return ~(letters | digits) & Self.highBits
    }
}
