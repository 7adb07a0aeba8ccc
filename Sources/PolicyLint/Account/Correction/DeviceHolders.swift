/// The users who need an MFA device before a policy may require MFA: nobody who assumes a role today, or holds a policy,
/// is to be locked out.
struct DeviceHolders {
    let evidence: AccountEvidence
    private let graph: AccessGraph
    /// The roles that people may assume without MFA today.
    private let openRoles: Set<String>

    /// Those of an account as it is.
    init(_ evidence: AccountEvidence) {
        self.evidence = evidence
        graph = evidence.accessGraph
        openRoles = Set(SignIn.ways(evidence).filter { $0.takesMFA != .yes }.map(\.role.name))
    }

    /// The users of whom a new trust policy of a role requires MFA; nil where it would require MFA of somebody who has
    /// none to show, or of whom the export does not tell.
    func names(for trust: Document, of role: String) -> [String]? {
        guard case .policy(let policy) = trust.content else { return [] }
        var names: [String] = []
        for statement in policy.statements where statement.allows {
            if MFARequirement.isRequired(by: statement, in: policy) == .no { continue }
            guard let principals = statement.principal.value?.principals else {
                if openRoles.contains(role) { return nil }
                continue
            }
            for principal in principals {
                if case .user(let arn) = principal.identity, arn.account == evidence.accountID {
                    names += [arn.resource.split(separator: "/").last.map(String.init)].compactMap(\.self)
                } else if openRoles.contains(role) {
                    guard let users = newUsers(principal, of: role) else { return nil }
                    names += users
                }
            }
        }
        var seen: Set<String> = []
        return names.filter { name in
            // A trust policy may name users who are gone.
            seen.insert(name).inserted && (!evidence.users.isWhole || evidence.user(named: name) != nil)
        }
    }

    /// The users among a principal of whom no MFA was required before; nil where there may be others.
    private func newUsers(_ principal: Principal, of role: String) -> [String]? {
        switch principal.identity {
        case .account(let id, _): id == evidence.accountID ? users(assuming: role) : nil
        // None of these shows MFA, and no fix requires it of them.
        case .service, .openIDConnectProvider, .samlProvider, .uniqueID: []
        case .user, .role, .roleSession, .federatedSession, .anyone, .canonicalUser, .other: nil
        }
    }

    /// Those who can assume a role today and cannot once trust policies are as in another graph, in words, and whether
    /// these are certainly all.
    func shutOut(of role: String, by corrected: AccessGraph) -> (names: [String], isAll: Bool) {
        let left = Set(corrected.assuming(role).map(\.from))
        var names: [String] = []
        for edge in graph.assuming(role) where edge.from != .role(role) && !left.contains(edge.from) {
            if !names.contains(edge.from.inWords) { names.append(edge.from.inWords) }
        }
        return (names, graph.gap == nil && graph.doubt == nil && !graph.rolesOfStrangers.contains(role))
    }

    /// All users who work as a role; nil where others do too, none of whom shows MFA.
    func users(workingAs role: String) -> [String]? {
        let others = graph.assuming(role).contains { edge in
            switch edge.from {
            case .user, .role, .members, .administrator: false
            case .service, .provider, .crowd, .account, .foreign, .anyone: true
            }
        }
        return others || graph.rolesOfStrangers.contains(role) ? nil : users(assuming: role)
    }

    /// All users who may assume a role that trusts the account. A role's credentials never show MFA: only where the roles
    /// that may assume it administer the account anyway, nobody loses by it.
    private func users(assuming role: String) -> [String]? {
        guard graph.gap == nil else { return nil }
        var names: [String] = []
        for edge in graph.assuming(role) {
            switch edge.from {
            case .user(let name): names.append(name)
            case .role(let other):
                let isAdministrator = graph.edges(from: edge.from).contains { $0.to == .administrator && $0.isSure }
                if other != role && !isAdministrator { return nil }
            // These are named by other statements.
            case .members, .service, .provider, .crowd, .account, .foreign, .anyone, .administrator: break
            }
        }
        return names
    }
}

extension AccessGraph {
    /// The edges of those whom a role lets in, with those who may assume every role that lets the account in.
    func assuming(_ role: String) -> [AccessEdge] {
        let direct = edges(to: .role(role)).filter { $0.reason == .trust }
        let letsAccountIn = direct.contains { $0.from == .members }
        return direct.filter { $0.from != .members } + (letsAccountIn ? edges(to: .members) : [])
    }
}
