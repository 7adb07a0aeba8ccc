/// Whether users become administrators without MFA, by their own policies or through roles.
enum AdministratorMFA: Control {
    static let metadata = ControlMetadata(
        id: "administrator-mfa", group: .access, title: "nobody becomes an administrator without MFA",
        closes: "one stolen password or key is the whole account",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#enable-mfa-for-privileged-users"
            )
        ])

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let graph = evidence.accessGraph
        let ways = graph.ways(to: .administrator) { $0.isOpen && !$0.takesMFA }
        let unsureWays = graph.ways(to: .administrator) { !$0.takesMFA }
        var lines: [ChecklistLine] = []
        for user in evidence.users.elements {
            let chain = AccessGraph.chain(from: .user(user.name), ways)
            let entry = entry(user)
            if chain.isEmpty {
                let perhaps = AccessGraph.chain(from: .user(user.name), unsureWays)
                if perhaps.isEmpty || entry.isOpen == .no { continue }
                lines.append(
                    cannotTell(
                        .user(user.name),
                        EvidenceGap(
                            "\(perhaps.inWords), under conditions of which the export does not tell, and no step takes MFA",
                            perhaps.flatMap(\.evidence)), next: next(perhaps)))
                continue
            }
            let said = chain.flatMap(\.evidence)
            switch entry.isOpen {
            case .yes:
                lines.append(
                    open(
                        .user(user.name), "\(chain.inWords), and no step takes MFA", entry.evidence + said,
                        next: next(chain)))
            case .unclear:
                lines.append(
                    cannotTell(
                        .user(user.name),
                        EvidenceGap("\(chain.inWords), but whether the user signs in without MFA is not known", said),
                        next: "export the credential report", command: ExportCommand.credentialReport))
            case .no:
                lines.append(pass(.user(user.name), "\(chain.inWords), signed in with MFA", entry.evidence + said))
            }
        }
        if let gap = graph.gap ?? graph.doubt {
            lines.append(
                cannotTell(
                    .account, gap, next: "export users, groups, roles and policies",
                    command: ExportCommand.authorizationDetails))
        } else if lines.isEmpty {
            lines.append(
                pass(
                    .account, "no user becomes an administrator without MFA",
                    evidence.users.sources + evidence.roles.sources))
        }
        return lines
    }

    /// What closes a way is asked of its first step, which is the user's own. Those that follow are made by roles and
    /// services, whose requests never carry MFA: a trust policy that required it would only break their work.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent>.
    private static func next(_ chain: [AccessEdge]) -> String {
        let toRole = "to a role that requires MFA, and let the user assume it"
        return switch chain.first?.reason {
        case .trust, .assumesAny:
            "require `aws:MultiFactorAuthPresent` in the trust policy of the role that is assumed"
        case .passes:
            "take `\(EscalationPath.passing)` from the user, or limit it to roles that may do no more than the user; where it is needed, give it \(toRole)"
        case .rewritesTrust: "take `iam:UpdateAssumeRolePolicy` from the user, or give it \(toRole)"
        case .grants, .allowsEverything, nil: "give these permissions \(toRole)"
        }
    }

    /// Whether somebody can act as the user without MFA: with an access key, or a password without a device.
    private static func entry(_ user: UserEvidence) -> (isOpen: Answer, evidence: [Evidence]) {
        let (keys, password, mfa) = (ActiveKeys(user), user.password, user.mfa)
        if let key = keys.keys.first { return (.yes, [key.evidence]) }
        if !password.yes.isEmpty, mfa.yes.isEmpty, !mfa.no.isEmpty { return (.yes, password.yes + mfa.no) }
        let isKeyless = keys.gap == nil
        if isKeyless, password.yes.isEmpty, !password.no.isEmpty { return (.no, keys.absence + password.no) }
        if isKeyless, !mfa.yes.isEmpty, mfa.no.isEmpty { return (.no, keys.absence + mfa.yes) }
        return (.unclear, [])
    }
}
