/// A quick look at a statement that tells most pairs of statements apart before either is read in full.
struct StatementSketch: Equatable, Sendable {
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
        effect = statement.allows ? .allow : statement.denies ? .deny : nil
        let isExclusion = !statement.notAction.isAbsent
        let resources = statement.resourceLists.first
        actionCount = statement.actions.count
        resourceCount = resources?.items.count ?? 0
        conditionCount = statement.conditions.count
        hasEmptyList =
            (statement.actions.isEmpty && !isExclusion) || resources?.items.isEmpty == true
            || (statement.principals.isEmpty && !statement.principal.isAbsent && statement.principal.value != nil)
        var services: UInt64 = 0
        var named: UInt64 = 0
        var hasWildcard = isExclusion
        for action in statement.actionList?.sketches ?? [] {
            services |= action.traits.contains(.wildcardInPrefix) ? .max : action.prefixHash?.bit ?? .max
            if action.traits.contains(.wildcard) { hasWildcard = true } else { named |= action.hash.bit }
        }
        self.services = isExclusion ? .max : services
        self.named = named
        meant = hasWildcard ? .max : named
        var keys: UInt64 = 0
        for condition in statement.conditions { keys |= TextHash(condition.key).bit }
        self.keys = keys
    }

    /// Whether another statement may speak of some of the requests of which this one speaks, and of all that
    /// meet the conditions of this one.
    func mayMeet(_ other: StatementSketch) -> Bool { services & other.services != 0 && other.keys & ~keys == 0 }

    /// Whether another statement may speak of every request of which this one speaks.
    func mayBeWithin(_ other: StatementSketch) -> Bool {
        mayMeet(other) && isWithin(other.services, other.meant)
    }

    /// The places of the others, among the sketches of a policy's statements, that may speak of what the one at an index
    /// speaks of, and have the same effect; none where not even together they may speak of all of it.
    static func others(covering index: Int, of sketches: [StatementSketch]) -> [Int] {
        let own = sketches[index]
        func mayCount(_ place: Int) -> Bool {
            place != index && own.mayMeet(sketches[place]) && sketches[place].effect == own.effect
                && !sketches[place].hasEmptyList
        }
        var (services, meant): (UInt64, UInt64) = (0, 0)
        for place in sketches.indices where mayCount(place) {
            services |= sketches[place].services
            meant |= sketches[place].meant
        }
        return own.isWithin(services, meant) ? sketches.indices.filter(mayCount) : []
    }

    private func isWithin(_ services: UInt64, _ meant: UInt64) -> Bool {
        self.services & ~services == 0 && named & ~meant == 0 && self.services != 0
    }
}

/// The same, closer: by the letters of actions, resources and values.
extension Statement {
    /// Whether some statements may together speak of every request of which this one speaks: of each action on each
    /// resource, under each of its conditions.
    func mayBeCovered(by others: some Collection<Statement>) -> Bool {
        guard let actions = actionList else { return mayBeCovered(by: others) { _ in true } }
        return actions.items.indices.allSatisfy { action in
            mayBeCovered(by: others) { $0.mayCover(action: action, of: actions) }
        }
    }

    private func mayBeCovered(by others: some Collection<Statement>, where mayCount: (Statement) -> Bool) -> Bool {
        guard let resources = resourceList else {
            return others.contains { mayCount($0) && mayImply(conditionsOf: $0) }
        }
        return resources.items.indices.allSatisfy { resource in
            others.contains {
                mayCount($0) && $0.mayCover(resource: resource, of: resources) && mayImply(conditionsOf: $0)
            }
        }
    }

    private func mayCover(action index: Int, of list: StringList) -> Bool {
        if let own = actionList {
            return own.sketches.indices.contains { place in
                own.sketches[place].mayCover(action: list.sketches[index])
                    && GlobPattern.mayCover(
                        own.items[place].value, own.sketches[place], list.items[index].value, list.sketches[index],
                        ignoringCase: true)
            }
        }
        let hash = list.sketches[index].hash
        return !notAction.isAbsent && !actionLists.contains { $0.sketches.contains { $0.hash == hash } }
    }

    private func mayCover(resource index: Int, of list: StringList) -> Bool {
        guard let own = resourceList else { return resource.isAbsent }
        return own.items.indices.contains { place in
            GlobPattern.mayCover(
                resource: own.items[place].value, own.sketches[place], list.items[index].value, list.sketches[index])
        }
    }

    /// The list of `Action`; nil where it lists nothing.
    fileprivate var actionList: StringList? { actions.isEmpty ? nil : actionLists.first }

    /// The list of `Resource`; nil where it lists nothing.
    private var resourceList: StringList? { resources.isEmpty ? nil : resourceLists.first }
}

extension TextHash {
    /// One of 64 bits.
    fileprivate var bit: UInt64 { 1 << (value % 64) }
}
