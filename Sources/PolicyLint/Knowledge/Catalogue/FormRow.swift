/// Fields of the form of an ARN, made ready to be compared with patterns: letters, and placeholders.
struct FormRow: Sendable {
    /// The letters before the first placeholder.
    let beginning: [UInt8]
    /// What follows them.
    private let symbols: [Symbol]

    /// A letter or a placeholder, or what stands for one.
    private enum Symbol {
        case letter(UInt8)
        /// One letter or more, but not one that the placeholder's values do not hold.
        case name(without: UInt8?)
        /// Any number of letters.
        case anything
    }

    /// - Parameter excluded: The letter that the values of a placeholder do not hold, by the placeholder's name.
    init(_ bytes: UnsafeBufferPointer<UInt8>, excluding excluded: (Slice<UnsafeBufferPointer<UInt8>>) -> UInt8?) {
        var index = bytes.firstIndex { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "*") } ?? bytes.count
        beginning = Array(bytes[..<index])
        var symbols: [Symbol] = []
        symbols.reserveCapacity(bytes.count - index)
        while index < bytes.count {
            let byte = bytes[index]
            if bytes.part(index..<bytes.count).isPlaceholder,
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
            {
                symbols.append(.name(without: excluded(bytes[(index + 2)..<end])))
                index = end + 1
            } else {
                symbols.append(byte == UInt8(ascii: "*") ? .anything : .letter(byte))
                index += 1
            }
        }
        self.symbols = symbols
    }

    /// Whether some text has the form and matches a pattern.
    func meets(_ pattern: PatternRow) -> Bool {
        if pattern.isEverything { return true }
        // A quick look, which most pairs fail: the letters before the first placeholder or wildcard are not the same.
        guard pattern.beginsLike(beginning) else { return false }
        // A quick look, which most others pass: nothing but a star follows.
        if pattern.isOpen(after: beginning.count) { return true }
        let passed = min(pattern.plainCount, beginning.count)
        return pattern.letters.withUnsafeBufferPointer { letters in
            let letters = letters.part(passed..<letters.count)
            // A quick look, which most of the rest pass: one placeholder follows, and stands for all that is left.
            if symbols.count == 1, passed == beginning.count, case .name(let excluded) = symbols[0] {
                return !letters.isEmpty && !letters.contains { $0 == excluded }
            }
            return letters.count < UInt64.bitWidth
                ? goes(with: PatternWalk<UInt64>(letters), behind: passed)
                : goes(with: PatternWalk<UInt128>(letters), behind: passed)
        }
    }

    /// Whether a walk comes to the start of its pattern, where that follows the first letters, which are the same.
    private func goes<Places>(with walk: PatternWalk<Places>, behind passed: Int) -> Bool {
        var walk = walk
        for symbol in symbols.reversed() {
            switch symbol {
            case .letter(let letter): walk.pass(letter)
            case .name(let excluded): walk.passName(without: excluded)
            case .anything: walk.passAnything()
            }
            if walk.isStuck { return false }
        }
        for letter in beginning[passed...].reversed() { walk.pass(letter) }
        return walk.isThrough
    }
}
