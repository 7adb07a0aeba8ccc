/// The role in which the person who signs in administers the account, where there is none. It is made for a
/// user only who may do everything already and is denied nothing, so that nobody gains by it.
enum AdministratorRole {
    /// The role's name.
    static let name = "administrator"
    /// The id of the last step that makes it.
    static let lastStep = "allow \(name)"

    /// The steps that make the role; none where a role has its name, or where nobody is known to need it.
    static func steps(
        in account: CorrectionInput, closes: [ChecklistLine] = [], prepares: [ChecklistLine] = []
    ) -> [CorrectionStep] {
        guard let user = account.loginUser, account.evidence.roles.isWhole,
            !account.evidence.roles.elements.contains(where: { $0.name.equalsIgnoringCase(name) }),
            let known = account.evidence.user(named: user.name), Administrators(account.evidence).contains(known)
        else { return [] }
        let file = CorrectionFile("trust/\(name).json", JSONLayout.document.render(trust(in: user.arn)) + "\n")
        return [
            CorrectionStep(
                id: "make \(name)", stage: .trust, title: "make the role \(name), which \(user.name) assumes with MFA",
                closes: closes, prepares: prepares,
                commands: [
                    CorrectionStep.command(
                        "iam", "create-role",
                        ["role-name": name, "assume-role-policy-document": "file://" + file.path])
                ], files: [file]),
            CorrectionStep(
                id: lastStep, stage: .trust,
                title: "let the role \(name) do what \(user.name) may do now: everything", prepares: closes + prepares,
                commands: [
                    CorrectionStep.command(
                        "iam", "attach-role-policy",
                        [
                            "role-name": name,
                            "policy-arn": "arn:\(user.arn.partition):iam::aws:policy/AdministratorAccess",
                        ])
                ], after: ["make \(name)"]),
        ]
    }

    /// The role's ARN.
    static func arn(in account: CorrectionInput) -> String {
        "arn:\(account.loginUser?.arn.partition ?? "aws"):iam::\(account.accountID):role/\(name)"
    }

    private static func trust(in user: AmazonResourceName) -> JSONFragment {
        .object([
            (key: "Version", value: .string("2012-10-17")),
            (
                key: "Statement",
                value: .array([
                    .object([
                        (key: "Effect", value: .string("Allow")),
                        (key: "Principal", value: .object([(key: "AWS", value: .string(user.description))])),
                        (key: "Action", value: .string("sts:AssumeRole")),
                        (key: "Condition", value: SignInPolicy.requiresMFA),
                    ])
                ])
            ),
        ])
    }
}
