import Testing

@testable import PolicyLint

private typealias Details = AuthorizationDetails

/// Whether the identity providers that roles trust are there.
@Suite struct TrustedProviderTests {
    private static func role(_ name: String, _ issuer: String) -> Details.Role {
        .init(
            name: name,
            trust: Details.trust(
                "{\"Federated\":\"\(Details.arn("oidc-provider/" + issuer))\"}",
                action: "sts:AssumeRoleWithWebIdentity", condition: "{\"StringEquals\":{\"\(issuer):aud\":\"a\"}}"))
    }

    private static let roles = [role("a", "a.example.com"), role("b", "b.example.com")]

    /// The lines where there is this number of providers, and a list of those that are there.
    private func lines(_ providers: Int?, _ roles: [Details.Role] = roles, listed: [String]? = nil) -> [ChecklistLine] {
        var export = Export(["details.json": Details(roles: roles).text])
        let counts = "\"Users\": 0, \"Groups\": 0, \"Roles\": \(roles.count)"
        let providers = providers.map { ", \"Providers\": \($0)" } ?? ""
        export.files.append(("summary.json", "{\"SummaryMap\": {\(counts)\(providers)}}"))
        if let listed {
            let entries = listed.map { "{\"Arn\": \"\(Details.arn("oidc-provider/" + $0))\"}" }
            let list = "{\"OpenIDConnectProviderList\": [\(entries.joined(separator: ","))]}"
            export.files.append(("list-open-id-connect-providers.json", list))
        }
        return export.lines("ghost-trust")
    }

    @Test("A provider that nobody counts cannot be told, and of two at least one is gone where one is there")
    func counted() {
        #expect(
            lines(nil).map(\.says) == ["whether the providers that roles trust are there, the export does not tell"])
        #expect(lines(nil).map(\.command) == [ExportCommand.identityProviders])
        #expect(lines(1).map(\.says) == ["roles trust 2 identity providers of the account, and it has 1"])
        #expect(lines(1).map(\.outcome) == [.open])
        #expect(lines(2).map(\.outcome) == [.cannotTell])
        #expect(lines(0).map(\.outcome) == [.open, .open])
    }

    @Test("Two roles that trust one provider ask for one")
    func shared() {
        #expect(lines(1, [Self.roles[0], Self.role("c", "a.example.com")]).map(\.outcome) == [.cannotTell])
    }

    @Test("A list of the providers tells which are there")
    func listed() {
        #expect(lines(2, listed: ["a.example.com", "b.example.com"]).map(\.outcome) == [.pass])
        #expect(lines(nil, listed: ["b.example.com", "a.example.com"]).map(\.outcome) == [.pass])
        #expect(
            lines(2, listed: ["b.example.com", "c.example.com"]).map(\.says) == [
                "the role trusts a provider that is not there: `\(Details.arn("oidc-provider/a.example.com"))`"
            ])
        #expect(lines(nil, listed: []).map(\.outcome) == [.open, .open])
    }

    @Test("A list of providers that AWS does not show tells nothing")
    func refused() {
        var export = Export(["details.json": Details(roles: Self.roles).text])
        export.files.append(
            (
                "list-open-id-connect-providers.error.txt",
                Answers.error("AccessDenied", "ListOpenIDConnectProviders")
            ))
        #expect(export.lines("ghost-trust").map(\.outcome).contains(.cannotTell))
        #expect(!export.lines("ghost-trust").map(\.outcome).contains(.open))
    }

    @Test("A role that nobody can assume goes after its policies")
    func deletion() {
        let details = Details(roles: [
            .init(
                name: "r", trust: Details.trust("{\"AWS\":\"\(Details.arn("user/gone"))\"}"),
                policies: [Details.allow("s3:*")], attached: [Details.administrator])
        ])
        let commands = details.export().lines("unreachable-roles").map { $0.command ?? "" }
        #expect(
            commands.map { $0.split(separator: " && ").map { $0.split(separator: " ")[2] } }
                == [["detach-role-policy", "delete-role-policy", "delete-role"]])
    }
}
