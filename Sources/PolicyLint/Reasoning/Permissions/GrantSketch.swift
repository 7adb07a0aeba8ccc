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
            for action in statement.actions {
                actions.insert(matching: action.value)
                reachesAllServices = reachesAllServices || action.value.hasPrefix("*")
            }
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
        let set = WatchedActions([action])
        return !set.isEmpty && actions.isSuperset(of: set)
    }

    /// The ways of escalation all of whose actions may be allowed.
    var ways: [EscalationPath] {
        actions.isEmpty ? [] : Self.ways.filter { actions.isSuperset(of: $0.set) }.map(\.path)
    }

    /// The exposing actions of a theme that may be allowed.
    func exposing(_ theme: ExposingAction.Theme) -> [String] {
        if actions.isEmpty { return [] }
        return Self.exposing.filter { $0.action.theme == theme && actions.isSuperset(of: $0.set) }.map(\.action.name)
    }

    private static let ways = EscalationPath.all.map { (path: $0, set: WatchedActions($0.actions)) }
    private static let exposing = ExposingAction.all.map { (action: $0, set: WatchedActions([$0.name])) }
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

    /// Whether all actions of another set are in this one.
    func isSuperset(of other: WatchedActions) -> Bool {
        other.words.indices.allSatisfy { index in
            other.words[index] & ~(words.indices.contains(index) ? words[index] : 0) == 0
        }
    }

    /// Adds the actions of another set.
    mutating func formUnion(_ other: WatchedActions) {
        while words.count < other.words.count { words.append(0) }
        for index in other.words.indices { words[index] |= other.words[index] }
    }

    /// Adds the actions that match a pattern.
    mutating func insert(matching pattern: String) {
        let (service, name) = Self.hashes(of: pattern)
        let candidates = name.map { Self.byName[$0] ?? [] } ?? service.map { Self.byService[$0] ?? [] } ?? Self.all
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

    /// The numbers of the actions, by the prefixes of their services.
    private static let byService = Dictionary(grouping: all, by: { hashes(of: names[$0]).service ?? 0 })

    /// The same, by the whole names.
    private static let byName = Dictionary(grouping: all, by: { hashes(of: names[$0]).name ?? 0 })

    /// Hashes of the letters before the colon and of all, in lower case; nil where a wildcard is among them. Other
    /// names with the same hash are told apart when they are compared.
    private static func hashes(of pattern: String) -> (service: UInt64?, name: UInt64?) {
        pattern.withBytes { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            var service: UInt64?
            for byte in bytes {
                if NamePattern.isWildcard(byte) { return (service, nil) }
                if byte == UInt8(ascii: ":"), service == nil { service = hash }
                hash = (hash ^ UInt64(byte.asciiLowercased)) &* 0x100_0000_01B3
            }
            return (service ?? hash, hash)
        }
    }
}
