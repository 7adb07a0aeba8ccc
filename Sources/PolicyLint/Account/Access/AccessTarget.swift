/// What there is in an account that policies name as a resource of IAM's actions.
enum AccessTarget: Hashable {
    case users, roles, groups, policies
}

extension AccessGraphBuilder {
    /// The users, roles, groups or policies of the account that statements allow an action on, by name or by a pattern,
    /// each once. What is allowed on just any of them is left out.
    mutating func targets(
        of action: String, _ sort: AccessTarget, in principal: AccessPrincipal
    ) -> [(arn: String, evidence: Evidence)] {
        guard principal.sketch.mayAllow(action) else { return [] }
        let name = ActionName(action)
        let probe = ResourceProbe.probes(of: name, catalogue).first.map { principal.own($0.text) } ?? ResourceProbe.name
        var seen: Set<String> = []
        var result: [(arn: String, evidence: Evidence)] = []
        for held in principal.policies {
            for statement in held.policy?.statements ?? [] where statement.allows && statement.speaks(of: name) {
                for resource in statement.resources {
                    for arn in arns(sort, like: resource.value, principal, probe) where seen.insert(arn).inserted {
                        result.append((arn, held.evidence("allows `\(action)` on `\(arn)`", at: resource.span)))
                    }
                }
            }
        }
        return result
    }

    private mutating func arns(
        _ sort: AccessTarget, like resource: String, _ principal: AccessPrincipal, _ probe: String
    ) -> [String] {
        // A variable stands for something of the one who asks.
        if resource.hasVariable { return sort == .users ? [principal.arn.description] : [] }
        if !resource.hasWildcard { return known(sort).contains(resource) ? [resource] : [] }
        if GlobPattern.matches(probe, pattern: resource) { return [] }
        if let known = targets[sort]?[resource] { return known }
        let found = known(sort).filter { GlobPattern.matches($0, pattern: resource) }.sorted()
        targets[sort, default: [:]][resource] = found
        return found
    }

    private func known(_ sort: AccessTarget) -> Set<String> { targetARNs[sort] ?? [] }

    /// The ARNs of what there is in the account.
    static func targetARNs(_ evidence: AccountEvidence, _ principals: [AccessPrincipal]) -> [AccessTarget: Set<String>]
    {
        func arns(_ sort: (AccessNode) -> Bool) -> Set<String> {
            Set(principals.filter { sort($0.node) }.map(\.arn.description))
        }
        return [
            .users: arns { if case .user = $0 { true } else { false } },
            .roles: arns { if case .role = $0 { true } else { false } },
            .groups: Set(evidence.groups.elements.compactMap(\.arn)),
            .policies: Set(
                evidence.managedPolicies.elements.compactMap(\.arn?.value.value).filter { arn in
                    arn.arnFields.map { AmazonResourceName.isAccountID($0[4]) } ?? false
                }),
        ]
    }
}
