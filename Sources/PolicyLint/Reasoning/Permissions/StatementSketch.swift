/// A quick look at a statement that tells most pairs of statements apart before either is read in full.
struct StatementSketch: Sendable {
    /// What it does.
    let effect: Effect?
    /// One bit a service whose actions it lists; all where it may speak of any service.
    let services: UInt64
    /// One bit a condition key.
    let keys: UInt64

    /// The sketch of a statement.
    init(_ statement: Statement) {
        effect = statement.effect.value
        var services: UInt64 = 0
        for action in statement.actions { services |= Self.services(of: action.value) }
        self.services = statement.notAction.isAbsent ? services : .max
        keys = statement.conditions.reduce(0) { $0 | Self.bit($1.key.utf8) }
    }

    /// The sketch of what several statements of one effect cover together: all their services, and the
    /// condition keys that none of them can do without.
    init(union sketches: [StatementSketch]) {
        effect = sketches.first?.effect
        services = sketches.reduce(0) { $0 | $1.services }
        keys = sketches.reduce(.max) { $0 & $1.keys }
    }

    /// Whether another statement may speak of every request of which this one speaks.
    func mayBeWithin(_ other: StatementSketch) -> Bool {
        effect != nil && services & ~other.services == 0 && other.keys & ~keys == 0
    }

    /// Whether the two have the same effect.
    func hasSameEffect(as other: StatementSketch) -> Bool { effect == other.effect }

    private static func services(of action: String) -> UInt64 {
        var hash: UInt64 = basis
        for byte in action.utf8 {
            switch byte {
            case UInt8(ascii: ":"): return 1 << (hash % 64)
            case UInt8(ascii: "*"), UInt8(ascii: "?"): return .max
            default: hash = step(hash, byte)
            }
        }
        return .max
    }

    private static func bit(_ text: String.UTF8View) -> UInt64 { 1 << (text.reduce(basis, step) % 64) }

    // FNV-1a over the letters in lower case.
    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte.asciiLowercased)) &* 0x100_0000_01B3
    }
}
