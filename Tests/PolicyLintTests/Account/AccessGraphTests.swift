import Testing

@testable import PolicyLint

private typealias Details = AuthorizationDetails

/// Who can become whom.
@Suite struct AccessGraphTests {
    private static let root = #"{"AWS":"arn:aws:iam::111122223333:root"}"#
    private static func user(_ name: String) -> String { "{\"AWS\":\"arn:aws:iam::111122223333:user/\(name)\"}" }
    private static func role(_ name: String) -> String { "{\"AWS\":\"arn:aws:iam::111122223333:role/\(name)\"}" }

    /// The edges in words; those that need MFA or are not sure say so.
    private func edges(_ details: AuthorizationDetails) -> [String] {
        details.export().evidence().accessGraph.edges.map { edge in
            "\(edge.from.inWords) → \(edge.to.inWords)" + (edge.takesMFA ? " with MFA" : "")
                + (edge.isSure ? "" : ", perhaps")
        }
    }

    @Test("A trust policy that names a user suffices; one that names the account needs the user's own policy")
    func trust() {
        var details = Details(users: [.init(name: "a"), .init(name: "b")])
        details.roles = [.init(name: "r", trust: Details.trust(Self.user("a")))]
        #expect(edges(details) == ["user `a` → role `r`"])
        details.roles = [.init(name: "r", trust: Details.trust(Self.root))]
        #expect(edges(details) == ["the account's own → role `r`"])
        details.users[1].policies = [Details.allow("sts:AssumeRole", on: Details.arn("role/r"))]
        #expect(edges(details) == ["the account's own → role `r`", "user `b` → role `r`"])
        details.users[1].policies = [Details.allow("sts:*")]
        #expect(edges(details) == ["the account's own → role `r`", "user `b` → the account's own"])
    }

    @Test("An explicit Deny stops what the trust policy allows")
    func deny() {
        let deny = Details.allow("sts:AssumeRole").replacing("Allow", with: "Deny")
        let details = Details(
            users: [.init(name: "a", policies: [deny])],
            roles: [.init(name: "r", trust: Details.trust(Self.user("a")))])
        #expect(edges(details) == [])
    }

    @Test("A permissions boundary limits roles, and what a user may do by their own policies")
    func boundary() {
        let limit = (name: "limit", document: Details.allow("s3:*"))
        var details = Details(
            users: [
                .init(name: "a", policies: [Details.allow("sts:AssumeRole")], boundary: Details.arn("policy/limit"))
            ],
            roles: [.init(name: "r", trust: Details.trust(Self.root))], policies: [limit])
        #expect(edges(details) == ["the account's own → role `r`"])
        details.roles[0].trust = Details.trust(Self.user("a"))
        #expect(edges(details) == ["user `a` → role `r`"])
    }

    @Test("MFA stands on the edge, whether the trust policy asks for it or the user's own policies do")
    func mfa() {
        var details = Details(users: [.init(name: "a")])
        details.roles = [.init(name: "r", trust: Details.trust(Self.user("a"), condition: Details.needsMFA))]
        #expect(edges(details) == ["user `a` → role `r` with MFA"])
        details.roles[0].trust = Details.trust(Self.root)
        details.users[0].policies = [
            Details.allow("sts:AssumeRole", on: Details.arn("role/r"), condition: Details.needsMFA)
        ]
        #expect(edges(details) == ["the account's own → role `r`", "user `a` → role `r` with MFA"])
        let guarded = Details.allow("*", condition: #"{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}"#)
            .replacing("Allow", with: "Deny")
        details.users[0].policies = [Details.allow("iam:AttachUserPolicy"), guarded]
        #expect(edges(details) == ["the account's own → role `r`", "user `a` → an administrator with MFA"])
    }

    @Test("Sessions of roles carry no MFA, so that a role which needs it is closed to them")
    func roleSessions() {
        let details = Details(roles: [
            .init(name: "a", trust: Details.trust(#"{"Service":"ec2.amazonaws.com"}"#)),
            .init(name: "b", trust: Details.trust(Self.role("a"))),
        ])
        #expect(edges(details) == ["service `ec2.amazonaws.com` → role `a`", "role `a` → role `b`"])
    }

    @Test("Administrators are those whose policies allow everything, or changing who may do what")
    func administrators() {
        let details = Details(
            users: [
                .init(name: "a", attached: [Details.administrator]), .init(name: "b", groups: ["g"]),
                .init(name: "c", policies: [Details.allow("*", on: "arn:aws:s3:::x")]),
            ], groups: [(name: "g", policies: [Details.allow("iam:PutUserPolicy", "iam:ListUsers")])])
        #expect(
            edges(details) == [
                "user `a` → an administrator", "user `a` → the account's own", "user `b` → an administrator",
            ])
    }

    @Test("Who can pass any role to a service, and work through it, becomes the service's roles")
    func passing() {
        let pass = Details.allow("iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction")
        var details = Details(users: [.init(name: "a", policies: [pass])])
        details.roles = [.init(name: "r", trust: Details.trust(#"{"Service":"lambda.amazonaws.com"}"#))]
        #expect(
            edges(details) == [
                "service `lambda.amazonaws.com` → role `r`", "user `a` → service `lambda.amazonaws.com`",
            ])
        details.users[0].policies = [
            Details.allow("iam:PassRole", on: Details.arn("role/r")),
            Details.allow("lambda:CreateFunction", "lambda:InvokeFunction"),
        ]
        #expect(edges(details) == ["service `lambda.amazonaws.com` → role `r`", "user `a` → role `r`"])
        details.users[0].policies = [Details.allow("iam:PassRole", on: Details.arn("role/r"))]
        #expect(edges(details) == ["service `lambda.amazonaws.com` → role `r`"])
    }

    @Test("Who can rewrite a role's trust policy becomes the role")
    func rewriting() {
        let details = Details(
            users: [
                .init(name: "a", policies: [Details.allow("iam:UpdateAssumeRolePolicy", on: Details.arn("role/r"))])
            ], roles: [.init(name: "r", trust: Details.trust(#"{"Service":"ec2.amazonaws.com"}"#))])
        #expect(edges(details) == ["service `ec2.amazonaws.com` → role `r`", "user `a` → role `r`"])
    }

    @Test("Conditions of which the export tells nothing make an edge that is not sure")
    func conditions() {
        let details = Details(
            users: [.init(name: "a")],
            roles: [
                .init(
                    name: "r",
                    trust: Details.trust(Self.user("a"), condition: #"{"IpAddress":{"aws:SourceIp":"192.0.2.0/24"}}"#))
            ])
        #expect(edges(details) == ["user `a` → role `r`, perhaps"])
    }

    @Test("A large account is looked at once, not pair by pair")
    func large() {
        let details = Details(
            users: (0..<600).map {
                .init(name: "u\($0)", policies: [Details.allow("sts:AssumeRole", on: Details.arn("role/r\($0)"))])
            }, roles: (0..<600).map { .init(name: "r\($0)", trust: Details.trust(Self.root)) })
        let evidence = details.export().evidence()
        #expect(evidence.accessGraph.edges.count == 1200)
        #expect(evidence.accessGraph.gap == nil)
    }
}
