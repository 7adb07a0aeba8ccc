extension PrincipalPermissions {
    /// A policy of a user or role, as it was read.
    struct Holding: Sendable {
        /// How it is attached.
        let attached: AttachedPolicy
        /// The policy.
        let reading: AttachedPolicy.Reading
    }

    /// The permissions of a user or role of an export. All its policies are read, each once.
    init(_ principal: AccountPrincipal) {
        var holdings: [Holding] = []
        var (mayAllowMore, mayDenyMore) = (principal.hasUnknownGroup, principal.hasUnknownGroup)
        var known: Set<String> = []
        for attached in principal.policies {
            // A user may have a policy by itself and by a group.
            if let arn = attached.arn, !known.insert(arn).inserted { continue }
            if let reading = attached.read() {
                holdings.append(Holding(attached: attached, reading: reading))
            } else {
                mayAllowMore = true
                mayDenyMore = mayDenyMore || AWSManagedPolicy.mayDeny(attached.arn)
            }
        }
        let boundary = principal.boundary.map { $0.read().map { Boundary.policy($0.policy) } ?? .unknown }
        self.init(
            holdings.map(\.reading.policy), within: boundary ?? .none, mayAllowMore: mayAllowMore,
            mayDenyMore: mayDenyMore)
        self.holdings = holdings
    }

    /// The policy in which a statement stands.
    func holding(of statement: Statement) -> Holding? {
        holdings.first { holding in holding.reading.policy.statements.contains { $0 === statement } }
    }

    /// Some of the policies, none of which can be left out, that together allow everything; empty where that
    /// cannot be told.
    func policiesAllowingEverything() -> [Holding] {
        guard isAdministrator == .yes else { return [] }
        var needed = holdings
        for holding in holdings {
            let rest = needed.filter { $0.reading.policy !== holding.reading.policy }
            if EffectivePermissions(rest.map(\.reading.policy)).certainlyAllows("*", on: "*") == .yes { needed = rest }
        }
        return needed
    }
}
