/// What becomes of a request.
enum Verdict: Hashable, Sendable {
    /// It is allowed.
    case allow
    /// A Deny statement stops it.
    case explicitDeny
    /// No statement allows it.
    case implicitDeny
    /// It cannot be told.
    case unclear

    /// The verdict on a request that is allowed and denied to the extent given.
    init(allowed: Answer, denied: Answer) {
        switch (denied, allowed) {
        case (.yes, _): self = .explicitDeny
        case (_, .no): self = .implicitDeny
        case (.no, .yes): self = .allow
        default: self = .unclear
        }
    }
}

/// What one policy says to a request.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>.
struct PolicyVerdict: Sendable {
    /// Whether a Deny statement matches.
    private(set) var denies = Answer.no
    /// Whether an Allow statement matches that names the caller by itself.
    private(set) var allowsItself = Answer.no
    /// Whether an Allow statement matches that names the caller's role, or everyone.
    private(set) var allowsEntity = Answer.no
    /// Whether an Allow statement matches that names the caller's account.
    private(set) var allowsAccount = Answer.no

    /// The verdict of a policy.
    init(_ policy: Policy, on request: Request) {
        for statement in policy.statements {
            let matches = statement.matches(request, hasVariables: policy.replacesVariables)
            switch statement.effect.value {
            case .deny: denies = denies.or(matches)
            case .allow: add(matches, as: statement.match(request.caller))
            case nil where matches != .no:
                denies = denies.or(.unclear)
                add(.unclear, as: statement.match(request.caller))
            case nil: break
            }
        }
        if !policy.unrecognisedStatements.isEmpty {
            denies = denies.or(.unclear)
            add(.unclear, as: nil)
        }
    }

    /// Whether an Allow statement matches.
    var allows: Answer { allowsItself.or(allowsEntity).or(allowsAccount) }

    /// The verdict where there is no other policy.
    var alone: Verdict { Verdict(allowed: allows, denied: denies) }

    private mutating func add(_ matches: Answer, as match: PrincipalMatch?) {
        switch match {
        case .account: allowsAccount = allowsAccount.or(matches)
        case .entity, .anyone: allowsEntity = allowsEntity.or(matches)
        case .itself, nil: allowsItself = allowsItself.or(matches)
        }
    }
}
