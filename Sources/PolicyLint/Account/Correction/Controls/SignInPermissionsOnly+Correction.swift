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
        let farewell = Farewell(to: user, account.evidence)
        if farewell.isEmpty { return [] }
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
            ], files: [file],
            replaces: [
                Replacement(reading: Replacement.ofUser(user.name, policy), before: nil, after: [file.path])
            ])
        let last = CorrectionStep(
            id: "farewell \(user.name)", stage: .farewell,
            title: "take from \(user.name) what the role allows", closes: [line],
            caution:
                "sign in as \(user.name) with MFA first and assume the role: it must work; keys of \(user.name) can do no more than that afterwards",
            commands: farewell.commands, replaces: farewell.replaces, takesFrom: user.name, mfaUsers: [user.name],
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

    private static func list(_ arns: [String]) -> String {
        let names = arns.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        return (names.count == 1 ? "role " : "roles ") + names.joined(separator: ", ")
    }
}
