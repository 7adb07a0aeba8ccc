/// The condition keys that tell one sort of caller from another, as its requests carry them.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>.
enum CallerContext {
    /// A user or role, by its own credentials.
    case iamPrincipal
    /// A service by its principal, for a resource of somebody.
    case service
    /// A service by its principal, for no resource: not all that services do is done for one.
    case sourcelessService
    /// A service by the credentials of its caller, for whom it asks something of another service.
    case forwarded
    /// Somebody who did not sign the request.
    case anonymous

    /// What the requests have in a key: no values where they do not carry it, nil where that cannot be told.
    fileprivate func values(of key: String) -> [String]? {
        if self == .anonymous { return Self.valuesOfAnonymous(key) }
        if key.equalsIgnoringCase("aws:PrincipalIsAWSService") {
            return [self == .iamPrincipal || self == .forwarded ? "false" : "true"]
        }
        let isOfService = CallerKey.isOfServicePrincipal(key)
        switch self {
        case .forwarded:
            if key.equalsIgnoringCase("aws:ViaAWSService") { return ["true"] }
            return isOfService || CallerKey.isOfSource(key) || CallerKey.isOfPrivateNetwork(key) ? [] : nil
        case .iamPrincipal: return isOfService || CallerKey.isOfSource(key) ? [] : nil
        case .service: return CallerKey.isOnlyOfIAMPrincipals(key) ? [] : nil
        case .sourcelessService: return CallerKey.isOnlyOfIAMPrincipals(key) || CallerKey.isOfSource(key) ? [] : nil
        case .anonymous: return nil
        }
    }

    /// AWS names an account and a type for those who did not sign, and says nothing else of them.
    private static func valuesOfAnonymous(_ key: String) -> [String]? {
        if key.equalsIgnoringCase("aws:PrincipalAccount") { return ["anonymous"] }
        if key.equalsIgnoringCase("aws:PrincipalType") { return ["Anonymous"] }
        if key.equalsIgnoringCase("aws:ViaAWSService") { return ["false"] }
        return CallerKey.isOfSignedRequests(key) ? [] : nil
    }

    /// Whether a condition holds for all such callers, or for none; unclear where it holds for some, or where
    /// nothing is known of its key.
    func meets(_ condition: Condition, hasVariables: Bool) -> Answer {
        guard let values = values(of: condition.key) else { return .unclear }
        var request = Request(by: .anonymous, "", on: "")
        request[condition.key] = values
        return condition.holds(for: request, hasVariables: hasVariables)
    }
}

extension Statement {
    /// Whether the conditions leave room for requests of such a caller. Keys of which nothing is known may
    /// have what each condition wants, if they may be missing; conditions that were not understood may hold.
    func mayHold(for caller: CallerContext, hasVariables: Bool) -> Bool {
        conditions.allSatisfy { caller.meets($0, hasVariables: hasVariables) != .no }
    }
}
