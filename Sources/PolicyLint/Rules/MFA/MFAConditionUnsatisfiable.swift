/// A condition on MFA that meets somebody who can never show it.
enum MFAConditionUnsatisfiable: ConditionedPolicyRule {
    static let metadata = RuleMetadata(
        id: "mfa-condition-unsatisfiable", wing: .mfa, severity: .error,
        kinds: DocumentKinds(.trustPolicy, .identityPolicy, .resourcePolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html")
        ])

    static let keysOfConcern: NameSet? = MFACondition.keys

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // A quick look that spares most statements from being read.
        for statement in policy.conditionedStatements where statement.mentionsMFA { check(statement, policy, &context) }
    }

    private static func check(_ statement: Statement, _ policy: Policy, _ context: inout RuleContext) {
        guard let reading = MFAReading(statement), let contexts = reading.contexts, !contexts.isEmpty,
            let culprit = reading.conditions.first?.condition
        else { return }
        let outcome = Outcome(allows: statement.allows, holds: contexts.contains(.noKey))
        if context.document.isPermissionsOfRole {
            context.report(.roleSession(outcome), at: culprit.keyMember.key.span)
            return
        }
        guard let machine = statement.principalsWithoutMFA.first else {
            guard outcome == .deniesAlways, let machine = lockedOut(by: statement, in: policy) else { return }
            context.report(
                .unsatisfiable(machine, outcome, .warning), at: culprit.keyMember.key.span,
                related: [Diagnostic.Related("this principal never carries the key", at: machine.value.span)])
            return
        }
        // Where people share the statement, only that the others are locked out is worth saying.
        let isShared = MFAAudience.hasPeople(statement, context.document)
        if isShared && outcome != .neverAllows { return }
        let severity: Severity? = outcome == .neverAllows ? nil : .warning
        context.report(
            .unsatisfiable(machine, isShared ? .sharedNeverAllows : outcome, severity), at: culprit.keyMember.key.span,
            related: [Diagnostic.Related("this principal never carries the key", at: machine.value.span)])
    }

    /// The role or service that another statement lets in, and that a Deny of requests without the key always stops,
    /// whatever its other conditions.
    private static func lockedOut(by deny: Statement, in policy: Policy) -> Principal? {
        let hasVariables = policy.replacesVariables
        return policy.statements.lazy
            .filter { $0.allows && deny.reaches(everythingOf: $0, hasVariables: hasVariables) }
            .flatMap(\.principalsWithoutMFA)
            .first { machine in
                let caller: CallerContext
                switch PrincipalSort(machine) {
                case .role: caller = .iamPrincipal
                case .service: caller = .service
                default: return false
                }
                return deny.conditions.allSatisfy {
                    MFACondition($0) != nil || caller.meets($0, hasVariables: hasVariables) == .yes
                }
            }
    }

    /// What becomes of a statement without the key.
    fileprivate enum Outcome: String {
        case neverAllows = "this statement never lets it in"
        case sharedNeverAllows = "this statement lets only the other principals in"
        case allowsAlways = "this condition always holds for it and requires nothing"
        case neverDenies = "this Deny never stops it"
        case deniesAlways = "this Deny always stops it, MFA or not"

        init(allows: Bool, holds: Bool) {
            self = allows ? (holds ? .allowsAlways : .neverAllows) : (holds ? .deniesAlways : .neverDenies)
        }
    }
}

extension Message {
    fileprivate static func unsatisfiable(
        _ principal: Principal, _ outcome: MFAConditionUnsatisfiable.Outcome, _ severity: Severity?
    ) -> Message {
        // AWS says it of a role's sessions; that one role does not hand MFA on to the next follows from it.
        Message(
            "`\(principal.value.value)` never carries this key, so \(outcome.rawValue)",
            help: "leave the condition to a statement for IAM users; guard this principal by its own keys",
            severity: PrincipalSort(principal) == .role ? .warning : severity)
    }

    fileprivate static func roleSession(_ outcome: MFAConditionUnsatisfiable.Outcome) -> Message {
        Message(
            "a session of a role never carries this key, so \(outcome.rawValue)",
            help: "require MFA in the role's trust policy instead, where the people who assume it still carry the key",
            severity: .warning)
    }
}
