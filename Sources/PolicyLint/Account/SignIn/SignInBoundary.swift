/// The permissions boundary of a user who signs in: what it does not allow, the user may not do, whatever their policies
/// allow.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html>.
struct SignInBoundary {
    /// What shows the boundary; nil where there is none.
    let evidence: Evidence?
    /// Why it is not known what it allows; nil where it is, or there is none.
    let gap: EvidenceGap?
    /// The actions that it allows and nobody needs to sign in; nil where that is not known.
    private let excess: [GlobPattern]?

    /// The boundary of a user.
    init(of user: UserEvidence, _ account: AccountEvidence) {
        guard let attached = user.policies.boundary else {
            (evidence, gap, excess) = (nil, nil, nil)
            return
        }
        let arn = attached.value.value
        let said = attached.evidence("the permissions boundary is `\(arn)`", at: attached.value.span)
        evidence = said
        guard let policy = account.managedPolicy(arn: arn)?.version?.policy ?? AWSManagedPolicy.text(of: arn) else {
            gap = EvidenceGap("the export does not hold the permissions boundary `\(arn)`", [said])
            excess = nil
            return
        }
        gap = nil
        excess = SignInPermissions.excess(in: policy, of: user.name, account.catalogue)
            .map { GlobPattern(action: $0.actions) }
    }

    /// Whether it allows no more than is needed to sign in.
    var isTight: Bool { excess?.isEmpty ?? false }

    /// Whether it allows none of some actions but those that are needed to sign in.
    func holds(_ actions: String) -> Bool {
        let pattern = GlobPattern(action: actions)
        return excess.map { $0.allSatisfy { $0.overlaps(pattern) == .no } } ?? false
    }
}
