/// A statement of a resource's policy that lets everyone in.
struct PublicGrant {
    /// What it lets everyone do, in words.
    let says: String
    /// Where it names everyone.
    let span: SourceSpan

    /// Those of a policy.
    static func all(in policy: Policy) -> [PublicGrant] {
        policy.statements.filter(\.allows).compactMap { statement in
            guard let anyone = statement.principals.first(where: { $0.type == .aws && $0.identity == .anyone }),
                let action = statement.actions.first,
                Strangers(letInBy: statement, in: policy, as: anyone) != nil
            else { return nil }
            return PublicGrant(says: "anyone may do `\(action.value)`", span: anyone.value.span)
        }
    }
}
