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

    private static func tagged(_ value: String, _ key: String = "team") -> String {
        "{\"StringEquals\":{\"aws:PrincipalTag/\(key)\":\"\(value)\"}}"
    }

    @Test(
        "A condition on the tags of a user is decided by the user's tags, where the export has them",
        arguments: [
            (["team": "red"], "red", ["user `a` → role `r`"]), (["team": "red"], "blue", []),
            (["Team": "red", "x": "y"], "r*", []), ([:], "red", []), (nil, "red", ["user `a` → role `r`, perhaps"]),
        ] as [([String: String]?, String, [String])])
    func tags(tags: [String: String]?, value: String, expected: [String]) {
        let condition = Self.tagged(value)
        // The trust asks for the tag, whether it names the user or the account; then the user's own policy does.
        var details = Details(users: [.init(name: "a", tags: tags)])
        details.roles = [.init(name: "r", trust: Details.trust(Self.user("a"), condition: condition))]
        #expect(edges(details) == expected)
        details.users[0].policies = [Details.allow("sts:AssumeRole", on: Details.arn("role/r"))]
        details.roles = [.init(name: "r", trust: Details.trust(Self.root, condition: condition))]
        #expect(edges(details).filter { $0.hasPrefix("user") && !$0.hasSuffix("own") }.prefix(1) == expected.prefix(1))
        details.users[0].policies = [Details.allow("sts:AssumeRole", on: Details.arn("role/r"), condition: condition)]
        details.roles = [.init(name: "r", trust: Details.trust(Self.root))]
        #expect(edges(details).filter { $0.hasPrefix("user") } == expected)
        // A Deny of those who are tagged otherwise, or not at all.
        let others = condition.replacing("StringEquals", with: "StringNotEquals")
        let deny = Details.allow("sts:AssumeRole", condition: others).replacing("Allow", with: "Deny")
        details.users[0].policies = [deny]
        details.roles = [.init(name: "r", trust: Details.trust(Self.user("a")))]
        #expect(edges(details) == expected)
    }

    @Test("A tag that stands in the place of a name is the user's")
    func tagVariable() {
        let policy = Details.allow("sts:AssumeRole", on: Details.arn("role/${aws:PrincipalTag/team}"))
        var details = Details(users: [.init(name: "a", policies: [policy], tags: ["team": "red"])])
        details.roles = [.init(name: "red", trust: Details.trust(Self.root))]
        func ofUser() -> [String] { edges(details).filter { $0.hasPrefix("user") } }
        #expect(ofUser() == ["user `a` → role `red`"])
        details.users[0].tags = ["team": "blue"]
        #expect(ofUser() == [])
        details.users[0].tags = nil
        #expect(ofUser() == ["user `a` → role `red`, perhaps"])
        details.roles[0].name = "a"
        details.users[0].policies = [policy.replacing("aws:PrincipalTag/team", with: "aws:username")]
        #expect(ofUser() == ["user `a` → role `a`"])
    }

    @Test("The tags of a role are those of its sessions, unless its trust policy lets these bring others")
    func roleTags() {
        let service = #"{"Service":"ec2.amazonaws.com"}"#
        func edges(tags: [String: String]?, trust: String) -> [String] {
            let details = Details(roles: [
                .init(name: "a", trust: trust, tags: tags),
                .init(name: "r", trust: Details.trust(Self.role("a"), condition: Self.tagged("red"))),
            ])
            return self.edges(details).filter { $0.hasPrefix("role") }
        }
        let plain = Details.trust(service)
        let open = plain.replacing("\"sts:AssumeRole\"", with: "[\"sts:AssumeRole\",\"sts:TagSession\"]")
        #expect(edges(tags: ["team": "red"], trust: plain) == ["role `a` → role `r`"])
        #expect(edges(tags: [:], trust: plain) == [])
        for trust in [open, plain.replacing("sts:AssumeRole", with: "sts:*")] {
            #expect(edges(tags: [:], trust: trust) == ["role `a` → role `r`, perhaps"])
        }
        #expect(edges(tags: nil, trust: plain) == ["role `a` → role `r`, perhaps"])
    }

    @Test("A condition on the tags of a role is decided by the role's tags, whoever assumes or changes it")
    func resourceTags() {
        for key in ["aws:ResourceTag/team", "iam:ResourceTag/team"] {
            for action in ["sts:AssumeRole", "iam:UpdateAssumeRolePolicy"] {
                // The tutorial of AWS compares them with the tags of the one who asks.
                let condition = "{\"StringEquals\":{\"\(key)\":\"${aws:PrincipalTag/team}\"}}"
                let policy = Details.allow(action, on: Details.arn("role/r"), condition: condition)
                func edges(_ tags: [String: String]?, _ own: [String: String]? = ["team": "red"]) -> [String] {
                    let details = Details(
                        users: [.init(name: "a", policies: [policy], tags: own)],
                        roles: [.init(name: "r", trust: Details.trust(Self.root), tags: tags)])
                    return self.edges(details).filter { $0.hasPrefix("user") }
                }
                #expect(edges(["team": "red"]) == ["user `a` → role `r`"], "\(key) \(action)")
                #expect(edges(["team": "blue"]) == [] && edges([:]) == [], "\(key) \(action)")
                #expect(edges(nil) == ["user `a` → role `r`, perhaps"], "\(key) \(action)")
                #expect(edges(["team": "red"], nil) == ["user `a` → role `r`, perhaps"], "\(key) \(action)")
            }
        }
    }

    @Test("Two answers that differ on the tags decide nothing")
    func tagsThatDiffer() {
        let details = Details(
            users: [.init(name: "a", tags: ["team": "red"])],
            roles: [.init(name: "r", trust: Details.trust(Self.user("a"), condition: Self.tagged("red")))])
        let user = #"{"User": {"UserName": "a", "Arn": "\#(Details.arn("user/a"))", "Tags": [TAGS]}}"#
        func isSure(_ tags: String) -> [Bool] {
            details.export(["get-user.json": user.replacing("TAGS", with: tags)]).evidence().accessGraph.edges
                .map(\.isSure)
        }
        #expect(isSure(#"{"Key": "team", "Value": "red"}"#) == [true])
        #expect(isSure(#"{"Key": "team", "Value": "blue"}"#) == [false])
    }

    @Test("A condition that asks for private addresses lets nobody in; one that keeps them out, everybody")
    func privateAddresses() {
        func edges(_ condition: String, principal: String = Self.user("a")) -> [String] {
            self.edges(
                Details(
                    users: [.init(name: "a")],
                    roles: [.init(name: "r", trust: Details.trust(principal, condition: condition))]))
        }
        let inside = #"{"IpAddress":{"aws:SourceIp":["10.0.0.0/8","192.168.1.0/24"]}}"#
        #expect(edges(inside) == [])
        #expect(edges(inside, principal: #"{"AWS":"arn:aws:iam::444455556666:root"}"#) == [])
        #expect(edges(inside.replacing("192.168.1.0", with: "192.0.2.0")) == ["user `a` → role `r`, perhaps"])
        #expect(edges(inside.replacing("IpAddress", with: "IpAddressIfExists")) == ["user `a` → role `r`, perhaps"])
        #expect(edges(inside.replacing("IpAddress", with: "NotIpAddress")) == ["user `a` → role `r`"])
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
