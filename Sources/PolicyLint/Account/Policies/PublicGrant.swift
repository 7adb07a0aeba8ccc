/// A statement of a resource's policy that lets everyone in.
struct PublicGrant {
    /// What it lets everyone do, in words.
    let says: String
    /// Where it names everyone.
    let span: SourceSpan

    /// Those of a policy, but for those whose time is over.
    static func all(in policy: Policy, at now: Timestamp?) -> [PublicGrant] {
        policy.statements.filter(\.allows).compactMap { statement in
            guard let anyone = statement.everyone, let deed = statement.deed,
                Strangers(letInBy: statement, in: policy, as: anyone) != nil,
                !(now.map { statement.isOver(at: $0, hasVariables: policy.replacesVariables) } ?? false)
            else { return nil }
            let who = statement.notPrincipal.isAbsent ? "anyone" : "anyone but those who are named"
            return PublicGrant(says: "\(who) may do \(deed)", span: anyone.value.span)
        }
    }
}

extension Statement {
    /// The principal that is everyone, or stands for everyone but those whom `NotPrincipal` names; nil where there is none.
    var everyone: Principal? {
        if let key = notPrincipal.member?.key {
            return principal.isAbsent ? Principal(type: .aws, value: key.map { _ in "*" }) : nil
        }
        return principals.first { $0.type == .aws && $0.identity == .anyone }
    }

    /// What the statement is about, in words; nil where it names no action.
    fileprivate var deed: String? {
        if let action = actions.first { return "`\(action.value)`" }
        return notActions.first.map { "everything but `\($0.value)`" }
    }
}
