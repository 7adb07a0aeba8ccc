/// The user with whom a person signs in to the account.
struct LoginUser {
    /// The user's name.
    let name: String
    /// The user's ARN.
    let arn: AmazonResourceName

    /// The only user who fits: of all users of the account, the one with a password for the console. Nil where
    /// there is none or another, or where the export does not tell of all.
    init?(_ evidence: AccountEvidence) {
        guard evidence.users.isWhole else { return nil }
        let users = evidence.users.elements.filter { Self.hasPassword($0) ?? true }
        guard users.count == 1, let user = users.first, Self.hasPassword(user) == true,
            let arn = user.arn.flatMap({ AmazonResourceName($0.value.value) })
        else { return nil }
        name = user.name
        self.arn = arn
    }

    /// Whether a user has a password; nil where the export does not tell, or says both.
    private static func hasPassword(_ user: UserEvidence) -> Bool? {
        var answers: Set<Bool> = []
        switch user.loginProfile {
        case .value: answers.insert(true)
        case .absent: answers.insert(false)
        case .refused, .contradictory, .unknown: break
        }
        if let flag = user.row?.value.flag("password_enabled") { answers.insert(flag) }
        return answers.count == 1 ? answers.first : nil
    }
}
