/// How tests of one key stand to one another. Only a yes is a proof.
extension ConditionTest {
    /// Whether the test holds for every request, whatever its key is.
    var isAlwaysTrue: Answer {
        // A value that counts as none fails every test of at least one value.
        guard holdsWithoutKey, scope != .any else { return .no }
        return accepted.isEverything
    }

    /// Whether the test holds for no request.
    var isNeverTrue: Answer { holdsWithoutKey ? .no : accepted.isNothing }

    /// Whether the test only asks that the key is there.
    var asksPresenceOnly: Answer { holdsWithoutKey || scope == .any ? .no : accepted.isEverything }

    /// Whether the test only asks that the key is absent.
    var asksAbsenceOnly: Answer { holdsWithoutKey && scope != .all ? accepted.isNothing : .no }

    /// Whether another test of the same key holds for every request for which this one holds.
    func implies(_ other: ConditionTest) -> Answer {
        if key != other.key { return .no }
        if self == other { return .yes }
        if holdsWithoutKey && !other.holdsWithoutKey { return .no }
        // With no value left to the key, the test holds only where it is absent.
        if scope != .all, accepted.isNothing == .yes { return .yes }
        let asksAtMostPresence =
            other.scope == .presence || other.scope == .all || (other.scope, scope) == (.single, .single)
        if asksAtMostPresence, other.accepted.isEverything == .yes { return .yes }
        return scope == other.scope ? accepted.isSubset(of: other.accepted) : .unclear
    }

    /// Whether no request meets both tests of the same key.
    func contradicts(_ other: ConditionTest) -> Answer {
        if key != other.key || (holdsWithoutKey && other.holdsWithoutKey) { return .no }
        // Of a key with several values, one may meet the first test and another the second.
        if (scope, other.scope) == (.single, .single), MultivaluedKey.isKnown(key) { return .unclear }
        switch (scope, other.scope) {
        // A value that counts as none is there, and meets `ForAllValues`.
        case (.presence, .all), (.all, .presence): return .unclear
        case (.single, .single), (.presence, _), (_, .presence), (.all, .any), (.any, .all):
            return accepted.isDisjoint(with: other.accepted)
        case (.all, .all), (.any, .any): return .no
        case (.single, _), (_, .single): return .unclear
        }
    }
}
