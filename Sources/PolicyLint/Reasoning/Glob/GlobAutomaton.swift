/// Patterns as an automaton over sets of positions: one bit for each position in each pattern.
struct GlobAutomaton: Sendable {
    /// A set of positions.
    typealias State = [UInt64]

    /// How one letter moves positions.
    struct Step: Sendable {
        /// The positions from which the letter leads to the next.
        let advancing: State
        /// The positions at which it stays: those of `*`.
        let staying: State

        /// The positions that another letter moves otherwise.
        func difference(from other: Step) -> State {
            advancing.indices.map {
                (advancing[$0] ^ other.advancing[$0]) | (staying[$0] ^ other.staying[$0])
            }
        }
    }

    private let words: Int
    /// The positions of each symbol; those of `*` outside apart from those inside.
    private let places: [Place: State]
    private let runs: State
    private struct Place: Hashable {
        let symbol: GlobSymbol
        let isOutside: Bool
    }

    private let groups: [(all: State, accepting: State, unstoppable: State)]
    /// Where all patterns begin.
    let start: State
    /// The letters that are worth a try: those of the patterns, one that stands in none of them, and the
    /// variables of `inside`. Those of `outside` alone stand for nothing in particular.
    let letters: [GlobSymbol]

    /// The automaton of groups of patterns; those outside are the last group.
    init(inside: [[GlobPattern]], outside: [GlobPattern]) {
        let patterns = inside + [outside]
        // Each pattern takes a position for each symbol, and one for its end.
        let count = patterns.reduce(0) { $0 + $1.reduce(0) { $0 + $1.symbols.count + 1 } }
        words = (count + 63) / 64
        let empty = State(repeating: 0, count: words)
        var places: [Place: State] = [:]
        var position = 0
        var runs = empty
        var start = empty
        var groups: [(all: State, accepting: State, unstoppable: State)] = []
        for (number, group) in patterns.enumerated() {
            var masks = (all: empty, accepting: empty, unstoppable: empty)
            for pattern in group {
                Self.set(position, in: &start)
                for symbol in pattern.symbols {
                    Self.set(position, in: &masks.all)
                    if symbol.isRun { Self.set(position, in: &runs) }
                    let place = Place(symbol: symbol, isOutside: symbol.isRun && number == inside.count)
                    Self.set(position, in: &places[place, default: empty])
                    position += 1
                }
                if pattern.symbols.last == .any { Self.set(position - 1, in: &masks.unstoppable) }
                Self.set(position, in: &masks.all)
                Self.set(position, in: &masks.accepting)
                position += 1
            }
            groups.append(masks)
        }
        self.places = places
        self.runs = runs
        self.groups = groups
        self.start = Self.closed(start, runs)
        letters = Self.letters(inside: inside, outside: outside)
    }

    private static func letters(inside: [[GlobPattern]], outside: [GlobPattern]) -> [GlobSymbol] {
        var letters: [GlobSymbol] = []
        var known: Set<GlobSymbol> = []
        func add(_ symbol: GlobSymbol) {
            if known.insert(symbol).inserted { letters.append(symbol) }
        }
        let inside = inside.joined()
        for pattern in inside { pattern.symbols.filter(\.isLetter).forEach(add) }
        for pattern in outside { pattern.symbols.filter { $0.isLetter && !$0.isOfVariable }.forEach(add) }
        if inside.contains(where: \.isLimitedToFields) || outside.contains(where: \.isLimitedToFields) { add(.colon) }
        let others = "xyz0abcdefghijklmnopqrstuvw123456789-_XYZABCDEFGHIJKLMNOPQRSTUVW".unicodeScalars
        add(others.lazy.map { GlobSymbol($0) }.first { !known.contains($0) } ?? GlobSymbol("\u{FFFF}"))
        return letters
    }

    /// How a letter moves positions.
    func step(over letter: GlobSymbol) -> Step {
        var (advancing, staying) = (State(repeating: 0, count: words), State(repeating: 0, count: words))
        func add(_ symbol: GlobSymbol, isOutside: Bool, to state: inout State) {
            guard let own = places[Place(symbol: symbol, isOutside: isOutside)] else { return }
            for word in 0..<words { state[word] |= own[word] }
        }
        add(letter, isOutside: false, to: &advancing)
        for one in [GlobSymbol.one, .oneInField] where one.takes(letter) {
            add(one, isOutside: false, to: &advancing)
        }
        for run in [GlobSymbol.any, .anyInField] where run.takes(letter) {
            add(run, isOutside: true, to: &staying)
            // Requests hold no variables: what `*` stands for inside are letters.
            if !letter.isOfVariable { add(run, isOutside: false, to: &staying) }
        }
        return Step(advancing: advancing, staying: staying)
    }

    /// The positions behind a letter.
    func advance(_ state: State, _ step: Step) -> State {
        var result = state
        var carry: UInt64 = 0
        for word in 0..<words {
            let moving = state[word] & step.advancing[word]
            result[word] = (moving << 1) | carry | (state[word] & step.staying[word])
            carry = moving >> 63
        }
        return Self.closed(result, runs)
    }

    /// Whether a pattern of the group matches the text so far.
    func accepts(_ state: State, group: Int) -> Bool { Self.meet(state, groups[group].accepting) }

    /// Whether a pattern of the group can match with what may follow.
    func isAlive(_ state: State, group: Int) -> Bool { Self.meet(state, groups[group].all) }

    /// Whether a pattern of the group matches whatever follows.
    func acceptsAllThatFollows(_ state: State, group: Int) -> Bool { Self.meet(state, groups[group].unstoppable) }

    /// With the positions behind each `*`, which may match nothing.
    private static func closed(_ state: State, _ runs: State) -> State {
        var result = state
        // A `*` of a field may stand before one of the rest.
        for _ in 0..<2 {
            var carry: UInt64 = 0
            for word in result.indices {
                let passing = result[word] & runs[word]
                result[word] |= (passing << 1) | carry
                carry = passing >> 63
            }
        }
        return result
    }

    private static func set(_ position: Int, in state: inout State) {
        state[position / 64] |= 1 << UInt64(position % 64)
    }

    /// Whether two sets have a position in common.
    static func meet(_ left: State, _ right: State) -> Bool {
        for index in left.indices where left[index] & right[index] != 0 { return true }
        return false
    }
}
