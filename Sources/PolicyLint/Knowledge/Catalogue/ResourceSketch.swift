/// What tells most resource types and ARNs apart without a look at either: numbers alone.
struct ResourceSketch: Sendable {
    /// The service in the ARN; nil where that may be one of several.
    let service: TextHash?
    /// How its last field begins.
    let beginning: FirstLetters

    /// Whether the two may have an ARN in common.
    func mayMeet(_ other: ResourceSketch) -> Bool {
        if let service, let others = other.service, service != others { return false }
        return beginning.mayMeet(other.beginning)
    }
}

/// The first letters of a pattern, up to eight and to the first wildcard or placeholder, as one number.
struct FirstLetters: Sendable {
    private let letters: UInt64
    private let mask: UInt64

    /// Those of a pattern that may begin with anything.
    static let anything = FirstLetters([])

    /// The first of some letters that stand for themselves.
    init(_ plain: some Sequence<UInt8>) {
        var (letters, mask): (UInt64, UInt64) = (0, 0)
        for (place, letter) in plain.prefix(8).enumerated() {
            letters |= UInt64(letter) << UInt64(8 * place)
            mask |= 0xFF << UInt64(8 * place)
        }
        self.letters = letters
        self.mask = mask
    }

    /// Whether the two may have a text in common.
    func mayMeet(_ other: FirstLetters) -> Bool { (letters ^ other.letters) & mask & other.mask == 0 }
}
