/// The first letters of a pattern, up to eight and whatever their case, as one number: a quick look at two patterns.
struct FirstLetters: Sendable {
    /// The letters, the first of them the highest byte.
    let letters: UInt64
    /// The bytes of those before the first that stands for more than itself.
    let mask: UInt64

    /// Those of a pattern that may be anything.
    static let anything = FirstLetters(CollectionOfOne(UInt8(ascii: "*"))) { _ in false }

    /// The first of some letters.
    ///
    /// - Parameter isPlain: Whether a letter stands for itself alone; all do, where it is left out.
    init(_ text: some Sequence<UInt8>, isPlain: (UInt8) -> Bool = { _ in true }) {
        var (letters, mask): (UInt64, UInt64) = (0, 0)
        var isLiteral = true
        for (place, byte) in text.prefix(8).enumerated() {
            let shift = UInt64(56 - 8 * place)
            // One bit makes letters lower case.
            letters |= UInt64(byte | 0x20) << shift
            isLiteral = isLiteral && isPlain(byte)
            if isLiteral { mask |= 0xFF << shift }
        }
        self.letters = letters
        self.mask = mask
    }

    /// Whether the pattern may cover another one.
    func mayCover(_ other: FirstLetters) -> Bool { (letters ^ other.letters) & mask == 0 }

    /// Whether the two may have a text in common.
    func mayMeet(_ other: FirstLetters) -> Bool { (letters ^ other.letters) & mask & other.mask == 0 }
}
