/// A hash of a name, the same whatever the case of its ASCII letters (FNV-1a). Unlike Swift's own it is made letter
/// by letter, on the way through a text.
struct TextHash: Hashable, Sendable {
    /// The hash of the letters so far.
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash of nothing.
    init() {}

    /// The hash of some letters.
    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
    }

    /// Adds a letter.
    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte.asciiLowercased)) &* 0x100_0000_01B3 }
}
