extension SignInPermissionsOnly: CorrectableControl {
    /// The user is given what signing in takes, then a role where there is none, and gives up the rest last.
    /// Only where a role remains in which the user administers the account: nobody is to be locked out.
    static func steps(closing lines: [ChecklistLine], in account: CorrectionInput) -> [CorrectionStep] {
        // Once the policies are corrected.
        let ways = SignIn.ways(account.corrected.evidence).filter { $0.takesMFA == .yes }
        let administrators = Administrators(account.corrected.evidence)
        return lines.flatMap { line -> [CorrectionStep] in
            guard case .user(let name) = line.subject, let user = account.evidence.user(named: name),
                let arn = user.arn.flatMap({ AmazonResourceName($0.value.value) })
            else { return [] }
            return steps(closing: line, of: user, arn, roles: roles(of: arn, among: ways), administrators, account)
        }
    }

    private static func steps(
        closing line: ChecklistLine, of user: UserEvidence, _ arn: AmazonResourceName, roles: [RoleEvidence],
        _ administrators: Administrators, _ account: CorrectionInput
    ) -> [CorrectionStep] {
        var arns = roles.compactMap { $0.arn?.value.value }
        var making: [CorrectionStep] = []
        let corrected = account.corrected.evidence.user(named: user.name) ?? user
        if !roles.contains(where: { administrators.contains($0) && administrators.lets(corrected, assume: $0) }) {
            guard account.loginUser?.name == user.name else { return [] }
            making = AdministratorRole.steps(in: account, prepares: [line])
            if making.isEmpty { return [] }
            arns.append(AdministratorRole.arn(in: account))
        }
        let commands = farewell(to: user, account.evidence)
        if commands.isEmpty { return [] }
        let text = SignInPolicy.text(user: arn, roles: arns)
        guard let policy = SignInPolicy.name(for: text, of: user) else { return [] }
        let file = CorrectionFile(CorrectionFile.path("user-policies", user.name, policy), text)
        let signIn = CorrectionStep(
            id: "sign-in \(user.name)", stage: .signIn,
            title: "let \(user.name) manage their own password and MFA, and assume \(Self.list(arns))",
            prepares: [line],
            commands: [
                CorrectionStep.command(
                    "iam", "put-user-policy",
                    ["user-name": user.name, "policy-name": policy, "policy-document": "file://" + file.path])
            ], files: [file])
        let last = CorrectionStep(
            id: "farewell \(user.name)", stage: .farewell,
            title: "take from \(user.name) what the role allows", closes: [line],
            caution:
                "sign in as \(user.name) with MFA first and assume the role: it must work; keys of \(user.name) can do no more than that afterwards",
            commands: commands, mfaUsers: [user.name],
            after: [signIn.id, AdministratorRole.lastStep] + roles.map { PolicySteps.trustID($0.name) })
        return [signIn] + making + [last]
    }

    /// The roles that the user assumes by name.
    private static func roles(of user: AmazonResourceName, among ways: [SignIn.Way]) -> [RoleEvidence] {
        let name = user.description
        var roles: [RoleEvidence] = []
        for way in ways {
            let isNamed = way.people.contains { $0.value.value == name }
            if isNamed, !roles.contains(where: { $0.name == way.role.name }) { roles.append(way.role) }
        }
        return roles
    }

    /// The commands that take away what goes beyond signing in; none where a Deny would go with it, which may keep the
    /// user from more than that.
    private static func farewell(to user: UserEvidence, _ evidence: AccountEvidence) -> [String] {
        func exceeds(_ policy: PolicyEvidence?) -> Bool {
            guard let document = policy?.policy else { return true }
            return !SignInPermissions.excess(in: document, of: user.name, evidence.catalogue).isEmpty
        }
        func exceeding(_ policies: Listing<Sourced<PolicyAttachment>>) -> [String] {
            policies.elements.compactMap { $0.value.arn?.value }.filter {
                exceeds(evidence.managedPolicy(arn: $0)?.version)
            }
        }
        func mayDeny(_ policy: PolicyEvidence) -> Bool { !(policy.policy?.deniesNothing ?? false) }
        func mayDeny(_ arn: String) -> Bool {
            evidence.managedPolicy(arn: arn)?.version.map { mayDeny($0) } ?? AWSManagedPolicy.mayDeny(arn)
        }
        var commands: [String] = []
        for arn in exceeding(user.policies.attached) {
            if mayDeny(arn) { return [] }
            commands.append(
                CorrectionStep.command("iam", "detach-user-policy", ["user-name": user.name, "policy-arn": arn]))
        }
        for policy in user.policies.inline.elements where exceeds(policy) {
            guard let name = policy.name, !mayDeny(policy) else { return [] }
            commands.append(
                CorrectionStep.command("iam", "delete-user-policy", ["user-name": user.name, "policy-name": name]))
        }
        for membership in user.groups.elements {
            let name = membership.value.value
            guard let policies = evidence.groups.elements.first(where: { $0.name == name })?.policies,
                !exceeding(policies.attached).isEmpty || policies.inline.elements.contains(where: exceeds)
            else { continue }
            // Who leaves the group leaves all its policies.
            let arns = policies.attached.elements.compactMap { $0.value.arn?.value }
            if policies.inline.elements.contains(where: mayDeny) || arns.contains(where: mayDeny) { return [] }
            commands.append(
                CorrectionStep.command("iam", "remove-user-from-group", ["group-name": name, "user-name": user.name]))
        }
        return commands
    }

    private static func list(_ arns: [String]) -> String {
        let names = arns.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        return (names.count == 1 ? "role " : "roles ") + names.joined(separator: ", ")
    }
}
