/// What reasoning says to a question. "Cannot tell" is an answer: it is never taken for a yes or a no.
enum Answer: Hashable, Sendable {
    case yes
    case no
    /// It cannot be told: something was not understood, or the search took too long.
    case unclear

    /// What a test says that always knows.
    init(_ holds: Bool) { self = holds ? .yes : .no }

    /// Whether both hold: a no outweighs what cannot be told.
    func and(_ other: @autoclosure () -> Answer) -> Answer {
        if self == .no { return .no }
        let other = other()
        return other == .no ? .no : self == .yes ? other : .unclear
    }

    /// Whether one of the two holds: a yes outweighs what cannot be told.
    func or(_ other: @autoclosure () -> Answer) -> Answer {
        if self == .yes { return .yes }
        let other = other()
        return other == .yes ? .yes : self == .no ? other : .unclear
    }

    /// What two readings of the same say alike.
    func agreed(with other: Answer) -> Answer { self == other ? self : .unclear }

    /// The contrary.
    var negated: Answer {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unclear: .unclear
        }
    }
}

extension Sequence {
    /// Whether something holds of all elements.
    func all(_ test: (Element) -> Answer) -> Answer {
        var result = Answer.yes
        for element in self {
            result = result.and(test(element))
            if result == .no { return .no }
        }
        return result
    }

    /// Whether something holds of one of the elements.
    func any(_ test: (Element) -> Answer) -> Answer {
        var result = Answer.no
        for element in self {
            result = result.or(test(element))
            if result == .yes { return .yes }
        }
        return result
    }
}
