/// Something by which a user or role changes the permissions of others, or its own.
struct AccessChange {
    /// What it is to be able to do it.
    let path: EscalationPath
    /// Whether it is let through.
    let passage: AccessPassage
    /// Where that is said.
    let evidence: Evidence
}

/// Who changes users, roles, groups and policies that its own policies name, and becomes what they are.
extension AccessGraphBuilder {
    /// Adds those whom a user or role becomes by changing them, and notes what it may rewrite.
    mutating func addOthers(of principal: AccessPrincipal) {
        var rewritten: [String: AccessChange] = [:]
        for path in principal.sketch.ways where path.kind == .grant && path.actions.count == 1 {
            guard let action = path.actions.first, let sort = Self.sorts[action] else { continue }
            for target in targets(of: action, sort, in: principal) {
                guard takeTarget() else { return }
                let passage = passage(of: action, on: target.arn, principal)
                if passage.isClosed { continue }
                let change = AccessChange(path: path, passage: passage, evidence: target.evidence)
                switch action {
                case "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile":
                    addCredentials(action, target.arn, change, principal)
                case "iam:UpdateAssumeRolePolicy":
                    guard let role = self.principal(target.arn)?.node else { continue }
                    add(principal, role, .rewritesTrust, passage, [target.evidence])
                case "iam:AddUserToGroup": addMembership(target.arn, change, principal)
                default:
                    if passage.rank < rewritten[target.arn]?.passage.rank ?? AccessPassage.closed.rank {
                        rewritten[target.arn] = change
                    }
                }
            }
        }
        if !rewritten.isEmpty { changes.append((principal.node, rewritten)) }
    }

    /// What the actions are done on that change who may do what.
    private static let sorts: [String: AccessTarget] = [
        "iam:CreateAccessKey": .users, "iam:CreateLoginProfile": .users, "iam:UpdateLoginProfile": .users,
        "iam:AttachUserPolicy": .users, "iam:PutUserPolicy": .users, "iam:AttachRolePolicy": .roles,
        "iam:PutRolePolicy": .roles, "iam:UpdateAssumeRolePolicy": .roles, "iam:AddUserToGroup": .groups,
        "iam:AttachGroupPolicy": .groups, "iam:PutGroupPolicy": .groups, "iam:CreatePolicyVersion": .policies,
    ]

    private func passage(of action: String, on arn: String, _ principal: AccessPrincipal) -> AccessPassage {
        var circumstances = circumstances(of: principal, on: arn)
        if let target = self.principal(arn) {
            if let boundary = target.boundaryARN {
                circumstances.context.append(("iam:PermissionsBoundary", boundary))
            } else {
                circumstances.absent.append("iam:PermissionsBoundary")
            }
        }
        return AccessPassage(layers(principal), action, on: arn, by: principal.caller, circumstances)
    }

    /// Adds a user of whom a key or password is made. A password does not do where the user has an MFA device.
    private mutating func addCredentials(
        _ action: String, _ arn: String, _ change: AccessChange, _ principal: AccessPrincipal
    ) {
        guard let node = self.principal(arn)?.node, case .user(let name) = node else { return }
        var passage = change.passage
        if action != "iam:CreateAccessKey", let user = users[name] {
            let isNew = action == "iam:CreateLoginProfile"
            let hasPassword = user.password.answer
            let isPossible = isNew ? hasPassword.negated : hasPassword
            passage = AccessPassage(
                withoutMFA: passage.withoutMFA.and(isPossible).and(user.mfa.answer.negated),
                withMFA: passage.withMFA.and(isPossible))
        }
        add(principal, node, .grants(change.path), passage, [change.evidence])
    }

    /// Adds what a user becomes by joining a group.
    private mutating func addMembership(_ arn: String, _ change: AccessChange, _ principal: AccessPrincipal) {
        guard case .user = principal.node, !principal.handles.contains(arn),
            let group = evidence.groups.elements.first(where: { $0.arn == arn }),
            // All policies of both are looked at.
            takeTarget(cost: 50)
        else { return }
        let member = shelf.principal(principal, joining: group).withTexts
        let found = findings(of: member)
        if found.isAdministrator {
            add(principal, .administrator, .grants(change.path), change.passage, [change.evidence])
        } else if let grant = grant(of: member) {
            add(
                principal, .administrator, .grants(change.path), change.passage.and(grant.passage),
                [change.evidence] + grant.evidence)
        }
        if found.assumesAny { add(principal, .members, .grants(change.path), change.passage, [change.evidence]) }
    }

    // MARK: What is rewritten

    /// Adds those who rewrite the permissions of somebody whom they are, or become: those may do everything then.
    mutating func addChanges() {
        for (node, changes) in changes {
            guard let principal = nodePositions[node].map({ principals[$0] }) else { continue }
            let isAdministrator = graph.edges(from: principal.node).contains {
                $0.to == .administrator && $0.isSure && !$0.takesMFA
            }
            if isAdministrator { continue }
            for way in [AccessPassage.open, Self.perhaps, Self.withMFA] {
                let nodes = graph.nodes(from: principal.node) { edge in
                    switch way {
                    case .open: edge.isOpen && !edge.takesMFA
                    case Self.perhaps: !edge.takesMFA
                    default: true
                    }
                }
                guard let found = change(among: changes, of: nodes, way) else { continue }
                add(principal, .administrator, .grants(found.path), found.passage, [found.evidence])
                break
            }
        }
    }

    private static let perhaps = AccessPassage(withoutMFA: .unclear, withMFA: .unclear)
    private static let withMFA = AccessPassage(withoutMFA: .no, withMFA: .unclear)

    /// The easiest change by which one of some users and roles may do everything.
    private func change(
        among changes: [String: AccessChange], of nodes: [AccessNode], _ way: AccessPassage
    ) -> AccessChange? {
        var best: AccessChange?
        for node in nodes {
            guard let principal = nodePositions[node].map({ principals[$0] }) else { continue }
            for handle in principal.handles {
                guard let change = changes[handle] else { continue }
                let passage = change.passage.and(way).and(principal.isUnbounded)
                if passage.rank < best?.passage.rank ?? AccessPassage.closed.rank {
                    best = AccessChange(path: change.path, passage: passage, evidence: change.evidence)
                }
            }
            if best?.passage.rank == 0 { break }
        }
        return best
    }
}

extension AccessPrincipal {
    /// Whether the permissions boundary lets it do everything.
    fileprivate var isUnbounded: AccessPassage {
        switch boundary {
        case .none: return .open
        case .unknown: return AccessPassage(withoutMFA: .unclear, withMFA: .unclear)
        case .policy(let policy):
            return PrincipalPermissions([policy]).isAdministrator == .yes ? .open : .closed
        }
    }
}

extension EvidencePair {
    /// Whether it is so.
    fileprivate var answer: Answer {
        switch (yes.isEmpty, no.isEmpty) {
        case (false, true): .yes
        case (true, false): .no
        case (true, true), (false, false): .unclear
        }
    }
}
