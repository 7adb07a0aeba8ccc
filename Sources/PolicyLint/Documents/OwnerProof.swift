/// What shows of which service the policy in an answer is.
enum OwnerProof {
    /// An action begins with the service's prefix and colon.
    case action(of: String)
    /// None does.
    case noAction(of: String)

    /// Whether a policy shows it.
    func isGiven(by policy: Policy) -> Bool {
        switch self {
        case .action(let service): policy.hasAction(of: service)
        case .noAction(let service): !policy.hasAction(of: service)
        }
    }
}

extension Policy {
    /// Whether an action begins with a service's prefix and colon.
    func hasAction(of service: String) -> Bool {
        statements.contains { $0.actions.contains { $0.value.hasPrefixIgnoringCase(service) } }
    }
}
