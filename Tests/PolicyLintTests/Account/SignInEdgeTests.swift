import Testing

@testable import PolicyLint

private typealias Details = AuthorizationDetails

/// Users of whom it is not known whether they sign in, whom a boundary holds, or who cannot come.
@Suite struct SignInEdgeTests {
    private static let limit = Details.arn("policy/limit")
    private static let alice = ["alice": ["password_enabled": "true", "mfa_active": "true"]]
    private static let own = Details.allow("iam:ChangePassword", on: Details.arn("user/${aws:username}"))

    private func says(_ details: Details, _ control: String, report: String = Answers.report(users: alice)) -> [String]
    {
        details.export(["report.csv": report]).says(control)
    }

    @Test("A user whose password nobody knows is not left out where another user signs in")
    func unknownPassword() throws {
        let details = Details(users: [.init(name: "alice"), .init(name: "bob", policies: [Details.allow("s3:*")])])
        let unknown = "cannot-tell user bob: the export does not tell whether the user has a password"
        #expect(says(details, "sign-in-mfa") == ["pass user alice: the user has an MFA device", unknown])
        #expect(says(details, "sign-in-permissions-only").last == unknown)
        let line = try #require(
            details.export(["report.csv": Answers.report(users: Self.alice)]).lines("sign-in-mfa").last)
        #expect(line.command == ExportCommand.credentialReport)
    }

    @Test(
        "What a permissions boundary does not allow, the user may not do",
        arguments: [
            (own, true), (Details.allow("ec2:*"), true), (Details.allow("s3:Get*"), false),
            (Details.allow("*"), false),
        ])
    func boundary(document: String, holds: Bool) {
        var details = Details(users: [
            .init(name: "alice", policies: [Details.allow("s3:*")], boundary: Self.limit)
        ])
        details.policies = [("limit", document)]
        #expect(
            says(details, "sign-in-permissions-only") == [
                holds
                    ? "pass user alice: the permissions boundary alone keeps the user to what is needed to sign in"
                    : "open user alice: the user may do more than sign in, manage their own MFA and assume a role"
            ])
    }

    @Test("An administrator is held by a boundary that is tight, and by none that is not known")
    func administrator() {
        var details = Details(users: [.init(name: "alice", attached: [Details.administrator], boundary: Self.limit)])
        #expect(
            says(details, "sign-in-permissions-only") == [
                "cannot-tell user alice: the export does not hold the permissions boundary `\(Self.limit)`"
            ])
        details.policies = [("limit", Self.own)]
        #expect(says(details, "sign-in-permissions-only").map { $0.prefix(4) } == ["pass"])
        details.policies = [("limit", Details.allow("ec2:*"))]
        #expect(says(details, "sign-in-permissions-only").map { $0.prefix(4) } == ["open"])
    }

    @Test("A role that nobody can assume, by a Deny or since its user is gone, is no role for people")
    func closedRoles() {
        let alice = "{\"AWS\":\"\(Details.arn("user/alice"))\"}"
        let denied = Details.trust(alice).replacing(
            "\"Statement\":[",
            with: "\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"},")
        for trust in [denied, Details.trust("{\"AWS\":\"\(Details.arn("user/gone"))\"}")] {
            let details = Details(users: [.init(name: "alice")], roles: [.init(name: "r", trust: trust)])
            #expect(says(details, "role-trust") == ["open account: there is no role that a user assumes"])
            #expect(says(details, "unreachable-roles") == ["open role r: nobody can assume the role"])
        }
        let open = Details(users: [.init(name: "alice")], roles: [.init(name: "r", trust: Details.trust(alice))])
        #expect(says(open, "role-trust").map { $0.prefix(11) } == ["open role r"])
    }
}
