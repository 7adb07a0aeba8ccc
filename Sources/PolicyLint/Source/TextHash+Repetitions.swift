extension RandomAccessCollection<TextHash> where Index == Int {
    /// The places of the hashes that stand before already.
    var repetitions: [Int] {
        // A few are compared each with each, more by way of a table.
        count > 12
            ? repetitionsByTable
            : indices.filter { index in (startIndex..<index).contains { self[$0] == self[index] } }
    }

    private var repetitionsByTable: [Int] {
        // At most half of the slots are taken.
        let bits = Int.bitWidth - count.leadingZeroBitCount + 1
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1 << bits) { slots in
            // A slot holds the number of a hash, from 1, or 0.
            slots.initialize(repeating: 0)
            return indices.filter { index in
                let hash = self[index]
                var slot = Int(truncatingIfNeeded: hash.value >> UInt64(64 - bits))
                while slots[slot] != 0 {
                    if self[startIndex + Int(slots[slot]) - 1] == hash { return true }
                    slot = (slot + 1) & (slots.count - 1)
                }
                slots[slot] = UInt32(index - startIndex + 1)
                return false
            }
        }
    }
}
