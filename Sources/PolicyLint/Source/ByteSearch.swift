extension UnsafeBufferPointer<UInt8> {
    /// The first place in `range` of an ASCII byte from `low` to `high`. Eight bytes are looked at together.
    func firstPlace(of low: UInt8, through high: UInt8, in range: Range<Int>) -> Int? {
        let each: UInt64 = 0x0101_0101_0101_0101
        let highBits = each &* 0x80
        // What is added to the lower seven bits of a byte sets its highest where it reaches `low`, and passes `high`.
        let (reaching, passing) = (each &* UInt64(0x80 - low), each &* UInt64(0x7F - high))
        let raw = UnsafeRawBufferPointer(self)
        var index = range.lowerBound
        while index + 8 <= range.upperBound {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let lower = word & ~highBits
            let found = (lower &+ reaching) & ~(lower &+ passing) & ~word & highBits
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < range.upperBound {
            if self[index] >= low, self[index] <= high { return index }
            index += 1
        }
        return nil
    }

    /// Hands `body` the places in `range` of all ASCII bytes from `low` to `high`, in their order.
    func forEachPlace(of low: UInt8, through high: UInt8, in range: Range<Int>, _ body: (Int) -> Void) {
        var start = range.lowerBound
        while let place = firstPlace(of: low, through: high, in: start..<range.upperBound) {
            body(place)
            start = place + 1
        }
    }
}
