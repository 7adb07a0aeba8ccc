/// What an index of a catalogue is made of: what a walk over the whole text finds.
struct CatalogueOutline {
    /// Where the lines start, and the hashes of their names; of no letters for a line of no kind.
    private var lines: [(start: UInt32, name: TextHash)] = []
    private var groups: [(group: CatalogueIndex.Group, first: Int)] = []
    private let end: Int

    /// Reads a whole text.
    init(_ bytes: CatalogueSearch.Bytes) {
        end = bytes.count
        lines.reserveCapacity(end / 64)
        // What all lines of the last group begin with, where it stands first: `a`, a tab, `s3:`. Empty outside of groups.
        var beginning = 0..<0
        var start = 0
        while start < end {
            let nameStart = start + CatalogueSearch.nameOffset
            var known = nameStart
            var kind: CatalogueKind?
            // Most lines are of the group of the line above.
            if !beginning.isEmpty, bytes.repeats(beginning, at: start) {
                known = start + beginning.count
            } else {
                kind = CatalogueKind(mark: bytes[start])
                if kind == nil {
                    beginning = start..<start
                    lines.append((UInt32(truncatingIfNeeded: start), TextHash(bytes.part(beginning))))
                    start = bytes.lineEnd(start)
                    continue
                }
            }
            let nameEnd = bytes.firstPlace(of: UInt8(ascii: "\t"), through: UInt8(ascii: "\n"), in: known..<end) ?? end
            let name = bytes.part(nameStart..<nameEnd)
            if let kind { beginning = start..<nameStart + open(kind, name) }
            lines.append((UInt32(truncatingIfNeeded: start), TextHash(name)))
            start = bytes.lineEnd(nameEnd)
        }
    }

    /// Begins a group with a name, unless it is of the last one in spite of other letters. Gives the number of letters that
    /// all names of the group begin with.
    private mutating func open(_ kind: CatalogueKind, _ name: CatalogueSearch.Bytes) -> Int {
        let group = CatalogueIndex.Group(kind, name)
        if group != groups.last?.group { groups.append((group, lines.count)) }
        return kind.isOfService ? name.place(of: UInt8(ascii: ":"), from: 0, to: name.count) + 1 : 0
    }
}

// MARK: Writing

extension CatalogueOutline {
    /// At least half of the table of groups stays empty.
    private var groupSlots: Int { 1 << (Int.bitWidth - groups.count.leadingZeroBitCount + 1) }

    private var layout: CatalogueIndex.Layout {
        CatalogueIndex.Layout(lineCount: lines.count, groupSlots: groupSlots)
    }

    /// How many words an index has.
    var wordCount: Int { layout.end }

    /// Writes the words of an index into room for them, which is zeros.
    func write(to words: UnsafeMutableBufferPointer<UInt64>) {
        let layout = layout
        words[0] = UInt64(lines.count)
        words[1] = UInt64(groupSlots)
        for (number, (group, first)) in groups.enumerated() {
            let range = first..<(number + 1 < groups.count ? groups[number + 1].first : lines.count)
            var place = CatalogueIndex.slot(group, 2 * groupSlots)
            while words[layout.groups + place] != 0 { place = (place + 2) & (2 * groupSlots - 1) }
            words[layout.groups + place] = group.key
            words[layout.groups + place + 1] = UInt64(first) << 32 | UInt64(range.count)
            for line in range {
                var place = CatalogueIndex.slot(lines[line].name, range)
                while words[layout.names + place] != 0 { place = CatalogueIndex.slot(after: place, range) }
                words[layout.names + place] = CatalogueIndex.word(lines[line].name, line)
            }
        }
        func write(_ start: Int, of line: Int) {
            words[layout.starts + line / 2] |= UInt64(start) << CatalogueIndex.startShift(line)
        }
        for line in lines.indices { write(Int(lines[line].start), of: line) }
        write(end, of: lines.count)
    }

    /// The words of an index.
    var words: [UInt64] {
        var words = [UInt64](repeating: 0, count: wordCount)
        words.withUnsafeMutableBufferPointer { write(to: $0) }
        return words
    }
}
