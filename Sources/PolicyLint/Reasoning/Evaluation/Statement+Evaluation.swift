/// What statements say to one request.
extension Statement {
    /// Whether the statement is about a request.
    ///
    /// - Parameter hasVariables: Whether the policy's version replaces `${…}`.
    func matches(_ request: Request, hasVariables: Bool) -> Answer {
        matchesAction(request)
            .and(matchesResource(request, hasVariables))
            .and(matchesCaller(request))
            .and(matchesConditions(request, hasVariables))
    }

    private func matchesAction(_ request: Request) -> Answer {
        switch (action, notAction) {
        case (.present(let list, _), .absent): Self.matches(request.action, list)
        case (.absent, .present(let list, _)): Self.matches(request.action, list).negated
        default: .unclear
        }
    }

    private static func matches(_ action: String, _ list: StringList) -> Answer {
        let isListed = list.items.contains { GlobPattern.matches(action, pattern: $0.value, ignoringCase: true) }
        return isListed || list.unrecognised.isEmpty ? Answer(isListed) : .unclear
    }

    private func matchesResource(_ request: Request, _ hasVariables: Bool) -> Answer {
        switch (resource, notResource) {
        case (.present(let list, _), .absent): Self.matches(request, list, hasVariables)
        case (.absent, .present(let list, _)): Self.matches(request, list, hasVariables).negated
        // A trust policy, or one that can mean only the resource it is attached to.
        case (.absent, .absent): .yes
        default: .unclear
        }
    }

    private static func matches(_ request: Request, _ list: StringList, _ hasVariables: Bool) -> Answer {
        let patterns = list.items.compactMap { item in
            GlobPattern(resource: item.value, hasVariables: hasVariables).resolved { request.text(for: $0) }
        }
        // A variable without a value may make the whole statement invalid.
        if patterns.count < list.items.count || !list.unrecognised.isEmpty { return .unclear }
        return patterns.any { $0.match(request.resource) }
    }

    private func matchesConditions(_ request: Request, _ hasVariables: Bool) -> Answer {
        switch condition {
        case .absent: return .yes
        case .unrecognised: return .unclear
        case .present(let block, _):
            let holds = block.conditions.all { $0.holds(for: request, hasVariables: hasVariables) }
            return holds.and(block.unrecognised.isEmpty ? .yes : .unclear)
        }
    }

    // MARK: Principals

    private func matchesCaller(_ request: Request) -> Answer {
        switch (principal, notPrincipal) {
        case (.absent, .absent): return .yes
        case (.present, .absent): return Answer(match(request.caller) != nil)
        case (.absent, .present(let block, _)): return Self.isLeftOver(request.caller, by: block)
        default: return .unclear
        }
    }

    /// As what the statement's principals name a caller: as that which counts most.
    func match(_ caller: Caller) -> PrincipalMatch? {
        let matches = Set(principals.compactMap { $0.match(caller) })
        return [.itself, .entity, .anyone, .account].first { matches.contains($0) }
    }

    /// Whether a caller is none of those whom `NotPrincipal` names. AWS may look for the caller, its role,
    /// and its account; where only some of them are named, it depends on the service.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html>.
    private static func isLeftOver(_ caller: Caller, by block: PrincipalBlock) -> Answer {
        let matches = Set(block.principals.compactMap { $0.match(caller) })
        if matches.isEmpty { return .yes }
        return matches.contains(.anyone) || matches.isSuperset(of: caller.namings) ? .no : .unclear
    }
}
