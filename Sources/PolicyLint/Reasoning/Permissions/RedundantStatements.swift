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
        var search = Search(policy)
        // A quick look: in most policies each statement has something of its own.
        if search.doubtful.isEmpty {
            (repetitions, covered) = ([], [])
            return
        }
        repetitions = search.repetitions()
        covered = search.covered()
    }

    /// The search through the pairs of statements. Few of them are read in full.
    private struct Search {
        private let policy: Policy
        private let sketches: [StatementSketch]
        /// The statements that others may cover, at a quick look.
        let doubtful: [Int]
        /// The statements that were found.
        private var found: Set<Int> = []
        private var scopes: [Int: StatementScope?] = [:]

        init(_ policy: Policy) {
            self.policy = policy
            let statements = policy.statements
            let sketches = statements.count > 1 ? statements.map { StatementSketch($0) } : []
            self.sketches = sketches
            let shared = StatementSketch.Shared(sketches)
            doubtful = sketches.indices.filter { index in
                // A list without members is a flaw of another sort.
                if sketches[index].hasEmptyList || sketches[index].effect == nil { return false }
                // A quick look at all others together.
                guard shared.mayCover(sketches[index]) else { return false }
                let others = StatementSketch.others(covering: index, of: sketches)
                return !others.isEmpty && statements[index].mayBeCovered(by: others.map { statements[$0] })
            }
        }

        mutating func repetitions() -> [Finding] {
            find { search, index in
                for other in 0..<index
                where search.sketches[other] == search.sketches[index] && !search.found.contains(other) {
                    guard let (own, others) = search.pair(index, other), own.isWithin(others), others.isWithin(own)
                    else { continue }
                    return Finding(statement: own.statement, covering: [others.statement], losesConditions: false)
                }
                return nil
            }
        }

        mutating func covered() -> [Finding] {
            let single = find { search, index in search.single(index) }
            let together = find { search, index in search.together(index) }
            return (single + together).sorted { $0.statement.index < $1.statement.index }
        }

        /// The findings of a test. What was found covers nothing afterwards.
        private mutating func find(_ find: (inout Search, Int) -> Finding?) -> [Finding] {
            var findings: [Finding] = []
            for index in doubtful where !found.contains(index) {
                guard let finding = find(&self, index) else { continue }
                findings.append(finding)
                found.insert(index)
            }
            return findings
        }

        /// Whether a statement may speak of requests of which another one speaks, has the same effect, and is left.
        private func mayCover(_ other: Int, _ index: Int) -> Bool {
            sketches[index].mayMeet(sketches[other]) && other != index
                && sketches[other].effect == sketches[index].effect && !sketches[other].hasEmptyList
                && !found.contains(other)
        }

        /// The finding of a statement that one other covers.
        private mutating func single(_ index: Int) -> Finding? {
            for other in sketches.indices
            where sketches[index].mayBeWithin(sketches[other]) && mayCover(other, index) {
                guard let (own, others) = pair(index, other), own.isWithin(others) else { continue }
                return Finding(
                    statement: own.statement, covering: [others.statement],
                    losesConditions: own.losesConditions(to: [others]))
            }
            return nil
        }

        /// The finding of a statement that several others cover together.
        private mutating func together(_ index: Int) -> Finding? {
            let others = sketches.indices.filter { mayCover($0, index) }
            let statements = policy.statements
            // Many more actions than AWS takes in a policy are not compared each with each.
            guard others.count > 1, sketches.reduce(0, { $0 + $1.actionCount }) <= 2_000,
                statements[index].mayBeCovered(by: others.map { statements[$0] }),
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
            guard policy.statements[index].mayBeCovered(by: CollectionOfOne(policy.statements[other])),
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
