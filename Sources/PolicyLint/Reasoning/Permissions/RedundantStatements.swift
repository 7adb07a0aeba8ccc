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
        /// Whether the one that covers it speaks of no other requests.
        let isRepetition: Bool
    }

    /// The findings, in the order of the statements.
    let findings: [Finding]

    /// Looks at all statements of a policy.
    init(in policy: Policy) {
        guard policy.statements.count > 1 else {
            findings = []
            return
        }
        var search = Search(policy)
        findings = search.run()
    }

    /// The search through the pairs of statements. Few of them are read in full.
    private struct Search {
        private let policy: Policy
        private let sketches: [StatementSketch]
        private var scopes: [StatementScope??]
        private var isRemoved: [Bool]

        init(_ policy: Policy) {
            self.policy = policy
            sketches = policy.statements.map(StatementSketch.init)
            scopes = Array(repeating: nil, count: policy.statements.count)
            isRemoved = Array(repeating: false, count: policy.statements.count)
        }

        mutating func run() -> [Finding] {
            var findings: [Int: Finding] = [:]
            for index in sketches.indices {
                guard let found = single(index) else { continue }
                isRemoved[index] = true
                findings[index] = found
            }
            for index in sketches.indices where !isRemoved[index] {
                guard let found = together(index) else { continue }
                isRemoved[index] = true
                findings[index] = found
            }
            return findings.sorted { $0.key < $1.key }.map(\.value)
        }

        /// The finding of a statement that one other covers.
        private mutating func single(_ index: Int) -> Finding? {
            for other in sketches.indices where mayCover(other, index) && !isRemoved[other] {
                guard let own = scope(index), let others = scope(other), own.isWithin(others) else { continue }
                let isRepetition = sketches[other].mayBeWithin(sketches[index]) && others.isWithin(own)
                // Of two that say the same, the first one stays.
                if isRepetition && other > index { continue }
                return Finding(statement: own.statement, covering: [others.statement], isRepetition: isRepetition)
            }
            return nil
        }

        /// The finding of a statement that several others cover together.
        private mutating func together(_ index: Int) -> Finding? {
            let others = sketches.indices.filter { other in
                other != index && !isRemoved[other] && sketches[other].hasSameEffect(as: sketches[index])
            }
            guard others.count > 1, sketches[index].mayBeWithin(StatementSketch(union: others.map { sketches[$0] })),
                let own = scope(index)
            else { return nil }
            let covering = others.compactMap { scope($0) }.filter {
                own.impliesConditions(of: $0) && own.isWithinPrincipals(of: $0)
            }
            guard covering.count > 1, own.isWithin(unionOf: covering) else { return nil }
            // Those that can be left out do not help.
            var needed = covering
            for scope in covering {
                let rest = needed.filter { $0.statement !== scope.statement }
                if own.isWithin(unionOf: rest) { needed = rest }
            }
            return Finding(statement: own.statement, covering: needed.map(\.statement), isRepetition: false)
        }

        private func mayCover(_ other: Int, _ index: Int) -> Bool {
            other != index && sketches[other].hasSameEffect(as: sketches[index])
                && sketches[index].mayBeWithin(sketches[other])
        }

        private mutating func scope(_ index: Int) -> StatementScope? {
            if let known = scopes[index] { return known }
            let scope = StatementScope(policy.statements[index], hasVariables: policy.replacesVariables)
            scopes[index] = .some(scope)
            return scope
        }
    }
}
