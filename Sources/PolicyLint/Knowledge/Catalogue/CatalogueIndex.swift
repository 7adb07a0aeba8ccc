/// Where the lines of a catalogue start, and where they are found by the hashes of their names. A look into the words of
/// it, which `CatalogueOutline` makes of a text.
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
    /// The starts of all lines, in their order, and the end of the text; two in a word.
    private let starts: UnsafeBufferPointer<UInt64>
    private let lineCount: Int

    private static let lineBits: UInt64 = 24
    private static let lineMask: UInt64 = 1 << lineBits - 1

    /// The index in its words.
    init(_ words: UnsafeBufferPointer<UInt64>) {
        lineCount = Int(words[0])
        let layout = Layout(lineCount: lineCount, groupSlots: Int(words[1]))
        groups = UnsafeBufferPointer(rebasing: words[layout.groups..<layout.names])
        names = UnsafeBufferPointer(rebasing: words[layout.names..<layout.starts])
        starts = UnsafeBufferPointer(rebasing: words[layout.starts..<layout.end])
    }

    /// Where the parts of an index begin among its words. Before them stand the two numbers that it is made of.
    struct Layout {
        let groups = 2
        let names: Int
        let starts: Int
        let end: Int

        init(lineCount: Int, groupSlots: Int) {
            names = groups + 2 * groupSlots
            starts = names + 2 * lineCount
            end = starts + lineCount / 2 + 1
        }
    }

    // MARK: Looking up

    /// The names of one kind and, where its names begin with a service, of one service.
    struct Group: Equatable {
        let key: UInt64

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
        number(group, name).map { start($0)..<start($0 + 1) }
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
        lines(group).map { firstLine($0, where: isBehind) } ?? start(lineCount)
    }

    /// The same among all lines.
    func firstLine(where isBehind: (Int) -> Bool) -> Int { firstLine(0..<lineCount, where: isBehind) }

    private func firstLine(_ lines: Range<Int>, where isBehind: (Int) -> Bool) -> Int {
        start(lines.partitioningIndex { isBehind(start($0)) })
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

    /// The start of a line; behind the last one, the end of the text.
    private func start(_ line: Int) -> Int {
        Int(UInt32(truncatingIfNeeded: starts[line / 2] >> Self.startShift(line)))
    }

    // MARK: Places in the tables

    /// How far to the left the start of a line stands in its word.
    static func startShift(_ line: Int) -> UInt64 { line & 1 == 0 ? 0 : 32 }

    /// The place of a group in a table whose size is a power of two.
    static func slot(_ group: Group, _ count: Int) -> Int {
        2 * Int(truncatingIfNeeded: group.key >> 32) & (count - 1)
    }

    /// The place of a name in the table of a group with some lines.
    static func slot(_ name: TextHash, _ lines: Range<Int>) -> Int {
        2 * lines.lowerBound + (Int(truncatingIfNeeded: name.value & 0xFFFF_FFFF) * 2 * lines.count) >> 32
    }

    /// The place behind another in that table, and behind the last one the first.
    static func slot(after slot: Int, _ lines: Range<Int>) -> Int {
        slot + 1 == 2 * lines.upperBound ? 2 * lines.lowerBound : slot + 1
    }

    /// What stands in that table for the name of a line.
    static func word(_ name: TextHash, _ line: Int) -> UInt64 { name.value & ~lineMask | UInt64(line + 1) & lineMask }
}
