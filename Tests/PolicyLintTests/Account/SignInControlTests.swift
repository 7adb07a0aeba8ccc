import Testing

@testable import PolicyLint

/// The controls about the user who signs in and the role that they assume.
@Suite struct SignInControlTests {
    private static let account = "arn:aws:iam::111122223333"
    private static let mfa = "{\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}}"

    private static func mfaOf(_ principal: String) -> String {
        mfa.replacing("{\"Bool\"", with: "{\"ArnLike\": {\"aws:PrincipalArn\": \"\(principal)\"}, \"Bool\"")
    }

    private static func trust(_ principal: String, _ condition: String? = nil) -> String {
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "\(principal)"},
         "Action": "sts:AssumeRole"\(condition.map { ", \"Condition\": \($0)" } ?? "")}]}
        """
    }

    private static func role(_ trust: String, name: String = "work") -> String {
        "{\"RoleName\": \"\(name)\", \"Arn\": \"\(account):role/\(name)\", \"AssumeRolePolicyDocument\": \(trust), \"RolePolicyList\": [], \"AttachedManagedPolicies\": []}"
    }

    private static func user(_ policy: String? = nil, attached: String = "[]", groups: String = "[]") -> String {
        let inline = policy.map { "[{\"PolicyName\": \"own\", \"PolicyDocument\": \($0)}]" } ?? "[]"
        return
            "{\"UserName\": \"alice\", \"Arn\": \"\(account):user/alice\", \"GroupList\": \(groups), \"UserPolicyList\": \(inline), \"AttachedManagedPolicies\": \(attached)}"
    }

    private static func details(users: [String] = [], groups: [String] = [], roles: [String] = [], more: String = "")
        -> String
    {
        """
        {"UserDetailList": [\(users.joined(separator: ","))], "GroupDetailList": [\(groups.joined(separator: ","))],
         "RoleDetailList": [\(roles.joined(separator: ","))], "Policies": []\(more)}
        """
    }

    private static func export(_ details: String, _ report: String? = nil) -> Export {
        Export([
            "details.json": details,
            "report.csv": report ?? Answers.report(users: ["alice": ["password_enabled": "true"]]),
        ])
    }

    private static func policy(_ action: String, _ resource: String) -> String {
        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"\(action)\", \"Resource\": \"\(resource)\"}}"
    }

    @Test("A user without a password is given a device by an administrator; one with a password assigns it themselves")
    func deviceOfMachine() {
        func lines(_ password: String) -> [ChecklistLine] {
            let report = Answers.report(users: ["alice": ["password_enabled": password, "mfa_active": "false"]])
            let role = Self.role(Self.trust("\(Self.account):user/alice"))
            return Self.export(Self.details(users: [Self.user()], roles: [role]), report).lines("sign-in-mfa")
        }
        #expect(lines("false").map(\.says) == ["the user has no MFA device, and no password to assign one with"])
        #expect(lines("false").allSatisfy { $0.command?.contains("create-virtual-mfa-device") ?? false })
        #expect(lines("true").map(\.says) == ["the user has no MFA device"])
        #expect(lines("true").allSatisfy { $0.next?.hasPrefix("sign in as the user") ?? false })
    }

    // MARK: The role

    @Test(
        "A role's trust passes where it names its user and requires MFA, and nothing less",
        arguments: [
            (trust("\(account):user/alice", mfa), ChecklistLine.Outcome.pass),
            (trust("\(account):user/alice"), .open), (trust("\(account):root", mfa), .open),
            (trust("111122223333", mfa), .open), (trust("*", mfa), .open),
            (trust("\(account):root", mfaOf("\(account):user/alice")), .pass),
            (trust("*", mfaOf("\(account):user/alice")), .pass),
            (trust("\(account):root", mfaOf("\(account):user/*")), .open),
            (trust("\(account):user/alice", mfa.replacing("\"Bool\"", with: "\"BoolIfExists\"")), .open),
            (trust("\(account):user/alice", mfa.replacing("\"Bool\"", with: "\"NumericEquals\"")), .cannotTell),
        ])
    func roleTrust(trust: String, outcome: ChecklistLine.Outcome) {
        let lines = Self.export(Self.details(roles: [Self.role(trust)])).lines("role-trust")
        #expect(lines.map(\.outcome) == [outcome])
        #expect(lines.map(\.subject) == [.role("work")])
    }

    @Test("Who comes from another account is asked for an external id; nothing is promised of `fix`")
    func foreignTrust() {
        func next(_ trust: String) -> String? {
            Self.export(Self.details(roles: [Self.role(trust)])).lines("role-trust")[0].next
        }
        #expect(next(Self.trust("arn:aws:iam::444455556666:root"))?.contains("the external id") == true)
        #expect(next(Self.trust("arn:aws:iam::444455556666:root"))?.contains("policylint fix") == false)
        #expect(next(Self.trust("\(Self.account):root"))?.contains("policylint fix --trusted-user") == true)
    }

    @Test("A role for a whole organization is told to name those who come, and is not given to the only user")
    func organizationTrust() throws {
        let trust = Self.trust("*", #"{"StringEquals": {"aws:PrincipalOrgID": "o-abcdefghij"}}"#)
        let export = Self.export(Self.details(roles: [Self.role(trust)]))
        let line = try #require(export.lines("role-trust").first)
        #expect(line.outcome == .open && line.evidence.first?.says == "this trusts everyone of the organization")
        #expect(line.next?.hasPrefix("name the accounts, users or roles of the organization that come") == true)
        #expect(line.next?.contains("policylint fix") == false)
    }

    @Test("Programs of another account that send an external id are no people; those of the own account may be")
    func externalID() {
        let condition = #"{"StringEquals": {"sts:ExternalId": "ab12"}}"#
        func says(_ account: String) -> [String] {
            Self.export(Self.details(roles: [Self.role(Self.trust("\(account)", condition))])).says("role-trust")
        }
        #expect(says("arn:aws:iam::444455556666:root") == ["open account: there is no role that a user assumes"])
        #expect(says("\(Self.account):root").first?.hasPrefix("open role work") == true)
    }

    @Test("The trust policy of a role that AWS's own programs assume is left as they made it")
    func machineRole() throws {
        let role = Self.role(Self.trust("arn:aws:iam::444455556666:root"), name: "AWSControlTowerExecution")
        let line = try #require(Self.export(Self.details(roles: [role])).lines("role-trust").first)
        #expect(line.outcome == .open && line.command == nil)
        #expect(line.next?.hasPrefix("leave the trust policy as AWS Control Tower made it") == true)
    }

    @Test("MFA may be required by a Deny, and a role of a service is no role for people")
    func otherTrusts() {
        let deny = """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Principal": {"AWS": "\(Self.account):user/alice"}, "Action": "sts:AssumeRole"},
              {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole",
               "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}}]}
            """
        let service = Self.trust("x").replacing("\"AWS\": \"x\"", with: "\"Service\": \"ec2.amazonaws.com\"")
        let export = Self.export(Self.details(roles: [Self.role(deny), Self.role(service, name: "machine")]))
        #expect(export.says("role-trust") == ["pass role work: the trust names its users, and requires MFA"])
        // Nor is one whose condition no request meets.
        let inside = Self.trust("\(Self.account):root", #"{"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}"#)
        for role in [Self.role(service), Self.role(inside)] {
            let alone = Self.export(Self.details(roles: [role]))
            #expect(alone.says("role-trust") == ["open account: there is no role that a user assumes"])
        }
    }

    @Test("Where two answers differ on a role's trust, it cannot be told")
    func contradiction() {
        let export = Export([
            "a.json": Self.details(roles: [Self.role(Self.trust("\(Self.account):user/alice", Self.mfa))]),
            "b.json": "{\"Role\": \(Self.role(Self.trust("\(Self.account):root")))}",
        ])
        #expect(
            export.says("role-trust") == ["cannot-tell role work: two answers differ on the trust policy of the role"])
        #expect(export.lines("role-trust").first?.evidence.count == 2)
    }

    @Test("A session is short up to four hours, and only get-role and list-roles tell")
    func sessions() {
        let role = Self.role(Self.trust("\(Self.account):user/alice", Self.mfa))
        #expect(Self.export(Self.details(roles: [role])).lines("session-duration").map(\.outcome) == [.cannotTell])
        for (seconds, outcome) in [(3600, ChecklistLine.Outcome.pass), (14400, .pass), (43200, .open)] {
            let timed = role.dropLast() + ", \"MaxSessionDuration\": \(seconds)}"
            let export = Export(["x.json": "{\"Role\": \(timed)}"])
            #expect(export.lines("session-duration").map(\.outcome) == [outcome])
        }
    }

    @Test("A page of roles is not all of them, unless the account summary counts as many")
    func pages() {
        let roles = [Self.role(Self.trust("\(Self.account):user/alice", Self.mfa))]
        let page = Self.details(roles: roles, more: ", \"IsTruncated\": true")
        #expect(Self.export(page).lines("role-trust").map(\.outcome) == [.pass, .cannotTell])
        var counted = Self.export(page)
        counted.files.append(("summary.json", Answers.summary(["Roles": 1])))
        #expect(counted.lines("role-trust").map(\.outcome) == [.pass])
        counted.files[2].text = Answers.summary(["Roles": 2])
        #expect(counted.lines("role-trust").map(\.outcome) == [.pass, .cannotTell])
    }

    // MARK: The user

    @Test(
        "What a user needs to sign in passes, and nothing more",
        arguments: [
            ("sts:AssumeRole", "\(account):role/work", true), ("sts:AssumeRole", "*", false),
            ("sts:AssumeRole", "\(account):role/*", false), ("iam:ListVirtualMFADevices", "*", true),
            ("iam:EnableMFADevice", "arn:aws:iam::*:user/${aws:username}", true),
            ("iam:EnableMFADevice", "\(account):user/alice", true), ("iam:EnableMFADevice", "*", false),
            ("iam:EnableMFADevice", "\(account):user/bob", false), ("iam:DeactivateMFADevice", "*", false),
            ("iam:CreateVirtualMFADevice", "arn:aws:iam::*:mfa/*", true), ("iam:*VirtualMFADevice", "*", false),
            ("iam:*VirtualMFADevice", "arn:aws:iam::*:mfa/*", true), ("s3:GetObject", "*", false), ("*", "*", false),
            ("iam:List*", "*", false), ("iam:CreateAccessKey", "\(account):user/alice", false),
        ])
    func permissions(action: String, resource: String, passes: Bool) {
        let lines = Self.export(Self.details(users: [Self.user(Self.policy(action, resource))]))
            .lines("sign-in-permissions-only")
        #expect(lines.map(\.outcome) == [passes ? .pass : .open])
        #expect(lines.map(\.subject) == [.user("alice")])
    }

    @Test("Permissions of a group count, and those of a policy without its document cannot be told")
    func held() {
        let group =
            "{\"GroupName\": \"g\", \"Arn\": \"\(Self.account):group/g\", \"GroupPolicyList\": [{\"PolicyName\": \"p\", \"PolicyDocument\": \(Self.policy("s3:*", "*"))}], \"AttachedManagedPolicies\": []}"
        let inGroup = Self.user(groups: "[\"g\"]")
        #expect(
            Self.export(Self.details(users: [inGroup], groups: [group])).lines("sign-in-permissions-only").map(
                \.outcome)
                == [.open])
        #expect(
            Self.export(Self.details(users: [inGroup])).says("sign-in-permissions-only")
                == ["cannot-tell user alice: the export does not tell what group `g` may do"])
        func attached(_ arn: String) -> String {
            Self.details(users: [Self.user(attached: "[{\"PolicyName\": \"p\", \"PolicyArn\": \"\(arn)\"}]")])
        }
        let own = Self.export(attached("\(Self.account):policy/p"))
        #expect(own.lines("sign-in-permissions-only").map(\.outcome) == [.cannotTell])
        let administrator = Self.export(attached("arn:aws:iam::aws:policy/AdministratorAccess"))
        #expect(administrator.lines("sign-in-permissions-only").map(\.outcome) == [.open])
    }

    @Test("A user who signs in has MFA, or has not, or it cannot be told")
    func userMFA() {
        func says(_ cells: [String: String]) -> [ChecklistLine.Outcome] {
            Export(["r.csv": Answers.report(users: ["alice": cells])]).lines("sign-in-mfa").map(\.outcome)
        }
        #expect(says(["password_enabled": "true", "mfa_active": "true"]) == [.pass])
        #expect(says(["password_enabled": "true", "mfa_active": "false"]) == [.open])
        #expect(says(["password_enabled": "true", "mfa_active": "N/A"]) == [.cannotTell])
        // Nobody signs in at all.
        #expect(says(["password_enabled": "false"]) == [.open])
        let refused = Export([
            "users/alice/get-login-profile.error.txt": Answers.error("AccessDenied", "GetLoginProfile")
        ])
        #expect(refused.lines("sign-in-mfa").map(\.outcome) == [.cannotTell])
        let none = Export([
            "list-users.json": "{\"Users\": [{\"UserName\": \"alice\", \"Arn\": \"\(Self.account):user/alice\"}]}",
            "users/alice/get-login-profile.error.txt": Answers.error("NoSuchEntity", "GetLoginProfile"),
        ])
        #expect(none.says("sign-in-mfa") == ["open account: nobody but root can sign in: no user has a password"])
    }

    @Test("That people sign in elsewhere says nothing of passwords that the export does not speak of")
    func elsewhere() {
        let alice = Self.user()
        let center = Self.role(Self.trust("\(Self.account):root"), name: "AWSReservedSSO_Admins_0123456789abcdef")
        var export = Export(["details.json": Self.details(users: [alice], roles: [center])])
        #expect(
            export.says("sign-in-mfa") == [
                "cannot-tell account: the export does not tell which users have a password"
            ])
        export.files.append(("report.csv", Answers.report(users: ["alice": ["password_enabled": "false"]])))
        #expect(
            export.says("sign-in-mfa") == [
                "pass account: no user has a password; people sign in through IAM Identity Center"
            ])
    }

    @Test("People who come by a SAML provider are no users, and sign in there")
    func saml() {
        let provider = Self.trust("\(Self.account):saml-provider/Corp", #"{"StringEquals": {"SAML:aud": "x"}}"#)
            .replacing("\"AWS\"", with: "\"Federated\"").replacing("AssumeRole", with: "AssumeRoleWithSAML")
        var export = Self.export(Self.details(roles: [Self.role(provider)]), Answers.report())
        #expect(
            export.says("sign-in-mfa") == [
                "pass account: no user has a password; people sign in through the SAML provider `Corp`"
            ])
        #expect(
            export.says("role-trust") == ["pass account: people come to their roles through the SAML provider `Corp`"])
        #expect(export.marked("role-trust") == ["\"\(Self.account):saml-provider/Corp\""])
        export.files.append(("summary.json", Answers.summary(["Roles": 1, "Users": 0, "Providers": 0])))
        #expect(export.says("sign-in-mfa") == ["open account: nobody but root can sign in: no user has a password"])
        #expect(export.lines("role-trust").map(\.outcome) == [.open])
    }

    @Test("What the command for a user's devices saves closes its line, though the answer names nobody")
    func devices() throws {
        var export = Export(["users/alice/get-login-profile.json": #"{"LoginProfile": {"UserName": "alice"}}"#])
        let command = try #require(export.lines("sign-in-mfa").first { $0.subject == .user("alice") }?.command)
        #expect(
            command == "mkdir -p users/alice && aws iam list-mfa-devices --user-name alice "
                + "> users/alice/list-mfa-devices.json")
        export.files.append((String(command.split(separator: " > ")[1]), #"{"MFADevices": []}"#))
        #expect(export.lines("sign-in-mfa").first { $0.subject == .user("alice") }?.outcome == .open)
    }

    @Test("The users of one group are not all users")
    func usersOfAGroup() {
        let user = "{\"UserName\": \"alice\", \"Arn\": \"\(Self.account):user/alice\"}"
        let listed = Export(["x.json": "{\"Users\": [\(user)]}"])
        #expect(listed.evidence().users.extent == .whole)
        let members = Export(["x.json": "{\"Group\": {\"GroupName\": \"g\"}, \"Users\": [\(user)]}"])
        #expect(members.evidence().users.extent == .partial)
        #expect(members.evidence().users.elements.map(\.name) == ["alice"])
    }

    // MARK: Large exports

    @Test("A large export, of which only the places of the policies are kept, says the same as a small one")
    func largeExport() {
        let role = Self.role(Self.trust("\(Self.account):root"))
        let encoded = PercentEncoding.encode(Self.trust("\(Self.account):user/alice"))
        let second = Self.role("\"\(encoded)\"", name: "other")
        let user = Self.user(Self.policy("s3:*", "*"))
        let small = Self.export(Self.details(users: [user], roles: [role, second]))
        let padding = String(repeating: " ", count: 1 << 20)
        let large = Self.export(Self.details(users: [user], roles: [role, padding + second]))
        for control in ["role-trust", "sign-in-permissions-only"] {
            #expect(large.says(control) == small.says(control))
            #expect(large.marked(control) == small.marked(control))
            #expect(!large.marked(control).isEmpty)
        }
        let truncated = Self.export(
            Self.details(roles: [role, padding + second], more: ", \"IsTruncated\": true"))
        #expect(truncated.lines("role-trust").contains { $0.outcome == .cannotTell })
    }
}
