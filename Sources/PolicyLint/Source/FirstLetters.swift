/// The first letters of a pattern, up to eight and whatever their case, as one number: a quick look at two patterns.
struct FirstLetters: Sendable {
    /// The letters, the first of them the highest byte.
    let letters: UInt64
    /// The bytes of those before the first that stands for more than itself.
    let mask: UInt64

    /// Those of a pattern that may be anything.
    static let anything = FirstLetters(UInt64(UInt8(ascii: "*")), plainCount: 0)

    /// The first of some letters, each of which stands for itself.
    init(_ text: UnsafeBufferPointer<UInt8>) { self.init(text.firstWord, plainCount: min(text.count, 8)) }

    /// The first letters of a pattern. A `*` or `?` stands for more than itself, and a `$` may.
    init(ofPattern text: UnsafeBufferPointer<UInt8>) {
        let word = text.firstWord
        let special =
            word.marks(of: UInt8(ascii: "*")) | word.marks(of: UInt8(ascii: "?")) | word.marks(of: UInt8(ascii: "$"))
        self.init(word, plainCount: min(text.count, special.trailingZeroBitCount / 8))
    }

    private init(_ word: UInt64, plainCount: Int) {
        // One bit makes letters lower case.
        letters = (word | 0x2020_2020_2020_2020).byteSwapped
        mask = ~(UInt64.max >> UInt64(8 * plainCount))
    }

    /// Whether all eight letters stand for themselves.
    var isPlain: Bool { mask == .max }

    /// Whether the pattern may cover another one.
    func mayCover(_ other: FirstLetters) -> Bool { (letters ^ other.letters) & mask == 0 }

    /// Whether the two may have a text in common.
    func mayMeet(_ other: FirstLetters) -> Bool { (letters ^ other.letters) & mask & other.mask == 0 }
}
