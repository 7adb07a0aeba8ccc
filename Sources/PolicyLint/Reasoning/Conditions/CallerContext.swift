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

    /// What the requests have in a key: no values where they do not carry it, nil where that cannot be told.
    fileprivate func values(of key: String) -> [String]? {
        if key.equalsIgnoringCase("aws:PrincipalIsAWSService") {
            return [self == .iamPrincipal || self == .forwarded ? "false" : "true"]
        }
        let isOfService =
            key.equalsIgnoringCase("aws:PrincipalServiceName")
            || key.equalsIgnoringCase("aws:PrincipalServiceNamesList")
        switch self {
        case .forwarded:
            if key.equalsIgnoringCase("aws:ViaAWSService") { return ["true"] }
            return isOfService || CallerKey.isOfSource(key) || CallerKey.isOfPrivateNetwork(key) ? [] : nil
        case .iamPrincipal: return isOfService || CallerKey.isOfSource(key) ? [] : nil
        case .service: return CallerKey.isOnlyOfIAMPrincipals(key) ? [] : nil
        case .sourcelessService: return CallerKey.isOnlyOfIAMPrincipals(key) || CallerKey.isOfSource(key) ? [] : nil
        }
    }
}

extension Statement {
    /// Whether the conditions leave room for requests of such a caller. Keys of which nothing is known may
    /// have what each condition wants, if they may be missing; conditions that were not understood may hold.
    func mayHold(for caller: CallerContext, hasVariables: Bool) -> Bool {
        conditions.allSatisfy { condition in
            guard let values = caller.values(of: condition.key) else { return true }
            var request = Request(by: .anonymous, "", on: "")
            request[condition.key] = values
            return condition.holds(for: request, hasVariables: hasVariables) != .no
        }
    }
}
