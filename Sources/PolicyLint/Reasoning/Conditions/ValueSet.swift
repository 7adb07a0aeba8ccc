/// The values of a key for which a condition holds: those that it lists, or all but those. The actions of
/// `Action` and `NotAction`, and the resources of `Resource` and `NotResource`, are such sets as well.
enum ValueSet: Hashable, Sendable {
    case listed(ValueList)
    case allBut(ValueList)

    /// Every value.
    static let everything = ValueSet.allBut(.nothing)
    /// No value.
    static let nothing = ValueSet.listed(.nothing)

    /// All other values.
    var complement: ValueSet {
        switch self {
        case .listed(let list): .allBut(list)
        case .allBut(let list): .listed(list)
        }
    }

    /// The values it is written with.
    var list: ValueList {
        switch self {
        case .listed(let list), .allBut(let list): list
        }
    }

    /// Whether a text of a request is in the set.
    func contains(_ text: String) -> Answer {
        switch self {
        case .listed(let list): list.contains(text)
        case .allBut(let list): list.contains(text).negated
        }
    }

    /// Whether every value of the set is in another one.
    func isSubset(of other: ValueSet) -> Answer {
        switch (self, other) {
        case (.listed(let own), .listed(let others)): others.covers(own)
        case (.listed(let own), .allBut(let others)): own.overlaps(others).negated
        case (.allBut(let own), .listed(let others)): others.isEverything(with: own)
        case (.allBut(let own), .allBut(let others)): own.covers(others)
        }
    }

    /// Whether no value is in both sets.
    func isDisjoint(with other: ValueSet) -> Answer { isSubset(of: other.complement) }

    /// Whether every value there can be is in the set.
    var isEverything: Answer { ValueSet.everything.isSubset(of: self) }

    /// Whether no value is in the set.
    var isNothing: Answer { isSubset(of: .nothing) }

    /// The set with the texts in the place of variables; nil where one of them has none.
    func resolved(_ text: (PolicyVariable) -> String?) -> ValueSet? {
        switch self {
        case .listed(let list): list.resolved(text).map { .listed($0) }
        case .allBut(let list): list.resolved(text).map { .allBut($0) }
        }
    }
}
