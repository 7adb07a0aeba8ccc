/// A way by which one becomes another.
struct AccessEdge: Sendable {
    /// What makes the way.
    enum Reason: Hashable, Sendable {
        /// A role's trust policy lets somebody in.
        case trust
        /// Somebody's own policies let them assume every role that trusts the account.
        case assumesAny
        /// Somebody can hand a role to a service, and work through it.
        case passes(EscalationPath)
        /// Somebody can rewrite the trust policy of a role.
        case rewritesTrust
        /// Somebody's policies allow everything.
        case allowsEverything
        /// Somebody can change who may do what.
        case grants(EscalationPath)
    }

    /// Who becomes the other.
    let from: AccessNode
    /// Whom they become.
    let to: AccessNode
    /// How.
    let reason: Reason
    /// Whether it takes MFA.
    let takesMFA: Bool
    /// Whether it was proven, or hangs on conditions that the export does not tell of.
    let isSure: Bool
    /// What shows it.
    let evidence: [Evidence]

    /// Whether the way can be gone as far as is known: it was proven, or its conditions are met by what only those
    /// know who go it.
    var isOpen: Bool { isSure || from.meetsConditions }
}
