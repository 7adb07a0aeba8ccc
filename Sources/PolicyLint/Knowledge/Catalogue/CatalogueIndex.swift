/// Where the lines of a catalogue start, and where they are found by the hashes of their names. A look into the words of
/// it, which `CatalogueIndex.words` makes of a text.
///
/// The names of one kind and service lie side by side, since a policy names many of one service after the other.
struct CatalogueIndex {
    /// A table with open addressing: for the names of a kind and service, a hash of both, or 0 where there are none;
    /// behind it the number of their first line and, in the lower half, how many they are.
    private let groups: UnsafeBufferPointer<UInt64>
    /// A table with open addressing for each group, of two words a line. A word is the upper 40 bits of a hash and, in
    /// the lower 24, the number of the line counted from 1; 0 is empty. Another name of the same bits is not to be
    /// expected: one in a million million.
    private let names: UnsafeBufferPointer<UInt64>
    /// The starts of all lines, in their order, and the end of the text.
    private let starts: UnsafeBufferPointer<UInt64>

    private static let lineBits: UInt64 = 24
    private static let lineMask: UInt64 = 1 << lineBits - 1

    /// The index in its words.
    init(_ words: UnsafeBufferPointer<UInt64>) {
        let layout = Layout(lineCount: Int(words[0]), groupSlots: Int(words[1]))
        groups = UnsafeBufferPointer(rebasing: words[layout.groups..<layout.names])
        names = UnsafeBufferPointer(rebasing: words[layout.names..<layout.starts])
        starts = UnsafeBufferPointer(rebasing: words[layout.starts...])
    }

    /// Where the parts of an index begin among its words. Before them stand the two numbers that it is made of.
    private struct Layout {
        let groups = 2
        let names: Int
        let starts: Int

        init(lineCount: Int, groupSlots: Int) {
            names = groups + 2 * groupSlots
            starts = names + 2 * lineCount
        }
    }

    // MARK: Looking up

    /// The names of one kind and, where its names begin with a service, of one service.
    struct Group: Equatable {
        fileprivate let key: UInt64

        /// The group of a name, be it the beginning of one.
        init(_ kind: CatalogueKind, _ name: CatalogueSearch.Bytes) {
            let colon = kind.isOfService ? name.place(of: UInt8(ascii: ":"), from: 0, to: name.count) : name.count
            self.init(kind, service: colon < name.count ? TextHash(name.part(0..<colon)) : nil)
        }

        /// The group of the names of a service; nil where the kind has none, or it is left open.
        init(_ kind: CatalogueKind, service: TextHash?) {
            // Never 0, by one bit.
            key = ((service?.value ?? 0) ^ UInt64(kind.mark)) &* 0x9E37_79B9_7F4A_7C15 | 1
        }
    }

    /// The line of a name in a group; nil where there is none.
    func line(_ group: Group, _ name: TextHash) -> Range<Int>? {
        number(group, name).map { Int(starts[$0])..<Int(starts[$0 + 1]) }
    }

    /// Whether a group has a line of this name.
    func hasLine(_ group: Group, _ name: TextHash) -> Bool { number(group, name) != nil }

    private func number(_ group: Group, _ name: TextHash) -> Int? {
        guard let lines = lines(group) else { return nil }
        var slot = Self.slot(name, lines)
        while true {
            let word = names[slot]
            if word == 0 { return nil }
            if (word ^ name.value) & ~Self.lineMask == 0 { return Int(word & Self.lineMask) - 1 }
            slot = Self.slot(after: slot, lines)
        }
    }

    /// The start of the first line of a group for which `isBehind` says yes, as it does for all that follow; of what
    /// follows the group, where it says so for none.
    func firstLine(_ group: Group, where isBehind: (Int) -> Bool) -> Int {
        lines(group).map { firstLine($0, where: isBehind) } ?? Int(starts[starts.count - 1])
    }

    /// The same among all lines.
    func firstLine(where isBehind: (Int) -> Bool) -> Int { firstLine(0..<starts.count - 1, where: isBehind) }

    private func firstLine(_ lines: Range<Int>, where isBehind: (Int) -> Bool) -> Int {
        var (low, high) = (lines.lowerBound, lines.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(Int(starts[middle])) { high = middle } else { low = middle + 1 }
        }
        return Int(starts[low])
    }

    /// The lines of a group.
    private func lines(_ group: Group) -> Range<Int>? {
        var slot = Self.slot(group, groups.count)
        while groups[slot] != group.key {
            if groups[slot] == 0 { return nil }
            slot = (slot + 2) & (groups.count - 1)
        }
        let first = Int(groups[slot + 1] >> 32)
        return first..<first + Int(groups[slot + 1] & 0xFFFF_FFFF)
    }

    // MARK: Places in the tables

    /// The place of a group in a table whose size is a power of two.
    private static func slot(_ group: Group, _ count: Int) -> Int {
        2 * Int(truncatingIfNeeded: group.key >> 32) & (count - 1)
    }

    /// The place of a name in the table of a group with some lines.
    private static func slot(_ name: TextHash, _ lines: Range<Int>) -> Int {
        2 * lines.lowerBound + (Int(truncatingIfNeeded: name.value & 0xFFFF_FFFF) * 2 * lines.count) >> 32
    }

    private static func slot(after slot: Int, _ lines: Range<Int>) -> Int {
        slot + 1 == 2 * lines.upperBound ? 2 * lines.lowerBound : slot + 1
    }
}

// MARK: Making

extension CatalogueIndex {
    /// Reads a whole text.
    static func words(_ bytes: CatalogueSearch.Bytes) -> [UInt64] {
        let search = CatalogueSearch(bytes: bytes, index: nil)
        var starts: [UInt64] = []
        var hashes: [TextHash] = []
        starts.reserveCapacity(bytes.count / 64)
        hashes.reserveCapacity(bytes.count / 64)
        var groups: [(group: Group, first: Int)] = []
        var kind: CatalogueKind?
        var start = 0
        while start < bytes.count {
            let end = bytes.lineEnd(start)
            if bytes[start] != kind?.mark { kind = CatalogueKind(mark: bytes[start]) }
            var name = bytes.part(start..<start)
            if let kind {
                name = search.name(in: start..<end)
                let group = Group(kind, name)
                if group != groups.last?.group { groups.append((group, starts.count)) }
            }
            starts.append(UInt64(start))
            hashes.append(TextHash(name))
            start = end
        }
        starts.append(UInt64(bytes.count))
        return words(starts, hashes, groups)
    }

    private static func words(
        _ starts: [UInt64], _ hashes: [TextHash], _ groups: [(group: Group, first: Int)]
    ) -> [UInt64] {
        // At least half of it stays empty.
        let groupSlots = 1 << (Int.bitWidth - groups.count.leadingZeroBitCount + 1)
        let layout = Layout(lineCount: hashes.count, groupSlots: groupSlots)
        var words = [UInt64](repeating: 0, count: layout.starts)
        words[0] = UInt64(hashes.count)
        words[1] = UInt64(groupSlots)
        for (number, (group, first)) in groups.enumerated() {
            let lines = first..<(number + 1 < groups.count ? groups[number + 1].first : hashes.count)
            var place = slot(group, 2 * groupSlots)
            while words[layout.groups + place] != 0 { place = (place + 2) & (2 * groupSlots - 1) }
            words[layout.groups + place] = group.key
            words[layout.groups + place + 1] = UInt64(first) << 32 | UInt64(lines.count)
            for line in lines {
                var place = slot(hashes[line], lines)
                while words[layout.names + place] != 0 { place = slot(after: place, lines) }
                words[layout.names + place] = hashes[line].value & ~lineMask | UInt64(line + 1) & lineMask
            }
        }
        return words + starts
    }
}
