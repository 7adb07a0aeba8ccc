/// How people come into an account as the export tells it.
enum SignIn {
    /// A way by which people may assume a role: a statement of its trust policy.
    struct Way {
        /// The role.
        let role: RoleEvidence
        /// The trust policy.
        let trust: PolicyEvidence
        /// The policy's statement that allows it.
        let statement: Statement
        /// The principals among whom people can be.
        let people: [Principal]
        /// Whether it takes MFA.
        let takesMFA: Answer
    }

    /// All ways by which people assume roles of the account. Sign-in by a SAML or OpenID Connect provider is
    /// the provider's matter.
    static func ways(_ evidence: AccountEvidence) -> [Way] {
        let users = knownUsers(evidence)
        return evidence.roles.elements.flatMap { role -> [Way] in
            guard !role.isServiceLinked, let trust = role.trust, let policy = trust.policy else { return [] }
            return policy.statements.compactMap { statement in
                guard statement.allows, statement.reaches(action: "sts:AssumeRole"), !statement.isLimitedToMachines,
                    !statement.conditions.contains(where: \.asksForPrivateAddress)
                else { return nil }
                // Programs of another company send an external id; the console, by which people switch roles, cannot.
                let people = statement.peoplePrincipals.filter {
                    (!statement.asksForExternalID || !isOfOther($0, evidence.accountID))
                        && !isKeptOut($0, statement, policy) && !isGone($0, evidence.accountID, users)
                }
                if people.isEmpty { return nil }
                return Way(
                    role: role, trust: trust, statement: statement, people: people,
                    takesMFA: MFARequirement.isRequired(by: statement, in: policy))
            }
        }
    }

    /// The ARNs of all users; nil where there may be more.
    private static func knownUsers(_ evidence: AccountEvidence) -> Set<String>? {
        let arns = evidence.users.elements.compactMap { $0.arn?.value.value }
        return evidence.users.isWhole && arns.count == evidence.users.elements.count ? Set(arns) : nil
    }

    /// Whether a Deny stops whoever a principal is, whatever they ask with.
    private static func isKeptOut(_ principal: Principal, _ statement: Statement, _ policy: Policy) -> Bool {
        RequestDemands(of: statement, in: policy, principal: principal, action: RoleAction.assumeRole.rawValue)
            .isImpossible
    }

    /// Whether a principal is a user of the account who does not exist: another control says so.
    private static func isGone(_ principal: Principal, _ account: String?, _ users: Set<String>?) -> Bool {
        guard case .user(let arn) = principal.identity, arn.account == account, let users else { return false }
        return !users.contains(arn.description)
    }

    /// Whether a principal is another account, or of one.
    private static func isOfOther(_ principal: Principal, _ account: String?) -> Bool {
        guard let own = account, let other = principal.identity.account else { return false }
        return other != own
    }

    /// The same ways, those of one role together, in the order of the roles.
    static func byRole(_ ways: [Way]) -> [[Way]] {
        var result: [[Way]] = []
        for way in ways {
            if let last = result.indices.last, result[last][0].role.name == way.role.name {
                result[last].append(way)
            } else {
                result.append([way])
            }
        }
        return result
    }

    /// The users who sign in: those with a password, and those whom a role trusts by name.
    static func users(_ evidence: AccountEvidence, _ ways: [Way]? = nil) -> [UserEvidence] {
        let trusted = Set(
            (ways ?? self.ways(evidence)).flatMap(\.people).compactMap { principal -> String? in
                guard case .user(let arn) = principal.identity, arn.account == evidence.accountID else { return nil }
                return arn.description
            })
        return evidence.users.elements.filter { user in
            user.password.yes.isEmpty == false || user.arn.map { trusted.contains($0.value.value) } ?? false
        }
    }

    /// The users of whom the export does not tell whether they sign in: they have a password, or have none.
    static func perhapsUsers(_ evidence: AccountEvidence, besides users: [UserEvidence]) -> [UserEvidence] {
        let known = Set(users.map(\.name))
        return evidence.users.elements.filter { user in
            user.password.yes.isEmpty && user.password.no.isEmpty && !known.contains(user.name)
        }
    }

    /// The ARN of the user who signs in, where there is one alone.
    static func onlyUser(_ evidence: AccountEvidence, _ ways: [Way]) -> String? {
        let users = users(evidence, ways)
        return users.count == 1 && evidence.users.isWhole ? users[0].arn?.value.value : nil
    }

    /// Where people sign in who are no users of the account, and what shows it; nil where nothing does.
    static func elsewhere(_ evidence: AccountEvidence) -> (name: String, evidence: Evidence)? {
        identityCenterRole(evidence).map { ("IAM Identity Center", $0) } ?? samlProvider(evidence)
    }

    /// A role that IAM Identity Center made, which shows that people sign in there.
    private static func identityCenterRole(_ evidence: AccountEvidence) -> Evidence? {
        evidence.roles.elements.lazy.compactMap { role in
            guard role.name.hasPrefix("AWSReservedSSO_"), let detail = role.details.first else { return nil }
            return detail.evidence("IAM Identity Center made this role", at: detail.value.name.span)
        }.first
    }

    /// A SAML provider whose people a role lets in. How they sign in there, and with what, is the provider's matter.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html>.
    private static func samlProvider(_ evidence: AccountEvidence) -> (name: String, evidence: Evidence)? {
        // A role that trusts what is not there lets in nobody.
        if let providers = evidence.summaryEntry("Providers"), providers.value == 0 { return nil }
        for role in evidence.roles.elements {
            guard let trust = role.trust, let policy = trust.policy else { continue }
            for statement in policy.statements
            where statement.allows && statement.reaches(action: "sts:AssumeRoleWithSAML") {
                for principal in statement.principals {
                    guard case .samlProvider(let arn) = principal.identity else { continue }
                    let said = trust.evidence("role `\(role.name)` lets its people in", at: principal.value.span)
                    return ("the SAML provider `\(arn.typeAndName.name)`", said)
                }
            }
        }
        return nil
    }
}

extension UserEvidence {
    /// Whether the user has a password for the console.
    var password: EvidencePair {
        var result = EvidencePair()
        if let row, let flag = row.value.flag("password_enabled"), let cell = row.value["password_enabled"] {
            result.add(flag, row.evidence("`password_enabled` is `\(cell.value)`", at: cell.span))
        }
        switch loginProfile {
        case .value(let profile): result.yes.append(profile.evidence("the user has a password", at: profile.value.span))
        case .absent(let evidence): result.no.append(evidence)
        case .refused, .contradictory, .unknown: break
        }
        return result
    }

    /// Whether the user has an MFA device.
    var mfa: EvidencePair {
        var result = EvidencePair()
        if let row, let flag = row.value.flag("mfa_active"), let cell = row.value["mfa_active"] {
            result.add(flag, row.evidence("`mfa_active` is `\(cell.value)`", at: cell.span))
        }
        for device in mfaDevices.elements.prefix(1) {
            result.yes.append(device.evidence("the user has an MFA device", at: device.value.span))
        }
        if mfaDevices.isKnownEmpty { result.no += mfaDevices.sources }
        return result
    }
}
