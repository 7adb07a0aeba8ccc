/// Whether the roles that people assume name them, and require MFA.
enum RoleTrust: Control {
    static let metadata = ControlMetadata(
        id: "role-trust", group: .roles, title: "roles for people name their users and require MFA",
        closes: "any identity of a trusted account, and any leaked key, becomes the role", guide: 3,
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html")
        ])

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let ways = SignIn.ways(evidence)
        let user = SignIn.onlyUser(evidence, ways)
        var lines = SignIn.byRole(ways).map { check($0[0].role.name, $0, evidence.accountID, user) }
        for role in evidence.roles.elements where role.trust.map({ $0.policy == nil }) ?? true {
            lines.append(
                cannotTell(
                    .role(role.name),
                    role.trustPolicy.gap("trust policy of the role") ?? EvidenceGap("the trust policy cannot be read"),
                    next: "export the role",
                    command: ExportCommand.role(role.name)))
        }
        if let gap = evidence.roles.gap("roles") {
            lines.append(
                cannotTell(
                    .account, gap, next: "export users, roles and policies",
                    command: ExportCommand.authorizationDetails))
        } else if ways.isEmpty, lines.isEmpty {
            lines.append(nobody(evidence))
        }
        return lines
    }

    private static func check(_ role: String, _ ways: [SignIn.Way], _ account: String?, _ user: String?)
        -> ChecklistLine
    {
        var open: [Evidence] = []
        var trustsOthers = false
        var trustsOrganization = false
        var unclear: [Evidence] = []
        var good: [Evidence] = []
        for way in ways {
            for principal in way.people {
                if let users = users(of: principal, way) {
                    let names = users.map { "`\($0)`" }.joined(separator: ", ")
                    good.append(way.trust.evidence("the conditions let in \(names) alone", at: principal.value.span))
                } else if isLimitedToOrganization(principal, way) {
                    open.append(
                        way.trust.evidence("this trusts everyone of the organization", at: principal.value.span))
                    trustsOrganization = true
                } else if let says = flaw(of: principal, account) {
                    open.append(way.trust.evidence(says, at: principal.value.span))
                    if case .account(let id, _) = principal.identity, let account, id != account { trustsOthers = true }
                } else {
                    good.append(
                        way.trust.evidence("the trust names `\(principal.value.value)`", at: principal.value.span))
                }
            }
            let conditions = way.statement.condition.member?.key.span ?? way.statement.node.openingBracket
            switch way.takesMFA {
            case .yes: good.append(way.trust.evidence("MFA is required", at: conditions))
            case .no: open.append(way.trust.evidence("MFA is not required", at: conditions))
            case .unclear: unclear.append(way.trust.evidence("whether MFA is required is unclear", at: conditions))
            }
        }
        if !open.isEmpty, let machine = MachineRole.named(role) {
            return self.open(
                .role(role), "the role is for \(machine.caller), and people of the trusted account can assume it, too",
                open,
                next:
                    "leave the trust policy as \(machine.caller) made it, and see who may assume roles in the trusted account"
            )
        }
        if !open.isEmpty {
            return self.open(
                .role(role), "people can assume the role in more ways than by name and with MFA", open,
                next: trustsOrganization
                    ? "name the accounts, users or roles of the organization that come; of people require `aws:MultiFactorAuthPresent`"
                    : trustsOthers
                        ? "name the users or roles of the other account that come; of people require "
                            + "`aws:MultiFactorAuthPresent`, of programs the external id that their owner gave you"
                        : "let the trust policy name the user's ARN and require `aws:MultiFactorAuthPresent`; "
                            + "`policylint fix --trusted-user \(user ?? "ARN")` writes it",
                command:
                    "aws iam update-assume-role-policy \(ShellWord.option("role-name", role)) --policy-document file://trust.json"
            )
        }
        if !unclear.isEmpty {
            return cannotTell(
                .role(role), EvidenceGap("whether the trust policy requires MFA is unclear", unclear),
                next: "run `policylint check` on the role's trust policy")
        }
        return pass(.role(role), "the trust names its users, and requires MFA", good)
    }

    /// Whether the trust names everyone, of whom the conditions let in those of an organization.
    private static func isLimitedToOrganization(_ principal: Principal, _ way: SignIn.Way) -> Bool {
        guard case .anyone = principal.identity, let policy = way.trust.policy else { return false }
        return RequestDemands(
            of: way.statement, in: policy, principal: principal, action: RoleAction.assumeRole.rawValue
        ).restrictsOrganization
    }

    /// The users whom alone the conditions let in, where the trust names more than them.
    private static func users(of principal: Principal, _ way: SignIn.Way) -> [AmazonResourceName]? {
        if case .user = principal.identity { return nil }
        return way.trust.policy.flatMap { policy in
            RequestDemands(
                of: way.statement, in: policy, principal: principal, action: RoleAction.assumeRole.rawValue
            ).onlyUsers
        }
    }

    /// What is wrong with trusting a principal among whom people are; nil where it is one user.
    private static func flaw(of principal: Principal, _ account: String?) -> String? {
        switch principal.identity {
        case .user: nil
        case .account(let id, _): id == account ? "this trusts the whole account" : "this trusts all of account \(id)"
        default: "this trusts everyone"
        }
    }

    /// The roles are known, and no person assumes any.
    private static func nobody(_ evidence: AccountEvidence) -> ChecklistLine {
        if let place = SignIn.elsewhere(evidence) {
            return pass(.account, "people come to their roles through \(place.name)", [place.evidence])
        }
        return open(
            .account, "there is no role that a user assumes", evidence.roles.sources,
            next: "make a role for the work that is done in the account, which names the user and requires MFA",
            command: "aws iam create-role --role-name ROLE_NAME --assume-role-policy-document file://trust.json")
    }
}
