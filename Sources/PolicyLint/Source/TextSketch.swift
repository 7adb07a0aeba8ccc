/// What one walk over a string's letters tells, kept for the many rules that want a quick look before a careful one.
struct TextSketch: Sendable {
    /// What stands somewhere in a text.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8

        /// A `*` or `?`.
        static let wildcard = Traits(rawValue: 1)
        /// One of them before the first colon, or in a text without colon.
        static let wildcardInPrefix = Traits(rawValue: 2)
        /// A `${`.
        static let variable = Traits(rawValue: 4)
        /// Something that no action has, or not what every action has: it is neither `*`, nor letters, digits, `-`,
        /// `_` and wildcards on both sides of one colon.
        static let noAction = Traits(rawValue: 8)
        /// A `{{`, by which template engines begin what they fill.
        static let template = Traits(rawValue: 16)
    }

    /// The hash of the letters. Another text with the same is told apart by comparing the two.
    let hash: TextHash
    /// The hash of those before the first colon; nil where there is none.
    let prefixHash: TextHash?
    /// What stands in the text.
    let traits: Traits

    /// The sketch of a text.
    init(_ text: String) {
        self = text.withBytes { TextSketch($0, TextHash($0)) }
    }

    /// The sketch of some letters whose hash is known.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: TextHash) {
        var prefixHash: TextHash?
        var (colons, wildcards, odd) = (0, 0, 0)
        var traits: Traits = []
        bytes.forEachPlaceOfOthers { place in
            switch bytes[place] {
            case UInt8(ascii: "-"), UInt8(ascii: "_"): break
            case UInt8(ascii: "*"), UInt8(ascii: "?"): wildcards &+= 1
            case UInt8(ascii: ":"):
                if colons == 0 {
                    prefixHash = TextHash(UnsafeBufferPointer(rebasing: bytes[..<place]))
                    if wildcards > 0 { traits.insert(.wildcardInPrefix) }
                }
                colons &+= 1
            default:
                odd &+= 1
                if bytes[place] == UInt8(ascii: "{"), place > 0 {
                    if bytes[place - 1] == UInt8(ascii: "$") { traits.insert(.variable) }
                    if bytes[place - 1] == UInt8(ascii: "{") { traits.insert(.template) }
                }
            }
        }
        if wildcards > 0 { traits.insert(colons == 0 ? [.wildcard, .wildcardInPrefix] : .wildcard) }
        let hasParts = colons == 1 && bytes.first != UInt8(ascii: ":") && bytes.last != UInt8(ascii: ":")
        if odd > 0 || !(hasParts || Self.isStars(bytes)) { traits.insert(.noAction) }
        self.hash = hash
        self.prefixHash = prefixHash
        self.traits = traits
    }

    private static func isStars(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.first == UInt8(ascii: "*") && bytes.allSatisfy { $0 == UInt8(ascii: "*") }
    }

    /// Whether a pattern of actions, of which this is the sketch, may match all that another one matches.
    func mayCover(action other: TextSketch) -> Bool {
        if !traits.contains(.wildcard) { return hash == other.hash }
        return traits.contains(.wildcardInPrefix) || prefixHash == other.prefixHash
    }
}
