/// A set of the actions that rules about grants go by: one bit an action.
struct WatchedActions: Hashable, Sendable {
    private var bits = SIMD4<UInt64>.zero

    /// No action.
    init() {}

    /// Those of some actions, named in full, that are watched.
    init(_ names: [String]) {
        for name in names { if let number = Watch.all.numbers[name] { insert(number) } }
    }

    /// An action, if it is watched.
    init(_ action: ActionName) {
        let watch = Watch.all
        let number = watch.mayName(action.sketch.hash) ? watch.byName[action.sketch.hash] : nil
        if let number, watch.names[number] == action.text { insert(number) }
    }

    /// All of them.
    static let everything = WatchedActions(Watch.all.names)

    /// Whether there is none.
    var isEmpty: Bool { bits == .zero }

    /// Whether an action, named in full, is watched and in the set.
    func contains(_ name: String) -> Bool {
        let action = WatchedActions([name])
        return !action.isEmpty && isSuperset(of: action)
    }

    /// Whether all actions of another set are in this one.
    func isSuperset(of other: WatchedActions) -> Bool { other.bits & ~bits == .zero }

    /// Whether none of the actions of another set is in this one.
    func isDisjoint(with other: WatchedActions) -> Bool { bits & other.bits == .zero }

    /// Adds the actions of another set.
    mutating func formUnion(_ other: WatchedActions) { bits |= other.bits }

    /// Adds the actions that match a pattern of a list.
    mutating func insert(matching list: StringList) {
        let watch = Watch.all
        for index in list.sketches.indices {
            let sketch = list.sketches[index]
            if !sketch.traits.contains(.wildcard) {
                // A quick look that spares nearly all other actions.
                guard watch.mayName(sketch.hash), let number = watch.byName[sketch.hash],
                    watch.names[number].equalsIgnoringCase(list.items[index].value)
                else { continue }
                insert(number)
            } else if sketch.traits.contains(.wildcardInPrefix) {
                insert(watch.names.indices, matching: list.items[index].value, watch)
                // A quick look, too.
            } else if let service = sketch.prefixHash, watch.mayServe(service), let numbers = watch.byService[service] {
                insert(numbers, matching: list.items[index].value, watch)
            }
        }
    }

    private mutating func insert(_ candidates: some Sequence<Int>, matching pattern: String, _ watch: Watch) {
        pattern.withBytes { pattern in
            for number in candidates
            where watch.names[number].withBytes({ NamePattern.matches($0, pattern) }) { insert(number) }
        }
    }

    private mutating func insert(_ number: Int) { bits[number / 64] |= 1 << UInt64(number % 64) }
}

/// The watched actions, and how one of them is found.
private final class Watch: Sendable {
    static let all = Watch()

    /// The actions, in the order of their numbers.
    let names: [String]
    /// Their numbers.
    let numbers: [String: Int]
    /// The same, by the hashes of their names.
    let byName: [TextHash: Int]
    /// The same, by the hashes of their services' prefixes.
    let byService: [TextHash?: [Int]]
    private let nameBits: [UInt64]
    private let serviceBits: [UInt64]

    private init() {
        let names = Set(
            EscalationPath.all.flatMap(\.actions) + ExposingAction.all.map(\.name) + BroadRoleGrant.actions
        ).sorted()
        precondition(names.count <= SIMD4<UInt64>.scalarCount * UInt64.bitWidth, "more are watched than a set has bits")
        let sketches = names.map { TextSketch($0) }
        self.names = names
        numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        byName = Dictionary(uniqueKeysWithValues: sketches.enumerated().map { ($1.hash, $0) })
        byService = Dictionary(grouping: names.indices, by: { sketches[$0].prefixHash })
        nameBits = Self.bits(of: byName.keys)
        serviceBits = Self.bits(of: byService.keys.compactMap(\.self))
    }

    /// A quick look: whether an action of this hash may be watched.
    func mayName(_ hash: TextHash) -> Bool { Self.may(nameBits, hash) }

    /// A quick look: whether actions of a service of this hash may be watched.
    func mayServe(_ hash: TextHash) -> Bool { Self.may(serviceBits, hash) }

    /// One bit for each of the lower twelve bits of a hash.
    private static func bits(of hashes: some Sequence<TextHash>) -> [UInt64] {
        hashes.reduce(into: [UInt64](repeating: 0, count: 64)) { bits, hash in
            bits[Int(hash.value >> 6 & 63)] |= 1 << (hash.value & 63)
        }
    }

    private static func may(_ bits: [UInt64], _ hash: TextHash) -> Bool {
        bits[Int(hash.value >> 6 & 63)] >> (hash.value & 63) & 1 == 1
    }
}
