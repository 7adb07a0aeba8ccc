extension RandomAccessCollection<TextHash> where Index == Int {
    /// The places of the hashes that stand before already.
    var repetitions: [Int] {
        // A few are compared each with each, more by way of a table.
        if count > 12 { return repetitionsByTable }
        var repetitions: [Int] = []
        for index in indices {
            let hash = self[index]
            for earlier in startIndex..<index where self[earlier] == hash {
                repetitions.append(index)
                break
            }
        }
        return repetitions
    }

    private var repetitionsByTable: [Int] {
        // At most half of the slots are taken.
        let bits = Int.bitWidth - count.leadingZeroBitCount + 1
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1 << bits) { slots in
            // A slot holds the number of a hash, from 1, or 0.
            slots.initialize(repeating: 0)
            var repetitions: [Int] = []
            for index in indices {
                let hash = self[index]
                var slot = Int(truncatingIfNeeded: hash.value >> UInt64(64 - bits))
                while slots[slot] != 0, self[startIndex + Int(slots[slot]) - 1] != hash {
                    slot = (slot + 1) & (slots.count - 1)
                }
                if slots[slot] == 0 {
                    slots[slot] = UInt32(index - startIndex + 1)
                } else {
                    repetitions.append(index)
                }
            }
            return repetitions
        }
    }
}
