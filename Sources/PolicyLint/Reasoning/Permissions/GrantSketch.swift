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
    init(_ policies: [Policy]) { self.init(of: GrantCandidate.all(in: policies)) }

    /// The same, of the statements by which something may be granted.
    init(of candidates: [GrantCandidate]) {
        for candidate in candidates {
            // What is not excluded is not worth a quick look.
            guard let named = candidate.named else {
                actions = .everything
                reachesAllServices = true
                continue
            }
            actions.formUnion(named)
            // A quick look: few lists have a wildcard there.
            guard let list = candidate.statement.action.value, list.traits.contains(.wildcardInPrefix) else { continue }
            reachesAllServices = reachesAllServices || list.items.contains { $0.value.utf8.first == UInt8(ascii: "*") }
            allowsEverything = allowsEverything || candidate.statement.allowsEverything
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

    /// Whether all of some watched actions may be allowed.
    func mayAllow(_ actions: WatchedActions) -> Bool { self.actions.isSuperset(of: actions) }

    /// The ways of escalation all of whose actions may be allowed.
    var ways: [EscalationPath] {
        // A quick look: most policies allow nothing that opens a way.
        if actions.isDisjoint(with: Self.deciding) { return [] }
        let sets = Self.sets
        return sets.indices.filter { actions.isSuperset(of: sets[$0]) }.map { EscalationPath.all[$0] }
    }

    /// The exposing actions of a theme that may be allowed.
    func exposing(_ theme: ExposingAction.Theme) -> [ActionName] {
        let theme =
            switch theme {
            case .credentials: Self.credentials
            case .data: Self.data
            case .sharing: Self.sharing
            }
        if actions.isDisjoint(with: theme.together) { return [] }
        return theme.actions.compactMap { actions.isSuperset(of: $0.set) ? $0.name : nil }
    }

    /// The actions of the ways of escalation, each way in its place.
    private static let sets = EscalationPath.all.map { WatchedActions($0.actions) }
    /// The first action of each of them, which decides.
    private static let deciding = WatchedActions(EscalationPath.all.compactMap { $0.actions.first })
    private static let credentials = Exposing(.credentials)
    private static let data = Exposing(.data)
    private static let sharing = Exposing(.sharing)

    /// The exposing actions of a theme.
    private struct Exposing: Sendable {
        let actions: [(name: ActionName, set: WatchedActions)]
        let together: WatchedActions

        init(_ theme: ExposingAction.Theme) {
            let names = ExposingAction.all.filter { $0.theme == theme }.map(\.name)
            actions = names.map { (ActionName($0), WatchedActions([$0])) }
            together = WatchedActions(names)
        }
    }
}
