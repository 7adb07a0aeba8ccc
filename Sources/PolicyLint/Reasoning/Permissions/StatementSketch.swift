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
    private let actions: ActionSketch
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
        actions = isExclusion ? .anything : statement.actionList.map { ActionSketch($0.sketches) } ?? ActionSketch()
        var keys: UInt64 = 0
        for condition in statement.conditions { keys |= condition.keyHash.bit }
        self.keys = keys
    }

    /// Whether another statement may speak of some of the requests of which this one speaks, and of all that
    /// meet the conditions of this one.
    func mayMeet(_ other: StatementSketch) -> Bool { actions.mayMeet(other.actions) && other.keys & ~keys == 0 }

    /// Whether another statement may speak of every request of which this one speaks.
    func mayBeWithin(_ other: StatementSketch) -> Bool { mayMeet(other) && actions.mayBeWithin(other.actions) }

    /// The places of the others, among the sketches of a policy's statements, that may speak of what the one at an index
    /// speaks of, and have the same effect; none where not even together they may speak of all of it.
    static func others(covering index: Int, of sketches: [StatementSketch]) -> [Int] {
        let own = sketches[index]
        func mayCount(_ place: Int) -> Bool {
            own.mayMeet(sketches[place]) && place != index && sketches[place].effect == own.effect
                && !sketches[place].hasEmptyList
        }
        var together = ActionSketch()
        for place in sketches.indices where mayCount(place) { together.formUnion(sketches[place].actions) }
        return own.actions.mayBeWithin(together) ? sketches.indices.filter(mayCount) : []
    }
}

extension StatementSketch {
    /// A quick look at all statements of a policy at once.
    struct Shared {
        private var once = ActionSketch()
        private var twice = ActionSketch()

        init(_ sketches: [StatementSketch]) {
            for index in sketches.indices {
                twice.formUnion(once.intersection(sketches[index].actions))
                once.formUnion(sketches[index].actions)
            }
        }

        /// Whether the other statements together may speak of all actions of which one of them speaks.
        func mayCover(_ sketch: StatementSketch) -> Bool {
            var others = twice
            // By a wildcard that it has not itself, another one may speak of what it names.
            others.open |= once.open & ~sketch.actions.open
            return sketch.actions.mayBeWithin(others)
        }
    }
}

/// A quick look at the actions of which a statement speaks.
private struct ActionSketch: Equatable, Sendable {
    /// One bit a service whose actions are listed; all where it may be any service.
    private var services: UInt64 = 0
    /// One bit an action that is listed in full.
    private var named: UInt128 = 0
    /// The bits of the services some of whose actions are meant by a wildcard.
    var open: UInt64 = 0

    /// No action.
    init() {}

    /// The actions of a list.
    init(_ sketches: JSONStrings.Sketches) {
        for sketch in sketches {
            let service: UInt64 = sketch.traits.contains(.wildcardInPrefix) ? .max : sketch.prefixHash?.bit ?? .max
            services |= service
            if sketch.traits.contains(.wildcard) {
                open |= service
            } else {
                named |= 1 << UInt128(sketch.hash.value % 128)
            }
        }
    }

    /// Those that a list of exclusions leaves over.
    static let anything = ActionSketch(services: .max, open: .max)

    private init(services: UInt64, open: UInt64) {
        self.services = services
        self.open = open
    }

    /// Adds the actions of another sketch.
    mutating func formUnion(_ other: ActionSketch) {
        services |= other.services
        named |= other.named
        open |= other.open
    }

    /// What is in another sketch, too.
    func intersection(_ other: ActionSketch) -> ActionSketch {
        var common = ActionSketch(services: services & other.services, open: open & other.open)
        common.named = named & other.named
        return common
    }

    /// Whether some action may be in both.
    func mayMeet(_ other: ActionSketch) -> Bool { services & other.services != 0 }

    /// Whether all actions may be in another one. What a wildcard stands for, only wildcards take in.
    func mayBeWithin(_ other: ActionSketch) -> Bool {
        services & ~other.services == 0 && open & ~other.open == 0 && services != 0
            && (named & ~other.named == 0 || services & other.open != 0)
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
        let action = list.sketches[index]
        if let own = actionList {
            let sketches = own.sketches
            return sketches.indices.contains { place in
                sketches[place].mayCover(action: action)
                    && GlobPattern.mayCover(
                        own.items[place].value, sketches[place], list.items[index].value, action, ignoringCase: true)
            }
        }
        return !notAction.isAbsent && !actionLists.contains { $0.sketches.contains { $0.hash == action.hash } }
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
