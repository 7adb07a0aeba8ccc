import Testing

@testable import PolicyLint

private typealias Details = AuthorizationDetails

/// By what users become administrators without MFA.
@Suite struct AdministratorWayTests {
    private static let root = #"{"AWS":"arn:aws:iam::111122223333:root"}"#
    private static let key = ["access_key_1_active": "true", "access_key_1_last_rotated": "2026-11-01T00:00:00+00:00"]
    private static let passes = ["pass account: no user becomes an administrator without MFA"]
    private static let open = ["open user a: user `a` → an administrator, and no step takes MFA"]
    private static let perhaps = [
        "cannot-tell user a: user `a` → an administrator, under conditions of which the export does not tell, and no step takes MFA"
    ]

    /// What is said of users of whom the first has a key and the others sign in with MFA.
    private func says(_ details: AuthorizationDetails) -> [String] {
        let rows = details.users.enumerated().map { index, user in
            (user.name, index == 0 ? Self.key : ["password_enabled": "true", "mfa_active": "true"])
        }
        let report = Answers.report(users: Dictionary(rows, uniquingKeysWith: { first, _ in first }))
        return details.export(["report.csv": report]).says("administrator-mfa").filter { !$0.hasPrefix("pass user") }
    }

    private func says(_ policies: String...) -> [String] {
        says(Details(users: [.init(name: "a", policies: policies)]))
    }

    @Test(
        "Own permissions under a condition that is known to hold are open; under one of which nothing is known they are not told",
        arguments: [
            (#"{"StringEquals":{"aws:username":"a"}}"#, open), (#"{"StringEquals":{"aws:username":"b"}}"#, passes),
            (#"{"DateGreaterThan":{"aws:CurrentTime":"2020-01-01T00:00:00Z"}}"#, open),
            (#"{"DateLessThan":{"aws:CurrentTime":"2020-01-01T00:00:00Z"}}"#, passes),
            (#"{"IpAddress":{"aws:SourceIp":"192.0.2.0/24"}}"#, perhaps),
            (#"{"StringEquals":{"aws:PrincipalTag/team":"x"}}"#, perhaps),
            (#"{"StringEquals":{"aws:PrincipalServiceName":"ec2.amazonaws.com"}}"#, passes),
            (Details.needsMFA, passes),
        ])
    func conditions(_ condition: String, _ expected: [String]) {
        #expect(says(Details.allow("iam:*", condition: condition)) == expected)
    }

    @Test("A Deny outside the office leaves an administrator of whom it is not known where they are")
    func office() {
        let lock = Details.allow("*", condition: #"{"NotIpAddress":{"aws:SourceIp":"192.0.2.0/24"}}"#)
            .replacing("Allow", with: "Deny")
        #expect(says(Details.allow("*"), lock) == Self.perhaps)
        #expect(says(Details.allow("*"), Details.allow("*").replacing("Allow", with: "Deny")) == Self.passes)
    }

    @Test("A boundary that must be on those who are changed keeps their power from who changes them")
    func delegated() {
        let condition = "{\"StringEquals\":{\"iam:PermissionsBoundary\":\"\(Details.arn("policy/limit"))\"}}"
        #expect(says(Details.allow("iam:PutUserPolicy", condition: condition)) == Self.passes)
    }

    @Test(
        "Roles are handed on, and rewritten, by name and by pattern",
        arguments: [
            ("role/r", true), ("role/r*", true), ("role/*", true), ("role/x*", false), ("user/*", false),
        ])
    func rolesByPattern(_ resource: String, _ isOpen: Bool) {
        var details = Details(
            users: [.init(name: "a")],
            roles: [
                .init(
                    name: "r", trust: Details.trust(#"{"Service":"lambda.amazonaws.com"}"#),
                    attached: [Details.administrator])
            ])
        func outcomes(_ actions: [String]) -> [Bool] {
            actions.map { action in
                details.users[0].policies = [
                    Details.allow(action, on: Details.arn(resource)),
                    Details.allow(
                        "lambda:CreateFunction", "lambda:InvokeFunction", on: "arn:aws:lambda:*:*:function:a-*"),
                ]
                return says(details) != Self.passes
            }
        }
        #expect(outcomes(["iam:PassRole", "iam:UpdateAssumeRolePolicy"]) == [isOpen, isOpen])
    }

    @Test("A pattern of any account's roles of one name is that role of this account")
    func roleOfAnyAccount() {
        let details = Details(
            users: [
                .init(
                    name: "a",
                    policies: [
                        Details.allow("iam:PassRole", on: "arn:aws:iam::*:role/r"), Details.allow("ec2:RunInstances"),
                    ])
            ],
            roles: [
                .init(
                    name: "r", trust: Details.trust(#"{"Service":"ec2.amazonaws.com"}"#),
                    attached: [Details.administrator])
            ])
        #expect(says(details) == ["open user a: user `a` → role `r` → an administrator, and no step takes MFA"])
    }

    @Test("Who makes a key for an administrator is one; a password does not do where there is an MFA device")
    func credentials() {
        func outcome(_ action: String, _ resource: String = Details.arn("user/b")) -> [String] {
            says(
                Details(users: [
                    .init(name: "a", policies: [Details.allow(action, on: resource)]),
                    .init(name: "b", attached: [Details.administrator]),
                ]))
        }
        let way = ["open user a: user `a` → user `b` → an administrator, and no step takes MFA"]
        #expect(outcome("iam:CreateAccessKey") == way)
        #expect(outcome("iam:CreateAccessKey", Details.arn("user/b*")) == way)
        #expect(outcome("iam:CreateAccessKey", Details.arn("user/a")) == [])
        #expect(outcome("iam:CreateAccessKey", Details.arn("user/${aws:username}")) == [])
        #expect(outcome("iam:UpdateLoginProfile") == [])
        #expect(outcome("iam:CreateLoginProfile") == [])
    }

    @Test("Who joins the administrators' group is one, and who joins another group is not")
    func membership() {
        func outcome(_ group: String) -> [String] {
            let join = Details.allow("iam:AddUserToGroup", on: Details.arn("group/\(group)"))
            return says(
                Details(
                    users: [.init(name: "a", policies: [join])],
                    groups: [(name: "admins", policies: [Details.allow("*")]), (name: "readers", policies: [])]))
        }
        #expect(outcome("admins") == Self.open)
        #expect(outcome("readers") == Self.passes)
    }

    @Test("Who rewrites the permissions of a role that they assume, of their group or of their own is an administrator")
    func rewriting() {
        func outcome(_ action: String, _ resource: String, assumes: Bool = true, boundary: String? = nil) -> [String] {
            let assuming = assumes ? [Details.allow("sts:AssumeRole", on: Details.arn("role/r"))] : []
            return says(
                Details(
                    users: [
                        .init(
                            name: "a", policies: [Details.allow(action, on: Details.arn(resource))] + assuming,
                            attached: [Details.arn("policy/p")], groups: ["g"])
                    ], groups: [(name: "g", policies: []), (name: "h", policies: [])],
                    roles: [.init(name: "r", trust: Details.trust(Self.root), boundary: boundary)],
                    policies: [
                        (name: "p", document: Details.allow("s3:GetObject")),
                        (name: "q", document: Details.allow("s3:GetObject")),
                    ]))
        }
        #expect(outcome("iam:PutRolePolicy", "role/r") == Self.open)
        #expect(outcome("iam:PutRolePolicy", "role/r*") == Self.open)
        #expect(outcome("iam:PutRolePolicy", "role/r", assumes: false) == Self.passes)
        #expect(outcome("iam:PutRolePolicy", "role/r", boundary: Details.arn("policy/p")) == Self.passes)
        #expect(outcome("iam:PutUserPolicy", "user/a") == Self.open)
        #expect(outcome("iam:AttachUserPolicy", "user/${aws:username}") == Self.open)
        #expect(outcome("iam:PutUserPolicy", "user/b") == Self.passes)
        #expect(outcome("iam:PutGroupPolicy", "group/g") == Self.open)
        #expect(outcome("iam:PutGroupPolicy", "group/h") == Self.passes)
        #expect(outcome("iam:CreatePolicyVersion", "policy/p") == Self.open)
        #expect(outcome("iam:CreatePolicyVersion", "policy/q") == Self.passes)
    }

    @Test(
        "A role that lets in everyone under conditions lets in those of the account who meet them",
        arguments: [
            (#"{"StringEquals":{"aws:PrincipalAccount":"111122223333"}}"#, "open user a"),
            (#"{"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:user/a"}}"#, "open user a"),
            (#"{"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:user/b"}}"#, "pass account"),
            (#"{"StringEquals":{"aws:PrincipalAccount":"444455556666"}}"#, "pass account"),
            (#"{"StringEquals":{"aws:PrincipalOrgID":"o-abcdefghij"}}"#, "cannot-tell user a"),
            ("{}", "open user a"),
        ])
    func everyone(_ condition: String, _ expected: String) {
        let trust = Details.trust(#"{"AWS":"*"}"#, condition: condition)
        let details = Details(
            users: [.init(name: "a", policies: [Details.allow("sts:AssumeRole")])],
            roles: [.init(name: "r", trust: trust, attached: [Details.administrator])])
        #expect(says(details).map { String($0.prefix { $0 != ":" }) } == [expected])
    }

    @Test("A trust of the whole account that means one user lets in that one alone")
    func oneOfTheAccount() {
        let trust = Details.trust(
            Self.root, condition: #"{"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:user/a"}}"#)
        func edges(_ names: String...) -> [String] {
            let users = names.map { AuthorizationDetails.User(name: $0, policies: [Details.allow("sts:AssumeRole")]) }
            return Details(users: users, roles: [.init(name: "r", trust: trust)]).export().evidence().accessGraph.edges
                .filter { $0.to == .role("r") }.map(\.from.inWords)
        }
        #expect(edges("a", "b") == ["user `a`"])
        #expect(edges("b") == [])
    }

    @Test("Many users and roles that are named by patterns are looked at once")
    func large() {
        let details = Details(
            users: (0..<60).map {
                .init(
                    name: "u\($0)",
                    policies: [
                        Details.allow("iam:PassRole", "iam:PutRolePolicy", on: Details.arn("role/r*")),
                        Details.allow("ec2:RunInstances"),
                    ])
            },
            roles: (0..<60).map { .init(name: "r\($0)", trust: Details.trust(#"{"Service":"ec2.amazonaws.com"}"#)) })
        #expect(details.export().evidence().accessGraph.edges(to: .administrator).count == 60)
    }

    @Test("The next step is about the permission by which the user goes, never about the trust of a service")
    func nextSteps() {
        let ec2 = Details.Role(
            name: "r", trust: Details.trust(#"{"Service":"ec2.amazonaws.com"}"#), attached: [Details.administrator])
        let forPeople = Details.Role(
            name: "r", trust: Details.trust(Self.root), attached: [Details.administrator])
        func next(_ role: Details.Role, _ policy: String) -> String? {
            let details = Details(users: [.init(name: "a", policies: [policy])], roles: [role])
            let report = Answers.report(users: ["a": Self.key])
            return details.export(["report.csv": report]).lines("administrator-mfa").first?.next
        }
        let trust = "require `aws:MultiFactorAuthPresent` in the trust policy of the role that is assumed"
        #expect(next(forPeople, Details.allow("sts:AssumeRole", on: Details.arn("role/r"))) == trust)
        #expect(next(forPeople, Details.allow("sts:AssumeRole")) == trust)
        #expect(next(ec2, Details.allow("iam:PassRole", "ec2:RunInstances"))?.hasPrefix("take `iam:PassRole`") == true)
        #expect(
            next(ec2, Details.allow("iam:UpdateAssumeRolePolicy", on: Details.arn("role/r")))?
                .hasPrefix("take `iam:UpdateAssumeRolePolicy`") == true)
        #expect(next(ec2, Details.allow("iam:PutUserPolicy"))?.hasPrefix("give these permissions to a role") == true)
    }
}
