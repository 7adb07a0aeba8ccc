/// What a user or role may do by all its policies together, under its permissions boundary.
///
/// Policies of resources, of sessions and of the organization are not looked at: a yes is a yes as far as the
/// principal's own policies go.
struct PrincipalPermissions: Sendable {
    /// A permissions boundary.
    enum Boundary: Sendable {
        /// There is none.
        case none
        /// This one.
        case policy(Policy)
        /// There is one, and it is not known.
        case unknown
    }

    /// The policies that are known.
    let policies: [Policy]
    /// The boundary.
    let boundary: Boundary
    /// Whether a policy that is not known may allow more.
    let mayAllowMore: Bool
    /// Whether a policy that is not known may deny more.
    let mayDenyMore: Bool
    /// The policies as an export has them; empty where they do not come from one.
    var holdings: [Holding] = []
    /// Made when it is first asked for, a question without words: who only looks at the policies needs no reading of all
    /// statements.
    private let memory = Memo<Int, EffectivePermissions>()

    /// The permissions by some policies.
    init(
        _ policies: [Policy], within boundary: Boundary = .none, mayAllowMore: Bool = false, mayDenyMore: Bool = false
    ) {
        self.policies = policies
        self.boundary = boundary
        self.mayAllowMore = mayAllowMore
        self.mayDenyMore = mayDenyMore
    }

    private var effective: EffectivePermissions {
        memory.answer(0) { EffectivePermissions(policies, within: boundary.policy) }
    }

    /// Whether it can do an action that matches a pattern on a resource that matches one, if conditions hold.
    func canDo(_ action: String, on resource: String = "*") -> Answer {
        let answer = effective.mayAllow(action, on: resource)
        return answer == .yes && isLimitedByUnknowns ? .unclear : answer == .no && mayAllowMore ? .unclear : answer
    }

    /// Whether it can do all actions that match a pattern on all resources that match one, whatever else a
    /// request carries.
    func canCertainlyDo(_ action: String, on resource: String) -> Answer {
        let answer = effective.certainlyAllows(action, on: resource)
        return answer == .yes && isLimitedByUnknowns ? .unclear : answer == .no && mayAllowMore ? .unclear : answer
    }

    /// Whether it may do everything.
    var isAdministrator: Answer { canCertainlyDo("*", on: "*") }

    /// Those of some ways of escalation that are open to it on anybody; none where that cannot be told.
    func openWays(among ways: [EscalationPath], _ catalogue: ServiceCatalogue) -> [OpenEscalation] {
        if ways.isEmpty || isLimitedByUnknowns { return [] }
        let grants = OpenGrants(policies, within: boundary.policy, catalogue)
        return OpenEscalation.find(among: ways, grants).filter { !$0.isOnSelf }
    }

    /// Whether it is an administrator, or can make itself one by changing who may do what. Whether a role that
    /// it may pass or use is an administrator's, only the account can tell.
    func canBecomeAdministrator(_ catalogue: ServiceCatalogue) -> Answer {
        let now = isAdministrator
        if now == .yes { return .yes }
        let sketch = GrantSketch(policies)
        if sketch.ways.isEmpty { return now }
        return openWays(among: sketch.ways, catalogue).contains { $0.path.kind == .grant } ? .yes : .unclear
    }

    /// Whether what is not known may take away what is.
    private var isLimitedByUnknowns: Bool {
        if case .unknown = boundary { return true }
        return mayDenyMore
    }
}

extension PrincipalPermissions.Boundary {
    /// The policy, where it is known.
    var policy: Policy? { if case .policy(let policy) = self { policy } else { nil } }
}
