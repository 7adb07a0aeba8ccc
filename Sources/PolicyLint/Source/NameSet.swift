/// Some names, compared without case, and found by the hashes that others keep of theirs.
struct NameSet: ExpressibleByArrayLiteral, Sendable {
    private let names: [String]
    private let hashes: [TextHash]
    /// Which names there are, for a quick look.
    let bits: NameBits

    /// The set of some names.
    init(_ names: [String]) {
        self.names = names
        hashes = names.map { TextHash($0) }
        bits = hashes.reduce(into: []) { $0.formUnion(NameBits($1)) }
    }

    init(arrayLiteral names: String...) { self.init(names) }

    /// The position of a name with this hash; nil where it is not among them.
    func position(of name: String, _ hash: TextHash) -> Int? {
        // A quick look, which most names do not pass.
        guard bits.contains(NameBits(hash)) else { return nil }
        for index in hashes.indices where hashes[index] == hash && names[index].equalsIgnoringCase(name) {
            return index
        }
        return nil
    }

    /// Whether a name with this hash is among them.
    func contains(_ name: String, _ hash: TextHash) -> Bool { position(of: name, hash) != nil }

    /// Whether a name is among them.
    func contains(_ name: String) -> Bool { contains(name, TextHash(name)) }
}

/// Which names there may be among some: one bit a name, which it shares with others.
struct NameBits: OptionSet, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The bit of a name.
    init(_ hash: TextHash) { rawValue = 1 << (hash.value >> 58) }

    /// Those of any name.
    static let all = NameBits(rawValue: .max)
}
