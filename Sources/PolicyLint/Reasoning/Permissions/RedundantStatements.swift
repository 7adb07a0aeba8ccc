/// The statements of a policy that change nothing, since others of the same effect speak of all their
/// requests.
///
/// All of them can be removed together: what covers one is never itself removed.
struct RedundantStatements: Sendable {
    /// A statement that changes nothing.
    struct Finding: Sendable {
        /// The statement.
        let statement: Statement
        /// The statements that speak of all its requests: one, or several together.
        let covering: [Statement]
        /// Whether it is an Allow with a condition that those which cover it do not have.
        let losesConditions: Bool
    }

    /// The statements that say the same as an earlier one, in their order.
    let repetitions: [Finding]
    /// The statements that others cover, repetitions apart, in their order.
    let covered: [Finding]

    /// The redundant statements of a policy.
    init(in policy: Policy) {
        guard policy.statements.count > 1 else {
            (repetitions, covered) = ([], [])
            return
        }
        var search = Search(policy)
        repetitions = search.repetitions().map(\.value)
        covered = search.covered()
    }

    /// The search through the pairs of statements. Few of them are read in full.
    private struct Search {
        private let policy: Policy
        private let sketches: [StatementSketch]
        private var scopes: [StatementScope??]
        /// The statements that are left.
        private var left: [Int]

        init(_ policy: Policy) {
            self.policy = policy
            let sketches = policy.statements.map { StatementSketch($0) }
            self.sketches = sketches
            scopes = Array(repeating: nil, count: sketches.count)
            // A list without members is a flaw of another sort.
            left = sketches.indices.filter { sketches[$0].effect != nil && !sketches[$0].hasEmptyList }
        }

        mutating func repetitions() -> [(key: Int, value: Finding)] {
            remove { search, index in
                for other in search.left where other < index && search.sketches[other] == search.sketches[index] {
                    guard let (own, others) = search.pair(index, other), own.isWithin(others), others.isWithin(own)
                    else { continue }
                    return Finding(statement: own.statement, covering: [others.statement], losesConditions: false)
                }
                return nil
            }
        }

        mutating func covered() -> [Finding] {
            let single = remove { search, index in search.single(index) }
            let together = remove { search, index in search.together(index) }
            return (single + together).sorted { $0.key < $1.key }.map(\.value)
        }

        /// The findings of a test, whose statements are left no longer.
        private mutating func remove(_ find: (inout Search, Int) -> Finding?) -> [(key: Int, value: Finding)] {
            var findings: [(key: Int, value: Finding)] = []
            for index in left {
                guard let found = find(&self, index) else { continue }
                findings.append((index, found))
                left.removeAll { $0 == index }
            }
            return findings
        }

        /// The finding of a statement that one other covers.
        private mutating func single(_ index: Int) -> Finding? {
            for other in left where other != index && sketches[index].mayBeWithin(sketches[other]) {
                guard let (own, others) = pair(index, other), own.isWithin(others) else { continue }
                return Finding(
                    statement: own.statement, covering: [others.statement],
                    losesConditions: own.losesConditions(to: [others]))
            }
            return nil
        }

        /// The finding of a statement that several others cover together.
        private mutating func together(_ index: Int) -> Finding? {
            let others = left.filter { other in
                other != index && sketches[other].effect == sketches[index].effect
                    && sketches[index].mayMeet(sketches[other])
            }
            let statements = policy.statements
            // Many more actions than AWS takes in a policy are not compared each with each.
            guard others.count > 1, sketches.reduce(0, { $0 + $1.actionCount }) <= 2_000,
                sketches[index].mayBeWithin(others.lazy.map { [sketches] in sketches[$0] }),
                StatementSketch.mayCover(others.lazy.map { statements[$0] }, statements[index]),
                let own = scope(index)
            else { return nil }
            let covering = own.scopes(coveringTogether: others.compactMap { scope($0) })
            if covering.isEmpty { return nil }
            return Finding(
                statement: own.statement, covering: covering.map(\.statement),
                losesConditions: own.losesConditions(to: covering))
        }

        /// The scopes of two statements, where the second may cover the first at a quick look.
        private mutating func pair(_ index: Int, _ other: Int) -> (StatementScope, StatementScope)? {
            guard sketches[index].effect == sketches[other].effect,
                StatementSketch.mayCover(CollectionOfOne(policy.statements[other]), policy.statements[index]),
                let own = scope(index), let others = scope(other)
            else { return nil }
            return (own, others)
        }

        private mutating func scope(_ index: Int) -> StatementScope? {
            if let known = scopes[index] { return known }
            let scope = StatementScope(policy.statements[index], hasVariables: policy.replacesVariables)
            scopes[index] = .some(scope)
            return scope
        }
    }
}

extension StatementScope {
    /// Whether an Allow that others cover has conditions which one of those does not have.
    fileprivate func losesConditions(to others: [StatementScope]) -> Bool {
        statement.allows && others.contains { !$0.impliesTests(of: self) }
    }
}
