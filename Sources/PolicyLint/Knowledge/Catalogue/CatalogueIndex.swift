import Synchronization

/// Where the lines of a catalogue start, and a hash table of their kinds and names.
struct CatalogueIndex: Sendable {
    /// The starts of all lines, in their order, and the end of the text.
    private let starts: [UInt32]
    /// A table with open addressing. An entry is the upper 40 bits of a hash and, in the lower 24, the number
    /// of the line counted from 1; 0 is empty. Another name of the same bits is not to be expected: one in a
    /// million million.
    private let table: [UInt64]

    private static let lineBits: UInt64 = 24
    private static let lineMask: UInt64 = 1 << lineBits - 1

    /// Reads a whole text.
    init(_ bytes: CatalogueSearch.Bytes) {
        var starts: [UInt32] = []
        starts.reserveCapacity(bytes.count / 64)
        var start = 0
        while start < bytes.count {
            starts.append(UInt32(truncatingIfNeeded: start))
            start = bytes.lineEnd(start)
        }
        // At least half of it stays empty.
        var table = [UInt64](repeating: 0, count: 1 << (Int.bitWidth - starts.count.leadingZeroBitCount + 1))
        let search = CatalogueSearch(bytes: bytes, index: nil)
        for (line, start) in starts.enumerated() where bytes[Int(start)] != UInt8(ascii: "#") {
            let hash = Self.key(bytes[Int(start)], TextHash(search.name(at: Int(start))))
            var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
            while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
            table[slot] = hash & ~Self.lineMask | UInt64(line + 1) & Self.lineMask
        }
        starts.append(UInt32(truncatingIfNeeded: bytes.count))
        self.starts = starts
        self.table = table
    }

    /// The line of a kind whose name has this hash; nil where there is none.
    func line(_ kind: CatalogueKind, _ name: TextHash) -> Range<Int>? {
        let hash = Self.key(kind.mark, name)
        var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
        while true {
            let entry = table[slot]
            if entry == 0 { return nil }
            if entry & ~Self.lineMask == hash & ~Self.lineMask {
                let line = Int(entry & Self.lineMask) - 1
                return Int(starts[line])..<Int(starts[line + 1])
            }
            slot = (slot + 1) & (table.count - 1)
        }
    }

    /// What a line is found by: the letter of its kind, and the hash of its name.
    private static func key(_ mark: UInt8, _ name: TextHash) -> UInt64 {
        (name.value ^ UInt64(mark)) &* 0x9E37_79B9_7F4A_7C15
    }

    /// The start of the first line for which `isBehind` says yes, as it does for all that follow.
    func firstLine(where isBehind: (Int) -> Bool) -> Int {
        var (low, high) = (0, starts.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(Int(starts[middle])) { high = middle } else { low = middle + 1 }
        }
        return Int(starts[low])
    }
}

extension CatalogueIndex {
    /// The index of the catalogue in the program, once so much has been asked that it pays: for one policy it
    /// would take longer to make than all searches together.
    static var worthwhile: CatalogueIndex? {
        if questions.load(ordering: .relaxed) >= manyQuestions { return embedded }
        questions.add(1, ordering: .relaxed)
        return nil
    }

    private static let questions = Atomic<Int>(0)
    private static let manyQuestions = 50
    private static let embedded = CatalogueText.embedded.withBytes { CatalogueIndex($0) }
}
