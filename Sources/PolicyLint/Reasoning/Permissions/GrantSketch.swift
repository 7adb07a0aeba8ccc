/// A quick look at what a policy may allow, before any statement is read in full: which of the actions stand in
/// its Allow statements, by name or by a pattern, that rules about grants go by.
struct GrantSketch: Hashable, Sendable {
    /// The actions that may be allowed.
    private(set) var actions = WatchedActions()
    /// Whether a statement allows every action on every resource, whatever its conditions.
    private(set) var allowsEverything = false
    /// Whether a statement lists no actions, but those that are not allowed, or begins one with a wildcard.
    private(set) var reachesAllServices = false

    /// The sketch of some policies together.
    init(_ policies: [Policy]) {
        for statement in policies.lazy.flatMap(\.statements) where statement.allows {
            // What is not excluded is not worth a quick look.
            guard statement.notAction.isAbsent else {
                actions = .everything
                reachesAllServices = true
                continue
            }
            guard let list = statement.action.value else { continue }
            for index in list.items.indices { actions.insert(matching: list.items[index].value, list.sketches[index]) }
            let mayReachAll = list.traits.contains(.wildcardInPrefix)
            reachesAllServices = reachesAllServices || mayReachAll && list.items.contains { $0.value.hasPrefix("*") }
            allowsEverything = allowsEverything || statement.allowsEverything
        }
    }

    /// Adds what another sketch has.
    mutating func formUnion(_ other: GrantSketch) {
        actions.formUnion(other.actions)
        allowsEverything = allowsEverything || other.allowsEverything
        reachesAllServices = reachesAllServices || other.reachesAllServices
    }

    /// Whether a watched action, named in full, may be allowed.
    func mayAllow(_ action: String) -> Bool {
        actions.contains(action)
    }

    /// The ways of escalation all of whose actions may be allowed.
    var ways: [EscalationPath] {
        actions.isEmpty ? [] : Self.ways.filter { actions.isSuperset(of: $0.set) }.map(\.path)
    }

    /// The exposing actions of a theme that may be allowed.
    func exposing(_ theme: ExposingAction.Theme) -> [String] {
        guard let theme = Self.themes[theme], !actions.isDisjoint(with: theme.set) else { return [] }
        return theme.actions.filter { actions.isSuperset(of: $0.set) }.map(\.name)
    }

    private static let ways = EscalationPath.all.map { (path: $0, set: WatchedActions($0.actions)) }
    private static let themes = Dictionary(grouping: ExposingAction.all, by: \.theme).mapValues { actions in
        let names = actions.map(\.name)
        return (set: WatchedActions(names), actions: names.map { (name: $0, set: WatchedActions([$0])) })
    }
}

/// A set of the actions that rules about grants go by: one bit an action.
struct WatchedActions: Hashable, Sendable {
    private var words: [UInt64] = []

    /// No action.
    init() {}

    /// Those of some actions, named in full, that are watched.
    init(_ names: [String]) {
        for name in names { if let number = Self.numbers[name] { insert(number) } }
    }

    /// All of them.
    static let everything = WatchedActions(names)

    /// Whether there is none.
    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Whether an action, named in full, is watched and in the set.
    func contains(_ name: String) -> Bool {
        guard let number = Self.numbers[name], number / 64 < words.count else { return false }
        return words[number / 64] >> UInt64(number % 64) & 1 == 1
    }

    /// Whether all actions of another set are in this one.
    func isSuperset(of other: WatchedActions) -> Bool {
        other.words.indices.allSatisfy { index in
            other.words[index] & ~(words.indices.contains(index) ? words[index] : 0) == 0
        }
    }

    /// Whether none of the actions of another set is in this one.
    func isDisjoint(with other: WatchedActions) -> Bool { zip(words, other.words).allSatisfy { $0 & $1 == 0 } }

    /// Adds the actions of another set.
    mutating func formUnion(_ other: WatchedActions) {
        while words.count < other.words.count { words.append(0) }
        for index in other.words.indices { words[index] |= other.words[index] }
    }

    /// Adds the actions that match a pattern.
    mutating func insert(matching pattern: String, _ sketch: TextSketch) {
        if sketch.traits.contains(.wildcardInPrefix) {
            insert(Self.all, matching: pattern)
        } else if sketch.traits.contains(.wildcard) {
            insert(sketch.prefixHash.flatMap { Self.byService[$0] } ?? [], matching: pattern)
        } else if Self.mayBeWatched(sketch.hash), let number = Self.byName[sketch.hash],
            Self.names[number].equalsIgnoringCase(pattern)
        {
            insert(number)
        }
    }

    private mutating func insert(_ candidates: [Int], matching pattern: String) {
        for number in candidates
        where GlobPattern.matches(Self.names[number], pattern: pattern, ignoringCase: true) { insert(number) }
    }

    private mutating func insert(_ number: Int) {
        while words.count <= number / 64 { words.append(0) }
        words[number / 64] |= 1 << UInt64(number % 64)
    }

    private static let names: [String] = Array(
        Set(EscalationPath.all.flatMap(\.actions) + ExposingAction.all.map(\.name))
    ).sorted()

    private static let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })

    private static let all = Array(names.indices)

    /// The numbers of the actions, by the hashes of their services' prefixes.
    private static let byService = Dictionary(grouping: all, by: { TextSketch(names[$0]).prefixHash })

    /// The same, by the hashes of their names.
    private static let byName = Dictionary(uniqueKeysWithValues: all.map { (TextSketch(names[$0]).hash, $0) })

    /// One bit for each of the lower twelve bits of a hash: a quick look that spares nearly all other actions.
    private static let bits = byName.keys.reduce(into: [UInt64](repeating: 0, count: 64)) { bits, hash in
        bits[Int(hash.value >> 6 & 63)] |= 1 << (hash.value & 63)
    }

    private static func mayBeWatched(_ hash: TextHash) -> Bool {
        bits[Int(hash.value >> 6 & 63)] >> (hash.value & 63) & 1 == 1
    }
}
