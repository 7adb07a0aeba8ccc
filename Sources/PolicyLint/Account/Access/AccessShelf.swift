import Synchronization

/// Keeps the graph of an account for all who ask for it.
final class AccessShelf: Sendable {
    private let graph = Mutex<AccessGraph?>(nil)

    /// The graph; it is made when it is first asked for.
    func graph(of evidence: AccountEvidence) -> AccessGraph {
        graph.withLock { known in
            if let known { return known }
            let made = AccessGraphBuilder.build(evidence)
            known = made
            return made
        }
    }
}

extension AccountEvidence {
    /// Who can become whom.
    var accessGraph: AccessGraph { accessShelf.graph(of: self) }
}
