import Testing

@testable import PolicyLint

extension AuthorizationDetails {
    /// The correction of the account, in which these users have a password. `change` changes the answer; `others` are
    /// further files of the export.
    func correction(
        logins: [String] = ["alice"], others: KeyValuePairs<String, String> = [:], caller: String = "user/alice",
        _ change: (String) -> String = { $0 }
    ) throws -> Correction {
        var export = export([
            "get-caller-identity.json": """
            {"UserId": "A", "Account": "\(Self.account)", "Arn": "\(Self.arn(caller))"}
            """
        ])
        export.files[0].text = change(export.files[0].text)
        export.files += others.map { ($0.key, $0.value) }
        for user in users {
            let answer = "users/\(user.name)/get-login-profile"
            export.files.append(
                logins.contains(user.name)
                    ? (answer + ".json", "{\"LoginProfile\": {\"UserName\": \"\(user.name)\"}}")
                    : (answer + ".error.txt", Answers.error("NoSuchEntity", "GetLoginProfile")))
        }
        let evidence = export.evidence()
        return try #require(
            Correction(Checklist(evidence), evidence, settings: LintSettings(), wishes: CorrectionWishes()))
    }
}
