/// A hash of a name, the same whatever the case of its ASCII letters. Unlike Swift's own it is the same in every run,
/// can be kept beside the name, and costs little more than a look at it: eight bytes are taken at a time.
struct TextHash: Hashable, Sendable {
    /// The hash.
    let value: UInt64

    /// The hash of some letters. Other letters with the same hash are not to be expected.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var hash = UInt64(truncatingIfNeeded: bytes.count)
        func mix(_ word: UInt64) {
            // One bit makes letters lower case.
            hash = (hash ^ (word | 0x2020_2020_2020_2020)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        let text = UnsafeRawBufferPointer(bytes)
        func half(_ offset: Int) -> UInt64 { UInt64(text.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
        if bytes.count < 4 {
            for byte in bytes { mix(UInt64(byte)) }
        } else if bytes.count < 8 {
            // The first four and the last four.
            mix(half(0) | half(bytes.count - 4) << 32)
        } else {
            for offset in stride(from: 0, to: bytes.count - 8, by: 8) {
                mix(text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            }
            // The last eight may overlap with those before.
            mix(text.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
        }
        value = hash &* 0x9E37_79B9_7F4A_7C15
    }

    /// The hash of a text.
    init(_ text: String) { self = text.withBytes { TextHash($0) } }
}
