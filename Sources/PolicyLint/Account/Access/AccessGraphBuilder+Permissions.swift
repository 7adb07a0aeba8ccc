/// What the policies of users and roles say.
extension AccessGraphBuilder {
    /// Adds those whom a user or role becomes by its own policies.
    mutating func addPermissions(of principal: AccessPrincipal) {
        let sketch = principal.sketch
        guard
            sketch.reachesAllServices || sketch.mayAllow(RoleAction.assumeRole.rawValue) || !sketch.ways.isEmpty
                || sketch.mayAllow(Self.rewriting)
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
        addGrants(of: principal, found.ways)
        addServices(of: principal, found.ways)
        addHandledRoles(of: principal)
    }

    private static let rewriting = "iam:UpdateAssumeRolePolicy"

    private mutating func findings(of principal: AccessPrincipal) -> PrincipalFindings {
        if let key = principal.key, let known = findings[key] { return known }
        let found = PrincipalFindings(principal, catalogue)
        if let key = principal.key { findings[key] = found }
        return found
    }

    private mutating func add(
        _ principal: AccessPrincipal, _ target: AccessNode, _ reason: AccessEdge.Reason, _ passage: AccessPassage,
        _ evidence: [Evidence], takesMFA: Bool = false
    ) {
        if passage == .closed || principal.node == target { return }
        graph.noteDoubt(principal.boundaryGap)
        graph.add(
            AccessEdge(
                from: principal.node, to: target, reason: reason, takesMFA: takesMFA || passage == .withMFA,
                isSure: passage != .unclear && !principal.isLimitedByUnknowns, evidence: evidence))
    }

    /// Where an action is allowed; the whole of a policy where no single statement does.
    private func place(of action: String, in principal: AccessPrincipal, _ says: String) -> [Evidence] {
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
                    if pairsLeft == 0 {
                        graph.note(EvidenceGap("the account has too many users and roles to look at all pairs"))
                        return
                    }
                    pairsLeft -= 1
                    layers.resource = role.policy
                    let passage = AccessPassage(layers, assuming, on: arn, by: principal.caller)
                    let said = [
                        held.evidence("allows `\(assuming)` on the role", at: place.span),
                        role.evidence,
                    ]
                    // Conditions of which the export does not tell may hold.
                    let isConditional = passage == .closed && !statement.condition.isAbsent
                    add(
                        principal, role.node, .trust, isConditional ? .unclear : passage, said,
                        takesMFA: isConditional && MFARequirement.isRequired(by: statement, in: policy) == .yes)
                }
            }
        }
    }

    /// The ARNs of those roles that let the account in that a statement names: by name at once, by pattern one by one.
    private mutating func openRoles(namedIn statement: Statement) -> [String] {
        if !statement.notResource.isAbsent { return openRoles(like: "*") }
        return statement.resources.flatMap { resource in
            resource.value.hasWildcard
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

    /// The roles of the account that statements name in full for an action.
    private func roles(namedFor action: String, in principal: AccessPrincipal) -> [(arn: String, evidence: Evidence)] {
        guard principal.sketch.mayAllow(action) else { return [] }
        return principal.policies.flatMap { held in
            (held.policy?.statements ?? []).filter { $0.allows && $0.place(of: action) != nil }.flatMap { statement in
                statement.resources.filter { positions[$0.value] != nil }.map { resource in
                    (resource.value, held.evidence("allows `\(action)` on the role", at: resource.span))
                }
            }
        }
    }

    // MARK: Ways of escalation

    /// Adds the first way by which the principal changes who may do what; one without MFA goes first.
    private mutating func addGrants(of principal: AccessPrincipal, _ ways: [OpenEscalation]) {
        var best: (way: OpenEscalation, passage: AccessPassage)?
        for way in ways where way.path.kind == .grant {
            let found = passage(of: way.path.actions, principal)
            if found == .closed || found == .unclear { continue }
            if best == nil || found == .open { best = (way, found) }
            if found == .open { break }
        }
        guard let best, let action = best.way.path.actions.first else { return }
        add(
            principal, .administrator, .grants(best.way.path), best.passage,
            place(of: action, in: principal, "lets its holder \(best.way.path.deed)"))
    }

    /// Adds the services to which the principal hands any role, and that some role trusts.
    private mutating func addServices(of principal: AccessPrincipal, _ ways: [OpenEscalation]) {
        var seen: Set<String> = []
        for way in ways {
            guard case .pass(let services) = way.path.kind else { continue }
            for service in services where rolesOfServices[service] != nil && seen.insert(service).inserted {
                add(
                    principal, .service(service), .passes(way.path),
                    passage(of: way.path.actions, principal, [("iam:PassedToService", service)]),
                    place(of: EscalationPath.passing, in: principal, "lets its holder \(way.path.deed)"))
            }
        }
    }

    /// Adds the roles that the principal's policies name in full, and that it can hand to a service that works for it,
    /// or whose trust policy it can rewrite.
    private mutating func addHandledRoles(of principal: AccessPrincipal) {
        for (arn, said) in roles(namedFor: Self.rewriting, in: principal) {
            guard let role = self.principal(arn)?.node else { continue }
            let found = AccessPassage(layers(principal), Self.rewriting, on: arn, by: principal.caller)
            add(principal, role, .rewritesTrust, found, [said])
        }
        let passed = roles(namedFor: EscalationPath.passing, in: principal)
        if passed.isEmpty { return }
        var grants = OpenGrants(principal.policies.compactMap(\.policy), within: principal.boundary.policy, catalogue)
        let ways = principal.sketch.ways.filter { way in
            guard case .pass = way.kind else { return false }
            return way.actions.dropFirst().allSatisfy { action in
                grants.statement(for: OpenGrants.Question(action: action, isWide: false)) != nil
            }
        }
        for (arn, said) in passed {
            guard let role = self.principal(arn)?.node else { continue }
            guard let (path, service) = way(among: ways, to: role) else { continue }
            let found = AccessPassage(
                layers(principal), EscalationPath.passing, on: arn, by: principal.caller,
                [("iam:PassedToService", service)])
            add(principal, role, .passes(path), found, [said])
        }
    }

    /// The first way that hands a role to a service which the role trusts.
    private func way(
        among ways: [EscalationPath], to role: AccessNode
    ) -> (path: EscalationPath, service: String)? {
        for way in ways {
            guard case .pass(let services) = way.kind else { continue }
            if let service = services.first(where: { rolesOfServices[$0]?.contains(role) ?? false }) {
                return (way, service)
            }
        }
        return nil
    }

    /// Whether all actions are let through that are allowed on any resource: on one of each sort at least.
    private func passage(
        of actions: [String], _ principal: AccessPrincipal, _ context: [(key: String, value: String)] = []
    ) -> AccessPassage {
        let start = "arn:\(principal.arn.partition):iam::\(principal.arn.account):"
        let resources = ["user/any", "role/any", "group/any", "policy/any"].map { start + $0 } + ["*"]
        let layers = layers(principal)
        var result = AccessPassage.open
        for action in actions {
            let found = resources.map { AccessPassage(layers, action, on: $0, by: principal.caller, context) }
            if found.contains(.open) { continue }
            if found.contains(.withMFA) {
                if result == .open { result = .withMFA }
            } else {
                return found.contains(.unclear) ? .unclear : .closed
            }
        }
        return result
    }
}
