/// A user or role of the account, and what says what it may do.
struct AccessPrincipal {
    /// The user or role.
    let node: AccessNode
    /// Its ARN.
    let arn: AmazonResourceName
    /// Its policies, and those of its groups, as far as the export holds them.
    let policies: [HeldPolicy]
    /// The ARNs by whose change its permissions are changed: its own, its groups' and its managed policies'.
    let handles: [String]
    /// The ARN of its permissions boundary.
    let boundaryARN: String?
    /// Its permissions boundary.
    let boundary: PrincipalPermissions.Boundary
    /// Why it is not known what the boundary allows; nil where it is.
    let boundaryGap: EvidenceGap?
    /// Whether a policy that the export does not hold may deny more.
    let mayDenyMore: Bool
    /// The tags that its requests carry; nil where they are not known.
    let tags: [IAMTag]?
    /// Why it may be allowed more; nil where it is not.
    let gap: EvidenceGap?
    /// A quick look at all its policies.
    let sketch: GrantSketch
    /// The same for all who have the same policies; nil for those who have policies of their own.
    let key: String?

    /// A policy that somebody has.
    struct HeldPolicy {
        /// Where its text is; nil for AdministratorAccess, whose text everybody knows.
        let evidence: PolicyEvidence?
        /// The text of a managed policy, which many have; nil where it is not kept.
        let shared: Policy?
        /// Evidence for all of it.
        let whole: Evidence

        /// The policy.
        var policy: Policy? { shared ?? evidence?.policy }

        /// Evidence at a place of the policy.
        func evidence(_ says: String, at span: SourceSpan) -> Evidence {
            evidence?.evidence(says, at: span)
                ?? Evidence(file: whole.file, span: whole.span, says: says)
        }
    }

    /// The same with the texts of all its policies at hand: of a large export they are read anew each time.
    var withTexts: AccessPrincipal {
        AccessPrincipal(
            node: node, arn: arn,
            policies: policies.map { HeldPolicy(evidence: $0.evidence, shared: $0.policy, whole: $0.whole) },
            handles: handles, boundaryARN: boundaryARN, boundary: boundary, boundaryGap: boundaryGap,
            mayDenyMore: mayDenyMore, tags: tags, gap: gap, sketch: sketch, key: key)
    }

    /// Whether what is not known may take away what is.
    var isLimitedByUnknowns: Bool {
        if case .unknown = boundary { return true }
        return mayDenyMore
    }

    /// The caller that it is when it asks for something.
    var caller: Caller {
        guard case .role(let name) = node,
            let session = AmazonResourceName("arn:\(arn.partition):sts::\(arn.account):assumed-role/\(name)/session")
        else { return .user(arn) }
        return .roleSession(session, role: arn)
    }
}
