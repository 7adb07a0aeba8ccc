/// Whether the users who sign in may do no more than that, manage their own MFA device and assume their role.
enum SignInPermissionsOnly: Control {
    static let metadata = ControlMetadata(
        id: "sign-in-permissions-only", group: .users,
        title: "users who sign in may only manage their own MFA and assume their role",
        closes: "what the user may do without a role, a stolen key may do without MFA", guide: 3,
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html")
        ])

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let users = SignIn.users(evidence)
        if users.isEmpty {
            // That nobody signs in is another control's line.
            guard let gap = evidence.users.gap("users") else { return [] }
            return [
                cannotTell(
                    .account, gap, next: "export users, roles and policies", command: ExportCommand.authorizationDetails
                )
            ]
        }
        return users.map { check($0, evidence) }
            + SignIn.perhapsUsers(evidence, besides: users).map { user in
                let line = check(user, evidence)
                return line.outcome == .open ? needsReport(line.subject, .unknownPassword) : line
            }
    }

    private static func check(_ user: UserEvidence, _ evidence: AccountEvidence) -> ChecklistLine {
        let held = HeldPolicies(user, evidence)
        let boundary = SignInBoundary(of: user, evidence)
        var excess: [Evidence] = []
        var bounded: [Evidence] = []
        func note(_ said: Evidence, _ actions: String) {
            if boundary.holds(actions) { bounded.append(said) } else { excess.append(said) }
        }
        for policy in held.policies {
            guard let document = policy.policy else { continue }
            for found in SignInPermissions.excess(in: document, of: user.name, evidence.catalogue) {
                let name = policy.name.map { "policy `\($0)` " } ?? ""
                note(policy.evidence(name + found.says, at: found.span), found.actions)
            }
        }
        for known in held.unread where known.isAdministrator { note(known.evidence, "*") }
        if !excess.isEmpty, let gap = boundary.gap {
            return cannotTell(
                .user(user.name), gap, next: "export users, groups and policies",
                command: ExportCommand.authorizationDetails)
        }
        if !excess.isEmpty {
            return open(
                .user(user.name), "the user may do more than sign in, manage their own MFA and assume a role", excess,
                next: "move these permissions to a role that requires MFA, and let the user assume it")
        }
        if let said = boundary.evidence, !bounded.isEmpty || held.gap != nil, boundary.isTight || held.gap == nil {
            return pass(
                .user(user.name), "the permissions boundary alone keeps the user to what is needed to sign in",
                [said] + bounded)
        }
        if let gap = held.gap {
            return cannotTell(
                .user(user.name), gap, next: "export users, groups and policies",
                command: ExportCommand.authorizationDetails)
        }
        let says =
            held.policies.isEmpty
            ? "the user has no permissions of their own" : "the user's permissions are those needed to sign in"
        return pass(
            .user(user.name), says,
            held.policies.isEmpty
                ? user.details.prefix(1).map { $0.evidence("nothing is attached to the user", at: $0.value.name.span) }
                : held.policies.map { $0.named })
    }
}
