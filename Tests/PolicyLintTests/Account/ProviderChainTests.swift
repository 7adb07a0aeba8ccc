import Testing

@testable import PolicyLint

private typealias Details = AuthorizationDetails

/// What those become who come through identity providers.
@Suite struct ProviderChainTests {
    private static func trust(_ issuer: String, _ condition: String) -> String {
        Details.trust(
            "{\"Federated\":\"\(Details.arn("oidc-provider/" + issuer))\"}", action: "sts:AssumeRoleWithWebIdentity",
            condition: condition)
    }

    /// What the control says of one role with a trust policy.
    private static func says(_ trust: String, isAdministrator: Bool = true) -> [String] {
        var details = Details(roles: [
            .init(name: "r", trust: trust, attached: isAdministrator ? [Details.administrator] : [])
        ])
        if !isAdministrator { details.roles[0].policies = [Details.allow("s3:GetObject")] }
        var export = Export(["details.json": details.text])
        export.files.append(
            ("summary.json", Answers.summary(["Users": 0, "Groups": 0, "Roles": 1, "Providers": 1])))
        return export.says("outside-chains")
    }

    private static let gitHub = "token.actions.githubusercontent.com"
    private static let cognito = "cognito-identity.amazonaws.com"

    @Test(
        "A provider that many share, of whose customers none is asked for, lets strangers in",
        arguments: [
            #"{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}"#,
            #"{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:*"}}"#,
            #"{"StringLike":{"token.actions.githubusercontent.com:sub":["repo:acme/*","repo:acm*"]}}"#,
        ])
    func strangers(condition: String) {
        let trust = Self.trust(Self.gitHub, condition)
        #expect(
            Self.says(trust) == [
                "open account: any stranger with a token of GitHub Actions → role `r` → an administrator"
            ])
        #expect(
            Self.says(trust, isAdministrator: false) == [
                "open account: any stranger with a token of GitHub Actions can assume role `r`"
            ])
    }

    @Test(
        "Where the owner is asked for, whose project it is cannot be told, and matters to administrators only",
        arguments: [
            #"{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:acme/site:*"}}"#,
            #"{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:*"},"StringEquals":{"token.actions.githubusercontent.com:repository_owner":"acme"}}"#,
        ])
    func owner(condition: String) {
        let trust = Self.trust(Self.gitHub, condition)
        let says = Self.says(trust)
        #expect(says.count == 1)
        #expect(
            says.allSatisfy {
                $0.hasPrefix("cannot-tell account: provider ") && $0.contains("the export does not tell")
            })
        #expect(
            Self.says(trust, isAdministrator: false) == [
                "pass account: provider `\(Details.arn("oidc-provider/" + Self.gitHub))` can become role `r`, and no more"
            ])
    }

    @Test("Guests of an identity pool are strangers, and may have a role of their own")
    func guests() {
        func trust(_ amr: String) -> String {
            Details.trust(
                "{\"Federated\":\"\(Self.cognito)\"}", action: "sts:AssumeRoleWithWebIdentity",
                condition:
                    "{\"StringEquals\":{\"\(Self.cognito):aud\":\"us-east-1:x\"},\"ForAnyValue:StringLike\":{\"\(Self.cognito):amr\":\"\(amr)\"}}"
            )
        }
        #expect(
            Self.says(trust("unauthenticated")) == [
                "open account: any guest of the Cognito identity pool → role `r` → an administrator"
            ])
        #expect(
            Self.says(trust("unauthenticated"), isAdministrator: false) == [
                "pass account: any guest of the Cognito identity pool can become role `r`, and no more"
            ])
        #expect(Self.says(trust("authenticated")).map { $0.prefix(12) } == ["cannot-tell "])
    }

    @Test("A provider of the account's own signs in its own people; where it lets all of them in, the line says so")
    func own() {
        let saml = "{\"Federated\":\"\(Details.arn("saml-provider/x"))\"}"
        #expect(
            Self.says(Details.trust(saml, action: "sts:AssumeRoleWithSAML")) == [
                "pass account: provider `\(Details.arn("saml-provider/x"))` → role `r` → an administrator: only those whom an identity provider of the account's own signs in"
            ])
        let issuer = "id.example.com"
        #expect(
            Self.says(Self.trust(issuer, #"{"StringEquals":{"id.example.com:aud":"x"}}"#)) == [
                "open account: everybody with a token of `id.example.com` → role `r` → an administrator"
            ])
        #expect(
            Self.says(Self.trust(issuer, #"{"StringEquals":{"id.example.com:sub":"x"}}"#)).map { $0.prefix(13) } == [
                "pass account:"
            ])
    }
}
