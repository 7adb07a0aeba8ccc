/// A quick look at a statement that tells most pairs of statements apart before either is read in full.
struct StatementSketch: Hashable, Sendable {
    /// What it does; nil where that is not understood.
    let effect: Effect?
    /// Whether one of its elements lists nothing, so that it speaks of no request.
    let hasEmptyList: Bool
    /// How many actions it lists.
    let actionCount: Int
    private let resourceCount: Int
    private let conditionCount: Int
    /// One bit a service whose actions it lists; all where it may speak of any service.
    private let services: UInt64
    /// One bit an action that it lists in full.
    private let named: UInt64
    /// The bits of the actions of which it may speak: all where a wildcard stands among them.
    private let meant: UInt64
    /// One bit a condition key.
    private let keys: UInt64

    /// The sketch of a statement.
    init(_ statement: Statement) {
        effect = statement.effect.value
        let (actions, conditions) = (statement.actions, statement.conditions)
        let resources = statement.resource.value ?? statement.notResource.value
        let isExclusion = !statement.notAction.isAbsent
        actionCount = actions.count
        resourceCount = resources?.items.count ?? 0
        conditionCount = conditions.count
        hasEmptyList =
            (actions.isEmpty && !isExclusion) || resources?.items.isEmpty == true
            || statement.principal.value?.principals.isEmpty == true
        var services: UInt64 = 0
        var named: UInt64 = 0
        var hasWildcard = isExclusion
        for action in statement.action.value?.sketches ?? [] {
            let isPlain = !action.traits.contains(.wildcard)
            let prefix = action.traits.contains(.wildcardInPrefix) ? nil : action.prefixHash
            services |= prefix.map { 1 << ($0.value % 64) } ?? .max
            if isPlain { named |= 1 << (action.hash.value % 64) }
            hasWildcard = hasWildcard || !isPlain
        }
        self.services = isExclusion ? .max : services
        self.named = named
        meant = hasWildcard ? .max : named
        keys = conditions.reduce(0) { $0 | 1 << (TextHash($1.key).value % 64) }
    }

    /// Whether another statement may speak of every request of which this one speaks.
    func mayBeWithin(_ other: StatementSketch) -> Bool { mayBeWithin(CollectionOfOne(other)) }

    /// Whether several statements together may speak of every request of which this one speaks.
    func mayBeWithin(_ others: some Sequence<StatementSketch>) -> Bool {
        var (services, meant): (UInt64, UInt64) = (0, 0)
        for other in others where mayMeet(other) {
            services |= other.services
            meant |= other.meant
        }
        return self.services & ~services == 0 && named & ~meant == 0 && self.services != 0
    }

    /// Whether another statement may speak of some of the requests of which this one speaks, and of all that
    /// meet the conditions of this one.
    func mayMeet(_ other: StatementSketch) -> Bool { services & other.services != 0 && other.keys & ~keys == 0 }

    /// Whether some statements may together speak of every request of which one speaks, as far as the letters
    /// before the first wildcards tell.
    static func mayCover(_ others: some Collection<Statement>, _ statement: Statement) -> Bool {
        if let list = statement.action.value {
            for index in list.sketches.indices where !others.contains(where: { mayCover($0, action: index, of: list) })
            {
                return false
            }
        }
        return statement.resources.allSatisfy { resource in
            others.contains { mayCover($0, resource: resource.value) }
        }
    }

    private static func mayCover(_ statement: Statement, action index: Int, of list: StringList) -> Bool {
        let action = list.sketches[index]
        if let excluded = statement.notAction.value {
            return !excluded.sketches.contains { $0.hash == action.hash }
        }
        guard let own = statement.action.value else { return false }
        return own.sketches.indices.contains { position in
            own.sketches[position].mayCover(action: action)
                && GlobPattern.mayCover(own.items[position].value, list.items[index].value, ignoringCase: true)
        }
    }

    private static func mayCover(_ statement: Statement, resource: String) -> Bool {
        statement.resource.isAbsent
            || statement.resources.contains { GlobPattern.mayCover($0.value, resource, ignoringCase: false) }
    }
}
