import Synchronization

/// Keeps what was made of an account for all who ask for it.
final class AccessShelf: Sendable {
    private let graph = Mutex<AccessGraph?>(nil)
    private let policies = Mutex<[String: Int]?>(nil)

    /// The graph of who can become whom; it is made when it is first asked for.
    func graph(of evidence: AccountEvidence) -> AccessGraph {
        graph.withLock { known in
            if let known { return known }
            let made = AccessGraphBuilder.build(evidence)
            known = made
            return made
        }
    }

    /// Where the managed policy of an ARN stands in the account's list.
    func place(ofPolicy arn: String, in evidence: AccountEvidence) -> Int? {
        policies.withLock { known in
            if let known { return known[arn] }
            let places = evidence.managedPolicies.elements.enumerated().compactMap { place, policy in
                policy.arn.map { ($0.value.value, place) }
            }
            let made = Dictionary(places, uniquingKeysWith: { first, _ in first })
            known = made
            return made[arn]
        }
    }
}

extension AccountEvidence {
    /// Who can become whom.
    var accessGraph: AccessGraph { accessShelf.graph(of: self) }

    /// The managed policy of an ARN.
    public func managedPolicy(arn: String) -> ManagedPolicyEvidence? {
        accessShelf.place(ofPolicy: arn, in: self).map { managedPolicies.elements[$0] }
    }
}
