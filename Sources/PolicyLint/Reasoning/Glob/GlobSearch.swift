/// Looks for a text that some patterns match and others do not. Containment, overlap and emptiness are all
/// this one question.
///
/// It walks through the letters of a text and keeps, for every pattern at once, the positions that it can
/// have reached, so that no two patterns are ever compared. A policy variable counts as letters that only
/// itself and `*` match: where no text is found, there is none whatever the variables stand for.
struct GlobSearch: Sendable {
    /// Groups of patterns; of each group one must match.
    let inside: [[GlobPattern]]
    /// Patterns of which none may match.
    let outside: [GlobPattern]
    /// How many states of the search are looked at before it gives up.
    var budget = 10_000

    /// A search for a text that a pattern of each group of `inside` matches, and none of `outside`.
    init(inside: [[GlobPattern]], outside: [GlobPattern] = []) {
        // Two variables may stand for the same text: where two groups meet, they can be anything.
        self.inside = inside.count > 1 ? inside.map { $0.map(\.widened) } : inside
        self.outside = outside
    }

    /// What came of it.
    enum Outcome: Hashable, Sendable {
        /// The first of the shortest texts, in the order of the letters in the patterns.
        case found(String)
        /// There is no such text.
        case nothing
        /// The budget is used up; or it depends on how AWS reads a `*` at the end of an ARN's field.
        case outOfBudget

        /// Whether there is such a text.
        var isSomething: Answer {
            switch self {
            case .found: .yes
            case .nothing: .no
            case .outOfBudget: .unclear
            }
        }
    }

    /// Searches, shortest texts first.
    func run() -> Outcome {
        let outcome = runAsRead()
        guard outcome != .outOfBudget, (inside.joined() + outside).contains(where: \.mayReachOverFields) else {
            return outcome
        }
        var reaching = GlobSearch(
            inside: inside.map { $0.map(\.reachingOverFields) }, outside: outside.map(\.reachingOverFields))
        reaching.budget = budget
        return reaching.runAsRead().isSomething == outcome.isSomething ? outcome : .outOfBudget
    }

    /// The same in one reading: a `*` in an ARN's field ends with it.
    func runAsRead() -> Outcome {
        let automaton = GlobAutomaton(inside: inside, outside: outside)
        let letters = automaton.letters
        let steps = letters.map { automaton.step(over: $0) }
        // A letter that stands at no place of a state leads where the one does that stands in no pattern.
        let places = steps.map { $0.difference(from: steps[steps.count - 1]) }
        var states = [automaton.start]
        var origins = [(state: 0, letter: 0)]
        var seen: Set<GlobAutomaton.State> = [automaton.start]
        var next = 0
        while next < states.count {
            let state = states[next]
            if isGoal(state, automaton) { return .found(text(to: next, origins, letters)) }
            var isOtherTried = false
            for (index, step) in steps.enumerated() {
                if !GlobAutomaton.meet(state, places[index]) {
                    if isOtherTried { continue }
                    isOtherTried = true
                }
                let reached = automaton.advance(state, step)
                guard isHopeful(reached, automaton), seen.insert(reached).inserted else { continue }
                if states.count == budget { return .outOfBudget }
                states.append(reached)
                origins.append((next, index))
            }
            next += 1
        }
        return .nothing
    }

    private func isGoal(_ state: GlobAutomaton.State, _ automaton: GlobAutomaton) -> Bool {
        inside.indices.allSatisfy { automaton.accepts(state, group: $0) }
            && !automaton.accepts(state, group: inside.count)
    }

    /// Whether every group can still match, and no pattern outside matches whatever follows.
    private func isHopeful(_ state: GlobAutomaton.State, _ automaton: GlobAutomaton) -> Bool {
        inside.indices.allSatisfy { automaton.isAlive(state, group: $0) }
            && !automaton.acceptsAllThatFollows(state, group: inside.count)
    }

    private func text(to state: Int, _ origins: [(state: Int, letter: Int)], _ letters: [GlobSymbol]) -> String {
        var reversed: [GlobSymbol] = []
        var current = state
        while current != 0 {
            reversed.append(letters[origins[current].letter])
            current = origins[current].state
        }
        return GlobPattern.text(reversed.reversed())
    }
}
