/// A set of the actions that rules about grants go by: one bit an action.
struct WatchedActions: Hashable, Sendable {
    private var bits = SIMD4<UInt64>.zero

    /// No action.
    init() {}

    /// Those of some actions, named in full, that are watched.
    init(_ names: [String]) {
        for name in names { formUnion(WatchedActions(name, TextHash(name))) }
    }

    /// An action, if it is watched.
    init(_ action: ActionName) { self.init(action.text, action.sketch.hash) }

    private init(_ name: String, _ hash: TextHash) {
        if let number = Watch.all.numbers.value(hash, where: { $0 == name }) { insert(number) }
    }

    /// Those that match a pattern of a list.
    init(matching list: StringList) {
        let watch = Watch.all
        for index in list.sketches.indices {
            let sketch = list.sketches[index]
            if !sketch.traits.contains(.wildcard) {
                // A quick look that spares nearly all other actions.
                guard watch.mayName(sketch.hash) else { continue }
                let number = watch.numbers.value(sketch.hash) { $0.equalsIgnoringCase(list.items[index].value) }
                if let number { insert(number) }
            } else if sketch.traits.contains(.wildcardInPrefix) {
                for action in watch.actions { insert(action, matching: list.items[index].value) }
            } else if let actions = sketch.prefixHash.flatMap(watch.actions(of:)) {
                insert(actions, matching: list.items[index].value)
            }
        }
    }

    /// All of them.
    static let everything = WatchedActions(Watch.all.actions.map(\.name))

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

    /// Adds those of a service's actions that match a pattern with the service's prefix.
    private mutating func insert(_ actions: [Watch.Action], matching pattern: String) {
        let beginning = pattern.withBytes { FirstLetters(ofPattern: $0.behindFirstColon) }
        for index in actions.indices {
            // A quick look, before letters are compared one by one.
            guard beginning.mayCover(actions[index].beginning) else { continue }
            insert(actions[index], matching: pattern)
        }
    }

    private mutating func insert(_ action: Watch.Action, matching pattern: String) {
        let isMatch = pattern.withBytes { pattern in action.name.withBytes { NamePattern.matches($0, pattern) } }
        if isMatch { insert(action.number) }
    }

    private mutating func insert(_ number: Int) { bits[number / 64] |= 1 << UInt64(number % 64) }
}

/// The watched actions, and how one of them is found.
private final class Watch: Sendable {
    static let all = Watch()

    /// A watched action.
    struct Action: Sendable {
        let name: String
        let number: Int
        /// How it begins behind its service's prefix.
        let beginning: FirstLetters
    }

    /// The actions, in the order of their numbers.
    let actions: [Action]
    /// Their numbers, by their names.
    let numbers: TextTable<Int>
    /// The actions of each service, by its prefix.
    private let services: TextTable<[Action]>
    /// One bit for each value of the lower twelve bits of a name's hash.
    private let bits: [UInt64]

    private init() {
        var actions: [Action] = []
        var numbers = TextTable<Int>()
        var services: [String: [Action]] = [:]
        func watch(_ name: String) {
            let hash = TextHash(name)
            if numbers.value(hash, where: { $0 == name }) != nil { return }
            let beginning = name.withBytes { FirstLetters($0.behindFirstColon) }
            let action = Action(name: name, number: actions.count, beginning: beginning)
            numbers.add(name, hash, action.number)
            services[String(Substring(name.utf8.prefix { $0 != UInt8(ascii: ":") })), default: []].append(action)
            actions.append(action)
        }
        for path in EscalationPath.all { path.actions.forEach(watch) }
        for action in ExposingAction.all { watch(action.name) }
        BroadRoleGrant.actions.forEach(watch)
        precondition(
            actions.count <= SIMD4<UInt64>.scalarCount * UInt64.bitWidth, "more are watched than a set has bits")
        bits = actions.reduce(into: [UInt64](repeating: 0, count: 64)) { bits, action in
            let hash = TextHash(action.name).value
            bits[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
        }
        self.actions = actions
        self.numbers = numbers
        self.services = services.reduce(into: TextTable()) { $0.add($1.key, TextHash($1.key), $1.value) }
    }
}

extension Watch {
    /// A quick look: whether an action of this hash may be watched.
    func mayName(_ hash: TextHash) -> Bool { bits[Int(hash.value >> 6 & 63)] >> (hash.value & 63) & 1 == 1 }

    /// The actions of the service with a prefix of this hash; nil where none is watched.
    func actions(of service: TextHash) -> [Action]? { services.value(service) { _ in true } }
}

extension UnsafeBufferPointer<UInt8> {
    /// What stands behind the first colon.
    fileprivate var behindFirstColon: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: self[((firstIndex(of: UInt8(ascii: ":")) ?? count - 1) + 1)...])
    }
}
