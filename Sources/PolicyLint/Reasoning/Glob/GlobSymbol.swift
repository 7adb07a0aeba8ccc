/// One symbol of a pattern: a letter, a wildcard, or a letter of a policy variable's name.
///
/// A variable stands for a text that is not known. Its name is written in letters of an alphabet of its
/// own, which marks the first and the last of them: so it is equal to the same variable and to nothing
/// else, `*` takes it, and `?` does not.
struct GlobSymbol: Hashable, Sendable {
    private let code: UInt32

    private init(code: UInt32) { self.code = code }

    /// A letter.
    init(_ scalar: Unicode.Scalar) { code = scalar.value }

    /// `*`: any text.
    static let any = GlobSymbol(code: 0x11_0000)
    /// `*` in one of the first five fields of an ARN: any text without a colon.
    static let anyInField = GlobSymbol(code: 0x11_0001)
    /// `?`: one letter.
    static let one = GlobSymbol(code: 0x11_0002)
    /// `?` in one of the first five fields of an ARN: one letter that is no colon.
    static let oneInField = GlobSymbol(code: 0x11_0003)
    /// A colon.
    static let colon = GlobSymbol(":")

    private static let inVariable: UInt32 = 0x0100_0000
    private static let beginsVariable: UInt32 = 0x0200_0000
    private static let endsVariable: UInt32 = 0x0400_0000
    private static let scalarMask: UInt32 = 0x00FF_FFFF

    /// The symbols of a variable; its name is not empty.
    static func variable(_ name: String) -> [GlobSymbol] {
        var codes = name.unicodeScalars.map { $0.value | inVariable }
        codes[0] |= beginsVariable
        codes[codes.count - 1] |= endsVariable
        return codes.map(GlobSymbol.init(code:))
    }

    /// Whether it is a letter, of a text or of a variable's name.
    var isLetter: Bool { !isWildcard }

    /// Whether it is `*` or `?`.
    var isWildcard: Bool { code & 0xFFFF_FFFC == 0x11_0000 }

    /// Whether it is `*`.
    var isRun: Bool { code & 0xFFFF_FFFE == 0x11_0000 }

    /// Whether it is `?`.
    var isOne: Bool { code & 0xFFFF_FFFE == 0x11_0002 }

    /// Whether it stands for letters other than colons.
    var isLimitedToField: Bool { self == .anyInField || self == .oneInField }

    /// Whether it belongs to a variable's name.
    var isOfVariable: Bool { code & Self.inVariable != 0 }

    /// Whether it is the first letter of a variable's name.
    var isFirstOfVariable: Bool { code & Self.beginsVariable != 0 }

    /// Whether it is the last letter of a variable's name.
    var isLastOfVariable: Bool { code & Self.endsVariable != 0 }

    /// The letter; nil for a wildcard.
    var scalar: Unicode.Scalar? { isWildcard ? nil : Unicode.Scalar(code & Self.scalarMask) }

    /// Whether the symbol, as part of a pattern, matches all that another matches in its place: a letter
    /// as itself, `?` one letter, `*` any number of times.
    func takes(_ other: GlobSymbol) -> Bool {
        if isLetter { return self == other }
        switch self {
        case .any: return true
        case .anyInField: return other != .colon && other != .any && other != .one
        case .one: return !other.isOfVariable && !other.isRun
        default: return !other.isOfVariable && !other.isRun && other != .colon && other != .one
        }
    }

    /// Whether some letter of a text can stand in the place of both.
    func meets(_ other: GlobSymbol) -> Bool {
        if isLetter { return other.takes(self) }
        return other.isWildcard || takes(other)
    }
}
