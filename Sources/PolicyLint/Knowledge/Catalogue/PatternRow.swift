/// A pattern with `*` and `?`, made ready to be compared with the forms of ARNs.
struct PatternRow: Sendable {
    /// The letters, of which no two stars stand side by side. What lies beyond `longest` is taken for anything.
    let letters: [UInt8]
    /// How many letters stand before the first wildcard.
    let plainCount: Int

    private static let longest = 126

    /// The row of a pattern.
    init(_ pattern: UnsafeBufferPointer<UInt8>) {
        letters = Self.letters(pattern)
        plainCount = letters.firstIndex(where: NamePattern.isWildcard) ?? letters.count
    }

    /// The letters of a pattern, up to the longest that fits.
    private static func letters(_ pattern: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        // A quick look: most patterns are short, and have a star at their end at most.
        if pattern.count <= longest, pattern.place(of: .star, from: 0, to: pattern.count) + 1 >= pattern.count {
            return Array(pattern)
        }
        var letters: [UInt8] = []
        letters.reserveCapacity(min(pattern.count, longest + 1))
        for byte in pattern where byte != .star || letters.last != .star {
            if letters.count == longest {
                if letters.last != .star { letters.append(.star) }
                break
            }
            letters.append(byte)
        }
        return letters
    }

    /// Its letters before the first wildcard.
    var beginning: FirstLetters { letters[..<plainCount].withUnsafeBufferPointer { FirstLetters($0) } }

    /// Whether it matches every text.
    var isEverything: Bool { plainCount == 0 && isOpen(after: 0) }

    /// Whether its letters before the first wildcard are those of another text, as far as both go.
    func beginsLike(_ text: [UInt8]) -> Bool {
        for index in 0..<min(plainCount, text.count) where letters[index] != text[index] { return false }
        return true
    }

    /// Whether nothing but a star follows its first letters, of which there are no more than a number.
    func isOpen(after count: Int) -> Bool {
        plainCount <= count && plainCount + 1 == letters.count && letters[plainCount] == .star
    }
}

/// A walk from the end of a pattern to its start, along what a form has there. It knows the places in the pattern from
/// which the rest of the pattern goes with the rest of the form, one bit a place, so that a step takes all of them on.
struct PatternWalk<Places: FixedWidthInteger & UnsignedInteger> {
    private let letters: UnsafeBufferPointer<UInt8>
    private let stars: Places
    private var places: Places

    /// Starts behind the last of some letters, of which there are fewer than `Places` has bits.
    init(_ letters: UnsafeBufferPointer<UInt8>) {
        self.letters = letters
        stars = Self.places(of: .star, in: letters)
        // Behind the end, nothing or a star is left to match.
        let end: Places = 1 &<< Places(truncatingIfNeeded: letters.count)
        places = end | (stars & (end &>> 1))
    }

    private static func places(of letter: UInt8, in letters: UnsafeBufferPointer<UInt8>) -> Places {
        var places: Places = 0
        letters.forEachPlace(of: letter, through: letter, in: letters.indices) {
            places |= 1 &<< Places(truncatingIfNeeded: $0)
        }
        return places
    }

    /// Whether no place is left.
    var isStuck: Bool { places == 0 }

    /// Whether the whole pattern goes with what was passed.
    var isThrough: Bool { places & 1 == 1 }

    /// Passes a letter.
    mutating func pass(_ letter: UInt8) {
        var taking: Places = 0
        var candidates = (places &>> 1) & ~stars
        while candidates != 0 {
            let own = letters[candidates.trailingZeroBitCount]
            if own == letter || own == UInt8(ascii: "?") { taking |= candidates & (0 &- candidates) }
            candidates &= candidates &- 1
        }
        passOne(taking)
    }

    /// Passes one letter or more, but not `excluded`, which is an ASCII one.
    mutating func passName(without excluded: UInt8?) {
        guard let excluded else {
            passAnything()
            return passOne((places &>> 1) & ~stars)
        }
        let others = ~Self.places(of: excluded, in: letters)
        var (open, step) = (others, 1 as Places)
        while step < Places.bitWidth {
            places |= open & (places &>> step)
            open &= open &>> step
            step &<<= 1
        }
        passOne((places &>> 1) & others & ~stars)
    }

    /// Passes any number of letters.
    mutating func passAnything() { places = Places.max >> places.leadingZeroBitCount }

    /// Passes one letter, which stars take, and some of the places before those that are left.
    private mutating func passOne(_ taking: Places) {
        let taking = taking | (stars & places)
        places = taking | (stars & (taking &>> 1))
    }
}

extension UInt8 {
    fileprivate static let star = UInt8(ascii: "*")
}
