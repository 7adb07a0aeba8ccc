extension DeviceHolders {
    /// The users who need a device before a change of a policy; nil where somebody would be locked out by it.
    func users(of change: CorrectedPolicies.Change) -> [String]? {
        if change.stage == .trust { return names(for: change.document, of: change.subject.name ?? "") }
        return change.requiresMFA ? holders(of: change) : []
    }

    /// The users whom a policy that comes to require MFA speaks of; nil where it speaks of somebody who has none to show,
    /// or of whom the export does not tell.
    private func holders(of change: CorrectedPolicies.Change) -> [String]? {
        let found: [String]? =
            switch change.subject {
            case .user(let name): [name]
            case .group(let name): members(of: name)
            case .role(let name): users(workingAs: name)
            case .policy: change.document.owner.arn.flatMap { holders(ofManaged: $0.description) }
            case .bucket: users(namedIn: change.document)
            default: nil
            }
        var seen: Set<String> = []
        return found?.filter { seen.insert($0).inserted }
    }

    private func members(of group: String) -> [String]? {
        let users = evidence.users
        guard users.isWhole, users.elements.allSatisfy(\.groups.isWhole) else { return nil }
        return users.elements.filter { user in user.groups.elements.contains { $0.value.value == group } }.map(\.name)
    }

    private func holders(ofManaged arn: String) -> [String]? {
        guard evidence.users.isWhole, evidence.groups.isWhole, evidence.roles.isWhole else { return nil }
        var isKnown = true
        func holds(_ policies: AttachedEvidence) -> Bool {
            isKnown = isKnown && policies.attached.isWhole
            return policies.boundary?.value.value == arn
                || policies.attached.elements.contains { $0.value.arn?.value == arn }
        }
        var names = evidence.users.elements.filter { holds($0.policies) }.map(\.name)
        for group in evidence.groups.elements where holds(group.policies) {
            guard let members = members(of: group.name) else { return nil }
            names += members
        }
        for role in evidence.roles.elements where holds(role.policies) {
            guard let users = users(workingAs: role.name) else { return nil }
            names += users
        }
        return isKnown ? names : nil
    }

    /// The users of the account whom the statements of a bucket's policy name that speak of MFA.
    private func users(namedIn document: Document) -> [String]? {
        guard case .policy(let policy) = document.content else { return nil }
        var names: [String] = []
        for statement in policy.statements where statement.mentionsMFA {
            guard let principals = statement.principal.value?.principals else { return nil }
            for principal in principals {
                guard case .user(let arn) = principal.identity, arn.account == evidence.accountID,
                    let name = arn.resource.split(separator: "/").last
                else { return nil }
                names.append(String(name))
            }
        }
        return names
    }
}
