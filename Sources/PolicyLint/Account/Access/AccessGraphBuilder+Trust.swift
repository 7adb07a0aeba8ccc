/// What the trust policies of roles say.
extension AccessGraphBuilder {
    /// Adds those whom a role lets in.
    mutating func addTrust(of role: RoleEvidence) {
        guard let trust = role.trust, let policy = trust.policy, let arn = role.arn?.value.value else {
            graph.note(
                role.trustPolicy.gap("trust policy of role `\(role.name)`")
                    ?? EvidenceGap("the trust policy of role `\(role.name)` cannot be read"))
            graph.rolesOfStrangers.insert(role.name)
            return
        }
        for statement in policy.statements where statement.allows {
            let actions = RoleAction.allCases.filter { $0.assumes && statement.allows($0) }
            if actions.isEmpty { continue }
            // Everyone but a few, or something that was not understood.
            if statement.principal.value == nil {
                graph.rolesOfStrangers.insert(role.name)
                noteUnnamed(
                    Trust(role: role, arn: arn, evidence: trust, policy: policy), at: statement.node.openingBracket)
            }
            for principal in statement.principals {
                add(principal, statement, actions, Trust(role: role, arn: arn, evidence: trust, policy: policy))
            }
        }
        if !policy.unrecognisedStatements.isEmpty {
            graph.rolesOfStrangers.insert(role.name)
            noteUnnamed(Trust(role: role, arn: arn, evidence: trust, policy: policy), at: policy.node.openingBracket)
        }
    }

    /// A role with its trust policy.
    struct Trust {
        let role: RoleEvidence
        let arn: String
        let evidence: PolicyEvidence
        let policy: Policy

        var node: AccessNode { .role(role.name) }
    }

    private mutating func add(
        _ principal: Principal, _ statement: Statement, _ actions: [RoleAction], _ trust: Trust
    ) {
        let own = evidence.accountID
        // A Deny without conditions stops whoever it reaches, whatever conditions the Allow has.
        let action = RoleAction.assuming(principal) ?? .assumeRole
        let demands = RequestDemands(of: statement, in: trust.policy, principal: principal, action: action.rawValue)
        if demands.isImpossible, statement.allows(action) { return }
        switch principal.identity {
        case .user(let arn), .role(let arn):
            if arn.account == own {
                addOwn(principal, arn, trust)
            } else {
                add(.foreign(arn.description), principal, statement, trust)
            }
        case .roleSession(let arn):
            if arn.account == own {
                addSession(principal, arn, statement, trust)
            } else {
                add(.foreign(arn.description), principal, statement, trust)
            }
        case .account(let id, _):
            if id == own {
                addAccount(principal, statement, trust)
            } else {
                add(.account(id), principal, statement, trust)
            }
        case .anyone: addAnyone(principal, statement, trust)
        case .service(let name):
            rolesOfServices[name, default: []].append(trust.node)
            add(.service(name), principal, statement, trust)
        case .openIDConnectProvider, .samlProvider: addProvider(principal, statement, trust)
        case .uniqueID(let id):
            let what = id.hasPrefix("AIDA") ? "user" : id.hasPrefix("AROA") ? "role" : "principal"
            addGhost(principal, "a \(what) that was deleted, of which only the id `\(id)` is left", trust)
        case .federatedSession, .canonicalUser, .other: graph.rolesOfStrangers.insert(trust.role.name)
        }
    }

    /// Adds somebody who is let in whatever else the export tells of them.
    private mutating func add(_ node: AccessNode, _ principal: Principal, _ statement: Statement, _ trust: Trust) {
        let action = RoleAction.assuming(principal) ?? .assumeRole
        let demands = RequestDemands(
            of: statement, in: trust.policy, principal: principal, action: action.rawValue)
        if demands.isImpossible { return }
        let said = trust.evidence.evidence("the trust names \(node.inWords)", at: principal.value.span)
        graph.add(
            AccessEdge(
                from: node, to: trust.node, reason: .trust,
                takesMFA: MFARequirement.isRequired(by: statement, in: trust.policy) == .yes,
                isSure: statement.condition.isAbsent, evidence: [said]))
    }

    /// Adds a user or role of the account that a trust policy names: its own policies need not allow it, but may deny
    /// it, and a permissions boundary limits roles.
    private mutating func addOwn(
        _ principal: Principal, _ arn: AmazonResourceName, _ trust: Trust
    ) {
        guard let found = self.principal(arn.description) else {
            if evidence.lacks(arn) {
                let isUser = arn.resource.hasPrefix("user/")
                addGhost(principal, "a \(isUser ? "user" : "role") that is not there: `\(arn.description)`", trust)
            } else {
                graph.rolesOfStrangers.insert(trust.role.name)
            }
            return
        }
        let said = trust.evidence.evidence("the trust names \(found.node.inWords)", at: principal.value.span)
        addPassage(of: found, [said], trust)
    }

    private mutating func addSession(
        _ principal: Principal, _ arn: AmazonResourceName, _ statement: Statement, _ trust: Trust
    ) {
        let name = arn.typeAndName.name.prefix { $0 != "/" }
        let node = AccessNode.role(String(name))
        guard evidence.roles.elements.contains(where: { $0.name == name }) else {
            if evidence.roles.isWhole {
                addGhost(principal, "a session of a role that is not there: `\(arn.description)`", trust)
            } else {
                graph.rolesOfStrangers.insert(trust.role.name)
            }
            return
        }
        add(node, principal, statement, trust)
    }

    /// Adds the whole account: its users and roles whose own policies allow it, who are found among the principals.
    private mutating func addAccount(_ principal: Principal, _ statement: Statement, _ trust: Trust) {
        guard let arn = AmazonResourceName(trust.arn) else { return }
        let said = trust.evidence.evidence("the trust names the whole account", at: principal.value.span)
        openRoles[trust.arn] = OpenRole(node: trust.node, policy: trust.policy, evidence: said)
        guard
            let somebody = AmazonResourceName("arn:\(arn.partition):iam::\(arn.account):user/somebody-of-the-account")
        else { return }
        // What the account's own policies allow is asked of each user and role: here all is allowed.
        var layers = layers(nil, trust: trust.policy)
        layers.identity = [AWSManagedPolicy.administratorAccess].compactMap(\.self)
        var circumstances = circumstances
        circumstances.unknown = ["aws:PrincipalArn", "aws:username", "aws:userid"]
        let passage = AccessPassage(
            layers, RoleAction.assumeRole.rawValue, on: trust.arn, by: .user(somebody), circumstances)
        if passage.withMFA == .unclear, statement.conditions.contains(where: { CallerKey.isOfPrincipal($0.key) }) {
            // Whom of the account the conditions mean is asked of each of them.
            noteUnnamed(trust, at: principal.value.span, says: "the trust names the whole account")
        } else {
            addEdge(from: .members, passage, [said], trust)
        }
    }

    /// Notes a role that lets in users and roles of the account whom its trust policy does not name.
    private mutating func noteUnnamed(
        _ trust: Trust, at span: SourceSpan, says: String = "the trust does not say by name whom it lets in"
    ) {
        if unnamedTrusts.last?.trust.arn == trust.arn { return }
        unnamedTrusts.append((trust, trust.evidence.evidence(says, at: span)))
    }

    private mutating func addAnyone(_ principal: Principal, _ statement: Statement, _ trust: Trust) {
        noteUnnamed(trust, at: principal.value.span, says: "the trust names everyone")
        let demands = RequestDemands(
            of: statement, in: trust.policy, principal: principal, action: RoleAction.assumeRole.rawValue)
        if demands.isImpossible { return }
        if demands.keepsStrangersOut || demands.isUnclear {
            // Of whom the conditions leave over, the trust does not tell by name.
            graph.rolesOfStrangers.insert(trust.role.name)
            if demands.restrictsOrganization { graph.rolesOfOrganizations.insert(trust.role.name) }
            return
        }
        add(.anyone, principal, statement, trust)
    }

    private mutating func addProvider(_ principal: Principal, _ statement: Statement, _ trust: Trust) {
        let name = principal.value.value
        let own = AmazonResourceName(name).flatMap { $0.account == evidence.accountID ? $0 : nil }
        if let own, evidence.lacks(own) {
            addGhost(principal, "a provider that is not there: `\(name)`", trust)
            return
        }
        if let own, !evidence.lists(own) {
            let said = trust.evidence.evidence("role `\(trust.role.name)` trusts `\(name)`", at: principal.value.span)
            graph.providers[name, default: []].append(said)
        }
        let crowd = ProviderCrowd(principal, statement, in: trust.policy)
        add(crowd.map { .crowd($0) } ?? .provider(name), principal, statement, trust)
    }

    private mutating func addGhost(_ principal: Principal, _ says: String, _ trust: Trust) {
        graph.ghosts.append(
            AccessGraph.Ghost(
                role: trust.role.name, says: says,
                evidence: trust.evidence.evidence("`\(principal.value.value)` does not exist", at: principal.value.span)
            ))
    }

    /// Adds the edge from a user or role to a role that lets it in.
    private mutating func addPassage(of principal: AccessPrincipal, _ said: [Evidence], _ trust: Trust) {
        let passage = AccessPassage(
            layers(principal, trust: trust.policy), RoleAction.assumeRole.rawValue, on: trust.arn, by: principal.caller,
            circumstances(of: principal, on: trust.arn))
        if passage.isClosed { return }
        graph.noteDoubt(principal.boundaryGap)
        addEdge(from: principal.node, passage, said, trust, isLimited: principal.isLimitedByUnknowns)
    }

    private mutating func addEdge(
        from node: AccessNode, _ passage: AccessPassage, _ said: [Evidence], _ trust: Trust, isLimited: Bool = false
    ) {
        for way in passage.ways {
            graph.add(
                AccessEdge(
                    from: node, to: trust.node, reason: .trust, takesMFA: way.takesMFA,
                    isSure: way.isSure && !isLimited, evidence: said))
        }
    }

    /// Adds the users and roles of the account whom trust policies let in without naming them.
    mutating func addUnnamed() {
        if unnamedTrusts.isEmpty { return }
        for principal in principals {
            let principal = principal.withTexts
            for (trust, said) in unnamedTrusts where principal.node != trust.node {
                if pairsLeft == 0 {
                    graph.note(Self.tooMany)
                    return
                }
                pairsLeft -= 1
                addPassage(of: principal, [said], trust)
            }
        }
    }
}
