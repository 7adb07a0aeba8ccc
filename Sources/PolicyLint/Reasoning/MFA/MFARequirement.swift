/// Whether people can use what a statement allows without MFA, its whole document considered.
enum MFARequirement {
    /// How an Allow of a trust policy stands to people without MFA.
    enum Trust {
        /// No person can use it, or MFA is required, or another statement speaks of MFA for them and is
        /// to be judged itself.
        case settled
        /// The person can assume the role without MFA.
        case missing(Principal)
        /// The person can assume the role without MFA, though another statement requires it of them.
        case bypass(Principal, of: Statement)
        /// A Deny requires MFA, but only under further conditions.
        case conditional(Principal, deny: Statement)
    }

    /// How a statement of a trust policy stands to people without MFA.
    static func trust(_ statement: Statement, in policy: Policy, ownAccount: String?) -> Trust {
        guard statement.allows, statement.reaches(action: "sts:AssumeRole"),
            isReadable(statement), !statement.mentionsMFA
        else { return .settled }
        let people = statement.peoplePrincipals
        if people.isEmpty || statement.isLimitedToMachines { return .settled }
        for person in people {
            if statement.asksForExternalID && !isOwn(person, ownAccount) { continue }
            let found = trust(person, statement, in: policy)
            if case .settled = found { continue }
            return found
        }
        return .settled
    }

    private static func trust(_ person: Principal, _ statement: Statement, in policy: Policy) -> Trust {
        var open = MFAContexts.unprotected
        var intended: MFAContexts = []
        var limitedDeny: Statement?
        for deny in policy.statements where deny.denies {
            guard deny.reaches(action: "sts:AssumeRole"),
                deny.reaches(principal: person)
            else { continue }
            guard let reading = MFAReading(deny) else {
                // Nobody gets past a Deny without conditions.
                if deny.condition.isAbsent { return .settled }
                continue
            }
            open.subtract(reading.surelyStops)
            let stops = reading.contexts ?? .all
            // A Deny that misses its aim has a finding of its own.
            intended.formUnion(MFAFlaw.find(deny, in: policy) == nil ? stops.intersection(.unprotected) : stops)
            if !reading.isUnconditional { limitedDeny = deny }
        }
        if open.isEmpty { return .settled }
        if let limitedDeny, intended.isSuperset(of: .unprotected) { return .conditional(person, deny: limitedDeny) }
        if !intended.isEmpty { return .settled }
        let strict = policy.statements.first { other in
            other.allows && other.index != statement.index && other.reaches(action: "sts:AssumeRole")
                && other.peoplePrincipals.contains { $0.overlaps(person) }
                && MFAReading(other)?.requiresMFA == true
        }
        return strict.map { .bypass(person, of: $0) } ?? .missing(person)
    }

    /// Whether what an Allow gives takes MFA, by its own conditions or by a Deny that is as wide.
    static func isRequired(by statement: Statement, in policy: Policy) -> Answer {
        guard isReadable(statement) else { return .unclear }
        guard let reading = MFAReading(statement) else { return Answer(left(of: statement, in: policy).isEmpty) }
        guard reading.contexts != nil else { return .unclear }
        return Answer(open(reading, of: statement, in: policy).isEmpty)
    }

    /// The states without MFA in which a statement's Allow can be used, though its document's Denies
    /// are obeyed.
    static func open(_ reading: MFAReading, of statement: Statement, in policy: Policy) -> MFAContexts {
        reading.contexts?.intersection(left(of: statement, in: policy)) ?? []
    }

    /// The unconditional Allow that gives without MFA all that `strict` gives with it.
    static func bypass(of strict: Statement, in policy: Policy) -> Statement? {
        let loose = policy.statements.first { other in
            other.allows && other.index != strict.index && other.condition.isAbsent
                && other.reaches(everythingOf: strict, hasVariables: policy.replacesVariables)
        }
        return loose.flatMap { left(of: strict, in: policy).isEmpty ? nil : $0 }
    }

    /// The states without MFA that the Denies of the document leave to what a statement reaches.
    private static func left(of statement: Statement, in policy: Policy) -> MFAContexts {
        var left = MFAContexts.unprotected
        for deny in policy.statements where deny.denies && deny.mentionsMFA {
            guard let stops = MFAReading(deny)?.surelyStops,
                deny.reaches(everythingOf: statement, hasVariables: policy.replacesVariables)
            else { continue }
            left.subtract(stops)
        }
        return left
    }

    /// Whether the statement's elements that count here were understood.
    private static func isReadable(_ statement: Statement) -> Bool {
        if case .unrecognised = statement.condition { return false }
        return statement.condition.value?.unrecognised.isEmpty ?? true
    }

    private static func isOwn(_ principal: Principal, _ ownAccount: String?) -> Bool {
        guard let ownAccount else { return false }
        switch principal.identity {
        case .account(let account, _): return account == ownAccount
        case .user(let arn): return arn.account == ownAccount
        default: return false
        }
    }
}
