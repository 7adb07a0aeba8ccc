/// How lists of values stand to one another.
extension ValueList {
    /// Whether every value of another list is one of this list.
    func covers(_ other: ValueList) -> Answer {
        if other.isEmpty { return .yes }
        switch (self, other) {
        case (.texts(let own, let ignoresCase), .texts(let others, let othersIgnoreCase)):
            if ignoresCase == othersIgnoreCase { return others.all { own.cover($0) } }
            if ignoresCase { return others.all { own.cover($0.lowercased) } }
            return own.contains(.everything) ? .yes : .unclear
        case (.booleans(let own), .booleans(let others)): return Answer(own.isSuperset(of: others))
        case (.binaries(let own), .binaries(let others)): return Answer(own.isSuperset(of: others))
        case (.addresses(let own), .addresses(let others)): return Answer(own.covers(others))
        case (.numbers(let own), .numbers(let others)), (.moments(let own), .moments(let others)):
            return Answer(own.covers(others))
        default: return .unclear
        }
    }

    /// Whether some value is in both lists.
    func overlaps(_ other: ValueList) -> Answer {
        if isEmpty || other.isEmpty { return .no }
        switch (self, other) {
        case (.texts(let own, let ignoresCase), .texts(let others, let othersIgnoreCase)):
            let foldsCase = ignoresCase || othersIgnoreCase
            return own.any { pattern in
                others.any { foldsCase ? pattern.lowercased.overlaps($0.lowercased) : pattern.overlaps($0) }
            }
        case (.booleans(let own), .booleans(let others)): return Answer(!own.isDisjoint(with: others))
        case (.binaries(let own), .binaries(let others)): return Answer(!own.isDisjoint(with: others))
        case (.addresses(let own), .addresses(let others)): return Answer(own.overlaps(others))
        case (.numbers(let own), .numbers(let others)), (.moments(let own), .moments(let others)):
            return Answer(own.overlaps(others))
        default: return .unclear
        }
    }

    /// Whether every value there can be is in one of the two lists.
    func isEverything(with other: ValueList) -> Answer {
        switch (self, other) {
        case (_, .texts(let patterns, _)) where patterns.isEmpty: return isEverything
        case (.texts(let patterns, _), _) where patterns.isEmpty: return other.isEverything
        case (.texts(let own, let ignoresCase), .texts(let others, let othersIgnoreCase))
        where ignoresCase == othersIgnoreCase:
            return (own + others).cover(.everything)
        case (.booleans(let own), .booleans(let others)): return Answer(own.union(others).count == 2)
        case (.addresses(let own), .addresses(let others)):
            return Answer(own.union(others).covers(Self.allAddresses))
        case (.numbers(let own), .numbers(let others)), (.moments(let own), .moments(let others)):
            return Answer(own.union(others).covers(.everything))
        default: return isEverything.or(other.isEverything)
        }
    }

    /// Whether every value there can be is in the list.
    private var isEverything: Answer {
        switch self {
        case .texts(let patterns, _): patterns.cover(.everything)
        case .booleans(let values): Answer(values.count == 2)
        case .numbers(let set), .moments(let set): Answer(set.covers(.everything))
        case .addresses(let set): Answer(set.covers(Self.allAddresses))
        case .binaries: .no
        }
    }

    private static let allAddresses = IntervalSet(
        intervals: ["0.0.0.0/0", "::/0"].compactMap { AddressRange($0)?.interval })
}
