/// All policies that have a say in a request.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html>.
struct PolicyLayers: Sendable {
    /// The policies of the user, its groups, or the role.
    var identity: [Policy] = []
    /// The policy of the resource.
    var resource: Policy?
    /// The permissions boundary of the user or role.
    var boundary: Policy?
    /// The policies that were passed when the session began; nil where none were.
    var session: [Policy]?
    /// The service control policies of the caller's account: one list a level of the organization.
    var serviceControl: [[Policy]] = []
    /// The resource control policies of the resource's account: one list a level of the organization.
    var resourceControl: [[Policy]] = []
    /// Whether the caller belongs to the account of the resource.
    var isSameAccount = true
    /// Whether nothing goes without the policy of the resource, as for the trust policies of roles and the
    /// key policies of KMS.
    var needsResourcePolicy = false

    /// What becomes of a request.
    func verdict(on request: Request) -> Verdict {
        let policies = identity + (session ?? []) + [resource, boundary].compactMap(\.self)
        let all = policies + serviceControl.joined() + resourceControl.joined()
        let denied = all.any { PolicyVerdict($0, on: request).denies }
        let allowed = isAllowed(request)
            .and(serviceControl.all { Self.allows($0, request) })
            .and(resourceControl.all { Self.allows($0, request) })
        return Verdict(allowed: allowed, denied: denied)
    }

    private static func allows(_ policies: [Policy], _ request: Request) -> Answer {
        policies.any { PolicyVerdict($0, on: request).allows }
    }

    private func isAllowed(_ request: Request) -> Answer {
        let granted = resource.map { PolicyVerdict($0, on: request) }
        // Services, providers and strangers have no policies of their own.
        guard request.caller.account != nil else { return granted?.allows ?? .no }
        let identityAllows = allowsByIdentity(request)
        let limits = (boundary.map { PolicyVerdict($0, on: request).allows } ?? .yes).and(allowsBySession(request))
        let anyGrant = granted?.allows ?? .no
        guard isSameAccount else { return anyGrant.and(identityAllows).and(limits) }
        // What the policy of a resource grants to a user or session itself, nothing else has to allow. What it
        // grants to a role is limited; to an account, it is for the account's own policies to pass on. For
        // everyone AWS does not say, and the narrower reading is taken.
        let own = needsResourcePolicy ? identityAllows.and(anyGrant) : identityAllows
        return (granted?.allowsItself ?? .no).or((granted?.allowsEntity ?? .no).or(own).and(limits))
    }

    private func allowsByIdentity(_ request: Request) -> Answer {
        // The root user may do everything in its account.
        if case .rootUser = request.caller { return .yes }
        return Self.allows(identity, request)
    }

    private func allowsBySession(_ request: Request) -> Answer {
        if let session { return Self.allows(session, request) }
        // Without a policy of its own, a federated session may do nothing.
        if case .federatedSession = request.caller { return .no }
        return .yes
    }
}
