/// What the policies of users and roles say.
extension AccessGraphBuilder {
    /// Adds those whom a user or role becomes by its own policies.
    mutating func addPermissions(of principal: AccessPrincipal) {
        let sketch = principal.sketch
        guard sketch.reachesAllServices || sketch.mayAllow(RoleAction.assumeRole.rawValue) || !sketch.ways.isEmpty
        else { return }
        let principal = principal.withTexts
        let found = findings(of: principal)
        if found.hangsOnBoundary { graph.noteDoubt(principal.boundaryGap) }
        if found.isAdministrator {
            add(principal, .administrator, .allowsEverything, .open, place(of: "*", in: principal, "allows everything"))
        }
        if found.assumesAny {
            let assuming = RoleAction.assumeRole.rawValue
            add(
                principal, .members, .assumesAny, .open,
                place(of: assuming, in: principal, "allows `\(assuming)` on every role"))
        } else {
            addNamedRoles(of: principal)
        }
        if found.isAdministrator { return }
        let grant = grant(of: principal)
        if let grant, !principal.isLimitedByUnknowns {
            add(principal, .administrator, .grants(grant.path), grant.passage, grant.evidence)
        } else if grant != nil {
            graph.noteDoubt(principal.boundaryGap)
        }
        if grant?.passage.rank == 0 { return }
        addServices(of: principal)
        addOthers(of: principal)
    }

    /// What was found of the policies of a user or role.
    mutating func findings(of principal: AccessPrincipal) -> PrincipalFindings {
        if let key = principal.key, let known = findings[key] { return known }
        let found = PrincipalFindings(principal, catalogue)
        if let key = principal.key { findings[key] = found }
        return found
    }

    /// Adds the edges of a passage.
    mutating func add(
        _ principal: AccessPrincipal, _ target: AccessNode, _ reason: AccessEdge.Reason, _ passage: AccessPassage,
        _ evidence: [Evidence]
    ) {
        if passage.isClosed || principal.node == target { return }
        graph.noteDoubt(principal.boundaryGap)
        for way in passage.ways {
            graph.add(
                AccessEdge(
                    from: principal.node, to: target, reason: reason, takesMFA: way.takesMFA,
                    isSure: way.isSure && !principal.isLimitedByUnknowns, evidence: evidence))
        }
    }

    /// Where an action is allowed; the whole of a policy where no single statement does.
    func place(of action: String, in principal: AccessPrincipal, _ says: String) -> [Evidence] {
        for held in principal.policies {
            for statement in held.policy?.statements ?? [] where statement.allows {
                guard action == "*" ? statement.allowsEverything : statement.place(of: action) != nil else { continue }
                guard let place = statement.place(of: action) ?? statement.actions.first else { continue }
                return [held.evidence(says, at: place.span)]
            }
        }
        return principal.policies.prefix(1).map(\.whole)
    }

    // MARK: Roles that are named

    /// Adds the roles that let the account in, and that the principal's policies name.
    private mutating func addNamedRoles(of principal: AccessPrincipal) {
        let assuming = RoleAction.assumeRole.rawValue
        guard !openRoles.isEmpty, principal.sketch.mayAllow(assuming) else { return }
        var seen: Set<String> = []
        var layers = layers(principal)
        layers.needsResourcePolicy = true
        for held in principal.policies {
            guard let policy = held.policy else { continue }
            for statement in policy.statements where statement.allows {
                guard let place = statement.place(of: assuming) else { continue }
                for arn in openRoles(namedIn: statement) where seen.insert(arn).inserted {
                    guard let role = openRoles[arn] else { continue }
                    guard takePair() else { return }
                    layers.resource = role.policy
                    let passage = AccessPassage(
                        layers, assuming, on: arn, by: principal.caller, circumstances(of: principal, on: arn))
                    add(
                        principal, role.node, .trust, passage,
                        [held.evidence("allows `\(assuming)` on the role", at: place.span), role.evidence])
                }
            }
        }
    }

    /// Whether one more pair may be asked about.
    mutating func takePair() -> Bool {
        if pairsLeft == 0 {
            graph.note(Self.tooMany)
            return false
        }
        pairsLeft -= 1
        return true
    }

    /// The ARNs of those roles that let the account in that a statement names: by name at once, by pattern one by one.
    private mutating func openRoles(namedIn statement: Statement) -> [String] {
        if !statement.notResource.isAbsent { return openRoles(like: "*") }
        return statement.resources.flatMap { resource in
            // What a variable stands for is asked of each role: here it is anything.
            resource.value.hasVariable
                ? openRoles(like: resource.value.withWildcardsForVariables)
                : resource.value.hasWildcard
                    ? openRoles(like: resource.value) : openRoles[resource.value] == nil ? [] : [resource.value]
        }
    }

    /// The ARNs that match a pattern, which is looked at once for all whose policies have it.
    private mutating func openRoles(like pattern: String) -> [String] {
        if let known = matches[pattern] { return known }
        let found = openRoles.keys.filter { GlobPattern.matches($0, pattern: pattern) }.sorted()
        matches[pattern] = found
        return found
    }

    /// Whether so much more may be asked about what policies name.
    mutating func takeTarget(cost: Int = 1) -> Bool {
        if targetsLeft < cost {
            graph.note(Self.tooMany)
            return false
        }
        targetsLeft -= cost
        return true
    }

    // MARK: Ways of escalation

    /// The easiest way by which a user or role changes who may do what, on whomever it likes.
    func grant(
        of principal: AccessPrincipal
    ) -> (path: EscalationPath, passage: AccessPassage, evidence: [Evidence])? {
        var best: (path: EscalationPath, passage: AccessPassage)?
        for way in principal.sketch.ways where way.kind == .grant {
            let found = way.actions.reduce(AccessPassage.open) { $0.and(onAnybody($1, principal)) }
            if found.rank < best?.passage.rank ?? AccessPassage.closed.rank { best = (way, found) }
            if found.rank == 0 { break }
        }
        guard let best, let action = best.path.actions.first else { return nil }
        return (best.path, best.passage, place(of: action, in: principal, "lets its holder \(best.path.deed)"))
    }

    /// Whether an action is let through on those of whom no policy knows: they have no tags and no boundary.
    private func onAnybody(
        _ action: String, _ principal: AccessPrincipal, _ context: [(key: String, value: String)] = []
    ) -> AccessPassage {
        guard principal.mayAllowOnAnybody(action) else { return .closed }
        var circumstances = circumstances(of: principal)
        circumstances.context += context
        circumstances.absent = ["iam:PermissionsBoundary"]
        let layers = layers(principal)
        return ResourceProbe.probes(of: ActionName(action), catalogue).reduce(AccessPassage.open) { passage, probe in
            passage.and(
                AccessPassage(layers, action, on: principal.own(probe.text), by: principal.caller, circumstances))
        }
    }

    /// Whether an action is let through on something that the caller makes, or chooses.
    private func onSomething(_ action: String, _ principal: AccessPrincipal) -> AccessPassage {
        let layers = layers(principal)
        let circumstances = circumstances(of: principal)
        var best = AccessPassage.closed
        for resource in principal.resources(for: action).prefix(8) {
            let found = AccessPassage(layers, action, on: resource, by: principal.caller, circumstances)
            if found.rank < best.rank { best = found }
            if best.rank == 0 { break }
        }
        return best
    }

    /// What a service can be made to do by those who hand it a role.
    private struct ServiceWay {
        let path: EscalationPath
        /// Whether all but handing over the role is let through.
        let passage: AccessPassage
    }

    /// The easiest way to work through each service that some role trusts.
    private func serviceWays(of principal: AccessPrincipal) -> [(service: String, way: ServiceWay)] {
        var ways: [(service: String, way: ServiceWay)] = []
        var known: [String: AccessPassage] = [:]
        for path in principal.sketch.ways {
            guard case .pass(let services) = path.kind, services.contains(where: { rolesOfServices[$0] != nil })
            else { continue }
            var passage = AccessPassage.open
            for action in path.actions.dropFirst() {
                let found = known[action] ?? onSomething(action, principal)
                known[action] = found
                passage = passage.and(found)
            }
            if passage.isClosed { continue }
            for service in services where rolesOfServices[service] != nil {
                let way = ServiceWay(path: path, passage: passage)
                guard let index = ways.firstIndex(where: { $0.service == service }) else {
                    ways.append((service, way))
                    continue
                }
                if passage.rank < ways[index].way.passage.rank { ways[index].way = way }
            }
        }
        return ways
    }

    /// Adds the services to which the principal hands any role, and that some role trusts, and the roles that it hands to
    /// them by name.
    private mutating func addServices(of principal: AccessPrincipal) {
        guard principal.sketch.mayAllow(EscalationPath.passing) else { return }
        let ways = serviceWays(of: principal)
        if ways.isEmpty { return }
        for (service, way) in ways {
            add(
                principal, .service(service), .passes(way.path),
                onAnybody(EscalationPath.passing, principal, [("iam:PassedToService", service)]).and(way.passage),
                place(of: EscalationPath.passing, in: principal, "lets its holder \(way.path.deed)"))
        }
        let layers = layers(principal)
        for target in targets(of: EscalationPath.passing, .roles, in: principal) {
            guard let role = self.principal(target.arn)?.node,
                let found = ways.first(where: { rolesOfServices[$0.service]?.contains(role) ?? false })
            else { continue }
            guard takeTarget() else { return }
            var circumstances = circumstances(of: principal)
            circumstances.context.append(("iam:PassedToService", found.service))
            let passage = AccessPassage(
                layers, EscalationPath.passing, on: target.arn, by: principal.caller, circumstances)
            add(principal, role, .passes(found.way.path), passage.and(found.way.passage), [target.evidence])
        }
    }
}

extension AccessPrincipal {
    /// Whether a statement may allow an action on those of whom no policy knows.
    fileprivate func mayAllowOnAnybody(_ action: String) -> Bool {
        guard sketch.mayAllow(action) else { return false }
        let name = ActionName(action)
        return policies.contains { held in
            (held.policy?.statements ?? []).contains { statement in
                guard statement.allows, statement.speaks(of: name) else { return false }
                // A variable stands for something of the one who asks.
                return statement.resources.isEmpty
                    || statement.resources.contains { $0.value.hasWildcard && !$0.value.hasVariable }
            }
        }
    }

    /// A probe as a resource of the account.
    func own(_ probe: String) -> String {
        guard let fields = probe.arnFields else { return probe }
        let own = ["arn", arn.partition, String(fields[2]), "us-east-1", arn.account]
        let filled = zip(fields, own).map { $0 == "*" ? $1 : String($0) }
        return (filled + [String(fields[5]).replacing("*", with: ResourceProbe.name)]).joined(separator: ":")
    }

    /// Resources on which some statement allows an action, one for each that it names.
    fileprivate func resources(for action: String) -> [String] {
        let name = ActionName(action)
        return policies.flatMap { held in
            (held.policy?.statements ?? []).filter { $0.allows && $0.speaks(of: name) }.flatMap { statement in
                statement.resources.isEmpty
                    ? [ResourceProbe.name]
                    : statement.resources.map { resource in
                        let text = resource.value.replacing("?", with: "x")
                        return own(text).replacing("*", with: ResourceProbe.name)
                    }
            }
        }
    }
}
