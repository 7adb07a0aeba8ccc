/// A pattern with `*` and `?` as sets of its places, one bit a letter, so that comparing it with a form takes a few
/// steps a symbol.
struct PatternRow: Hashable, Sendable {
    /// The letters, of which no two stars stand side by side. What lies beyond `longest` is taken for anything.
    private let letters: [UInt8]
    /// How many letters stand before the first wildcard.
    let plainCount: Int
    /// Where stars are.
    let stars: UInt128
    /// Where question marks are.
    private let marks: UInt128
    /// The places of each letter that is there, by the letter.
    private let places: [(letter: UInt8, places: UInt128)]

    private static let longest = 126

    /// The row of a pattern.
    init(_ pattern: some StringProtocol) {
        let letters = pattern.withBytes(Self.letters)
        var (stars, marks): (UInt128, UInt128) = (0, 0)
        var places: [(letter: UInt8, places: UInt128)] = []
        places.reserveCapacity(min(letters.count, 26))
        var bit: UInt128 = 1
        for letter in letters {
            switch letter {
            case Self.star: stars |= bit
            case UInt8(ascii: "?"): marks |= bit
            default:
                if let known = places.firstIndex(where: { $0.letter == letter }) {
                    places[known].places |= bit
                } else {
                    places.append((letter, bit))
                }
            }
            bit <<= 1
        }
        self.letters = letters
        plainCount = letters.firstIndex(where: NamePattern.isWildcard) ?? letters.count
        self.stars = stars
        self.marks = marks
        self.places = places
    }

    private static let star = UInt8(ascii: "*")

    /// The letters of a pattern, up to the longest that fits.
    private static func letters(_ pattern: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(min(pattern.count, longest + 1))
        for byte in pattern where byte != star || letters.last != star {
            if letters.count == longest {
                if letters.last != star { letters.append(star) }
                break
            }
            letters.append(byte)
        }
        return letters
    }

    static func == (left: PatternRow, right: PatternRow) -> Bool { left.letters == right.letters }

    func hash(into hasher: inout Hasher) { hasher.combine(letters) }

    /// Its letters before the first wildcard.
    var beginning: FirstLetters { FirstLetters(letters[..<plainCount]) }

    /// Whether it matches every text.
    var isEverything: Bool { letters.count == 1 && stars == 1 }

    /// Whether its letters before the first wildcard are those of another text, as far as both go.
    func beginsLike(_ text: [UInt8]) -> Bool {
        for index in 0..<min(plainCount, text.count) where letters[index] != text[index] { return false }
        return true
    }

    /// Whether nothing but a star follows its first letters, of which there are no more than a number.
    func isOpen(after count: Int) -> Bool {
        plainCount <= count && plainCount + 1 == letters.count && letters[plainCount] == Self.star
    }

    /// The place behind the last letter.
    var end: UInt128 { 1 << UInt128(letters.count) }

    /// Where a letter may stand, question marks included.
    func places(of letter: UInt8) -> UInt128 { (places.first { $0.letter == letter }?.places ?? 0) | marks }

    /// Where any letter but one may stand.
    func places(without letter: UInt8?) -> UInt128 {
        let all = (end - 1) & ~stars
        guard let letter, let excluded = places.first(where: { $0.letter == letter }) else { return all }
        return all & ~excluded.places
    }

    /// The places from which the pattern goes on to `rest` with one letter at one of some places.
    func before(_ rest: UInt128, taking letters: UInt128) -> UInt128 {
        var before = letters & (rest >> 1)
        before |= stars & rest
        return before | (stars & (before >> 1))
    }

    /// The places from which the pattern goes on to `rest` with any number of letters at some places.
    func filled(_ rest: UInt128, over letters: UInt128) -> UInt128 {
        var (filled, open) = (rest, letters | stars)
        for step in [1, 2, 4, 8, 16, 32, 64] as [UInt128] {
            filled |= open & (filled >> step)
            open &= open >> step
        }
        return filled
    }
}
