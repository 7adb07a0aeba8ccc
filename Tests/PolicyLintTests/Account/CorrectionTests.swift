import Testing

@testable import PolicyLint

/// What `policylint account DIR --fix OUT` writes.
@Suite struct CorrectionTests {
    private static let caller = """
        {"UserId": "A", "Account": "111122223333", "Arn": "arn:aws:iam::111122223333:user/alice"}
        """
    private static let administrator = """
        {"PolicyName": "AdministratorAccess", "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}
        """

    /// An account with these users, whose names and policies are the arguments, and roles.
    private static func details(users: String, roles: String = "") -> String {
        "{\"UserDetailList\": [\(users)], \"GroupDetailList\": [], \"RoleDetailList\": [\(roles)], \"Policies\": []}"
    }

    private static func user(_ name: String, attached: String = "") -> String {
        """
        {"UserName": "\(name)", "Arn": "arn:aws:iam::111122223333:user/\(name)", "Path": "/", "GroupList": [],
          "AttachedManagedPolicies": [\(attached)]}
        """
    }

    private static func role(_ name: String, trusts principal: String, attached: String = administrator) -> String {
        """
        {"RoleName": "\(name)", "Arn": "arn:aws:iam::111122223333:role/\(name)", "Path": "/", "RolePolicyList": [],
          "AttachedManagedPolicies": [\(attached)], "AssumeRolePolicyDocument": {"Version": "2012-10-17",
          "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:\(principal)"},
          "Action": "sts:AssumeRole"}]}}
        """
    }

    private static func login(_ name: String) -> String { "{\"LoginProfile\": {\"UserName\": \"\(name)\"}}" }
    private static let noLogin = Answers.error("NoSuchEntity", "GetLoginProfile")

    private func correct(
        _ export: KeyValuePairs<String, String>, _ change: (inout CorrectionWishes) -> Void = { _ in }
    ) throws -> Correction {
        var wishes = CorrectionWishes()
        change(&wishes)
        let evidence = Export(export).evidence()
        return try #require(Correction(Checklist(evidence), evidence, settings: LintSettings(), wishes: wishes))
    }

    private func text(_ path: String, _ correction: Correction) throws -> String {
        String(decoding: try #require(correction.files.first { $0.path == path }).bytes, as: UTF8.self)
    }

    @Test("The trust document names the only user who signs in, and the user gives up the rest last")
    func theWholeWay() throws {
        let correction = try correct([
            "get-caller-identity.json": Self.caller,
            "details.json": Self.details(
                users: Self.user("alice", attached: Self.administrator) + "," + Self.user("robot"),
                roles: Self.role("admin", trusts: "root")),
            "users/alice/get-login-profile.json": Self.login("alice"),
            "users/alice/list-mfa-devices.json": "{\"MFADevices\": []}",
            "users/robot/get-login-profile.error.txt": Self.noLogin,
        ])
        let trust = try text("trust/admin.json", correction)
        #expect(trust.contains("arn:aws:iam::111122223333:user/alice") && !trust.contains(":root"))
        #expect(trust.contains("aws:MultiFactorAuthPresent"))
        #expect(correction.steps.map(\.id) == ["sign-in alice", "trust admin", "farewell alice"])
        let last = try #require(correction.steps.last)
        #expect(last.commands.map { $0.contains("detach-user-policy --user-name alice") } == [true])
        #expect(last.mfaUsers == ["alice"] && Set(last.after).isSuperset(of: ["sign-in alice", "trust admin"]))
        #expect(last.closes.map(\.control) == ["sign-in-permissions-only", "administrator-mfa"])
        #expect(correction.steps[1].closes.map(\.control).contains("role-trust"))
        #expect(correction.byHand.map(\.control).contains("sign-in-mfa"))
    }

    @Test("What a user's farewell closes beside its own line is not left to a person")
    func closedByFarewell() throws {
        let details = Self.details(
            users: Self.user("alice", attached: Self.administrator), roles: Self.role("admin", trusts: "user/alice"))
        let export = Export([
            "get-caller-identity.json": Self.caller, "details.json": details,
            "get-account-summary.json": Answers.summary(["Users": 1, "Groups": 0, "Roles": 1]),
            "users/alice/get-login-profile.json": Self.login("alice"),
            "users/alice/list-mfa-devices.json": "{\"MFADevices\": []}",
            "users/alice/list-access-keys.json": "{\"AccessKeyMetadata\": []}",
        ])
        func correction(_ export: Export) throws -> Correction {
            let evidence = export.evidence()
            return try #require(
                Correction(Checklist(evidence), evidence, settings: LintSettings(), wishes: CorrectionWishes()))
        }
        #expect(export.says("administrator-mfa").map { $0.hasPrefix("open user alice") } == [true])
        let found = try correction(export)
        let last = try #require(found.steps.last { $0.id == "farewell alice" })
        #expect(last.closes.map(\.control) == ["sign-in-permissions-only", "administrator-mfa"])
        #expect(!found.byHand.contains { $0.control == "administrator-mfa" })
        #expect(found.byHand.contains { $0.control == "sign-in-mfa" })
        // Where the export does not tell of all who may become whom, nothing is proven by it.
        let unknown = Self.administrator.replacing("aws:policy/AdministratorAccess", with: "111122223333:policy/x")
        let unclear = try correction(
            Export([
                "get-caller-identity.json": Self.caller,
                "details.json": Self.details(
                    users: Self.user("alice", attached: Self.administrator) + ","
                        + Self.user("robot", attached: unknown), roles: Self.role("admin", trusts: "user/alice")),
                "get-account-summary.json": Answers.summary(["Users": 2, "Groups": 0, "Roles": 1]),
                "users/alice/get-login-profile.json": Self.login("alice"),
                "users/alice/list-mfa-devices.json": "{\"MFADevices\": []}",
                "users/alice/list-access-keys.json": "{\"AccessKeyMetadata\": []}",
                "users/robot/get-login-profile.error.txt": Self.noLogin,
            ]))
        #expect(unclear.steps.contains { $0.id == "farewell alice" })
        #expect(unclear.byHand.contains { $0.control == "administrator-mfa" && $0.subject == .user("alice") })
    }

    @Test("Where no role is there, an administrator who signs in gets one before giving up the rest")
    func aRoleIsMade() throws {
        let correction = try correct([
            "get-caller-identity.json": Self.caller,
            "details.json": Self.details(users: Self.user("alice", attached: Self.administrator)),
            "get-account-summary.json": Answers.summary(["Users": 1, "Roles": 0]),
            "users/alice/get-login-profile.json": Self.login("alice"),
        ])
        #expect(
            correction.steps.map(\.id) == [
                "sign-in alice", "make administrator", "allow administrator", "farewell alice",
            ])
        #expect(try text("user-policies/alice/sign-in.json", correction).contains(":role/administrator"))
    }

    @Test("Nobody is named where two users sign in, and nothing is taken from a user without a role to administer in")
    func nobodyIsLockedOut() throws {
        let two = try correct([
            "get-caller-identity.json": Self.caller,
            "details.json": Self.details(
                users: Self.user("alice", attached: Self.administrator) + "," + Self.user("bob"),
                roles: Self.role("admin", trusts: "root")),
            "users/alice/get-login-profile.json": Self.login("alice"),
            "users/bob/get-login-profile.json": Self.login("bob"),
        ])
        #expect(!two.steps.contains { $0.stage == .farewell })
        #expect(try text("trust/admin.json", two).contains(":root"))
        let weak = try correct([
            "get-caller-identity.json": Self.caller,
            "details.json": Self.details(
                users: Self.user("alice", attached: Self.administrator),
                roles: Self.role("administrator", trusts: "user/alice", attached: "")),
            "users/alice/get-login-profile.json": Self.login("alice"),
        ])
        #expect(!weak.steps.contains { $0.stage == .farewell })
        #expect(weak.byHand.contains { $0.control == "sign-in-permissions-only" })
    }

    @Test("A policy of permissions that comes to require MFA says what that takes")
    func mfaInPermissions() throws {
        func cautions(_ condition: String) throws -> [String] {
            let policy =
                #"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ec2:RunInstances", "ec2:Run*"], "Resource": "*"\#(condition)}]}"#
            let user =
                #"{"UserName": "alice", "Arn": "arn:aws:iam::111122223333:user/alice", "UserPolicyList": [{"PolicyName": "p", "PolicyDocument": \#(policy)}]}"#
            let correction = try correct([
                "get-caller-identity.json": Self.caller,
                "get-account-authorization-details.json": #"{"UserDetailList": [\#(user)], "IsTruncated": false}"#,
            ])
            return correction.steps.filter { $0.stage == .permissions }.compactMap(\.caution)
        }
        let condition = #", "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}}"#
        #expect(try cautions(condition).contains { $0.contains("needs an MFA device first") })
        #expect(try !cautions("").contains { $0.contains("MFA") })
    }

    @Test("A budget is made where a person says whom it tells, and is left to the person otherwise")
    func budgets() throws {
        let export: KeyValuePairs = [
            "get-caller-identity.json": Self.caller, "describe-budgets.json": "{\"Budgets\": []}",
        ]
        #expect(try correct(export).byHand.map(\.control).contains("cost-budget"))
        let made = try correct(export) {
            $0.budgetEmail = "alice@example.com"
            $0.budgetLimit = 20
        }
        #expect(made.steps.map(\.id) == ["budget"] && !made.byHand.map(\.control).contains("cost-budget"))
        #expect(try text("budget-alerts.json", made).contains("\"Address\": \"alice@example.com\""))
        #expect(try text("budget.json", made).contains("\"Amount\": \"20\""))
    }

    @Test("What an export calls a thing can neither leave its line in the script nor its folder")
    func hostileNames() throws {
        let name = "x\\nCOMMANDS\\nrm -rf ~"
        let correction = try correct([
            "get-caller-identity.json": Self.caller,
            "details.json": Self.details(
                users: Self.user("alice"),
                roles: [
                    Self.role(name, trusts: "root"), Self.role("..", trusts: "root"), Self.role("a'b", trusts: "root"),
                ].joined(separator: ",")),
        ])
        let script = try text("apply.sh", correction)
        #expect(!script.contains("rm -rf"))
        #expect(script.contains("--role-name 'a'\\''b'"))
        for file in correction.files { #expect(!file.path.split(separator: "/").contains("..")) }
        #expect(correction.files.contains { $0.path == "trust/%2E..json" })
    }

    @Test("A path that is written keeps its names apart")
    func paths() {
        #expect(CorrectionFile.path("a", "b/c", ".d") == "a/b%2Fc/%2Ed.json")
        #expect(CorrectionFile.path("a", "b c") == "a/b%20c.json")
    }

    @Test("Where nothing can be told, neither the page nor the script says that all is done")
    func nothingTold() throws {
        let correction = try correct(["caller.json": Self.caller])
        let files = Dictionary(
            uniqueKeysWithValues: correction.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        #expect(correction.steps.isEmpty)
        #expect(files["README.md"]?.contains("cannot be told: the checklist says what to export") == true)
        #expect(files["apply.sh"]?.contains("there is nothing to apply") == true)
        #expect(files["apply.sh"]?.contains("every step is done") == false)
    }
}
