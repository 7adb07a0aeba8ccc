/// FNV-1a, 64 bits wide: a name for a text that stays the same on every machine and in every version. No secret is safe
/// in it.
///
/// Source: <https://www.rfc-editor.org/rfc/rfc9923>.
struct FNVHash: Hashable, Sendable {
    /// The hash of what was added.
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds bytes.
    @inline(__always)
    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    /// The value in sixteen hexadecimal digits.
    var digits: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
