import Testing

@testable import PolicyLint

/// What `apply.sh` never does: lock somebody out, and give anybody more rights than before.
@Suite struct CorrectionSafetyTests {
    private typealias Details = AuthorizationDetails

    private static let everything = Details.allow("*")
    private static let alice = #"{"AWS":"\#(Details.arn("user/alice"))"}"#
    private static let account = #"{"AWS":"\#(Details.arn("root"))"}"#
    private static let administrators = Details.Role(
        name: "ops", trust: Details.trust(alice, condition: Details.needsMFA), attached: [Details.administrator])

    private static func deny(_ action: String) -> String {
        Details.allow(action).replacing("Allow", with: "Deny")
    }

    /// The correction of an account in which these users have a password.
    private func correct(
        _ details: Details, logins: [String] = ["alice"], _ change: (String) -> String = { $0 }
    ) throws -> Correction {
        try details.correction(logins: logins, change)
    }

    private func ids(_ details: Details) throws -> [String] { try correct(details).steps.map(\.id) }

    private func text(_ path: String, _ correction: Correction) throws -> String {
        String(decoding: try #require(correction.files.first { $0.path == path }).bytes, as: UTF8.self)
    }

    /// The export with its first inline policies named `sign-in`.
    private func named(_ text: String) -> String { text.replacing("\"p0\"", with: "\"sign-in\"") }

    // MARK: Names that are taken

    @Test("An inline policy of the name sign-in is not written over, and goes last where it allows more")
    func takenName() throws {
        let found = try correct(Details(users: [.init(name: "alice", policies: [Self.everything])]), named)
        #expect(
            found.steps.map(\.id) == ["sign-in alice", "make administrator", "allow administrator", "farewell alice"])
        #expect(
            found.steps.first?.commands == [
                "aws iam put-user-policy --user-name alice --policy-name sign-in-2 "
                    + "--policy-document file://user-policies/alice/sign-in-2.json"
            ])
        #expect(
            found.steps.last?.commands == [
                "unless_gone aws iam delete-user-policy --user-name alice --policy-name sign-in"
            ])
    }

    @Test("An inline policy of the name sign-in that is needed stays, and one that says the same serves again")
    func keptName() throws {
        let audit = Details.allow("sts:AssumeRole", on: "arn:aws:iam::999988887777:role/audit")
        var user = Details.User(name: "alice", policies: [audit], attached: [Details.administrator])
        let found = try correct(Details(users: [user], roles: [Self.administrators]), named)
        #expect(found.steps.map(\.id) == ["sign-in alice", "farewell alice"])
        #expect(found.steps.first?.commands.first?.contains("--policy-name sign-in-2 ") == true)
        #expect(found.steps.last?.commands.map { $0.contains("detach-user-policy") } == [true])

        user.policies = [try text("user-policies/alice/sign-in-2.json", found)]
        let again = try correct(Details(users: [user], roles: [Self.administrators]), named)
        #expect(again.steps.first?.commands.first?.contains("--policy-name sign-in ") == true)
    }

    // MARK: Devices

    @Test("A trust policy that lets the account in requires MFA only once all who assume the role have a device")
    func devicesFirst() throws {
        let assume = Details.allow("sts:AssumeRole", on: Details.arn("role/ops"))
        var details = Details(
            users: [
                .init(name: "alice", policies: [assume]), .init(name: "bob", policies: [assume]),
                .init(name: "reader", policies: [Details.allow("s3:GetObject")]),
            ],
            roles: [.init(name: "ops", trust: Details.trust(Self.account), attached: [Details.administrator])])
        func trust() throws -> CorrectionStep? {
            try correct(details, logins: ["alice", "bob"]).steps.first { $0.id == "trust ops" }
        }
        let step = try #require(try trust())
        #expect(step.mfaUsers == ["alice", "bob"] && step.caution?.contains("first: alice, bob") == true)
        let script = ApplyScript([step], accountID: Details.account).text
        #expect(script.contains("is_open 1 && has_mfa 1 alice && has_mfa 1 bob && is_still 1 "))

        // The credentials of a role never show MFA.
        details.roles.append(
            .init(name: "chain", trust: Details.trust(#"{"Service":"ec2.amazonaws.com"}"#), policies: [assume]))
        #expect(try trust() == nil)
        details.roles.removeLast()
        #expect(try trust() != nil)
        // Of whom the export does not tell all policies, it cannot say whether they assume the role.
        details.users[2].attached = [Details.arn("policy/unknown")]
        #expect(try trust() == nil)
    }

    @Test("MFA is not required of a user of another account, whose device nobody here sees")
    func foreignDevices() throws {
        let carol = Details.trust(#"{"AWS":"arn:aws:iam::999988887777:user/carol"}"#)
        let details = Details(
            users: [.init(name: "alice")],
            roles: [.init(name: "ops", trust: carol, attached: [Details.administrator])])
        #expect(try !ids(details).contains("trust ops"))
    }

    // MARK: Roles that administer nothing

    @Test("A role that a policy denies something, or that the user cannot assume, is no reason for a farewell")
    func deniedRoles() throws {
        // The user is denied something too, so that no role is made in the place of one that does not do.
        let kept = Self.deny("organizations:LeaveOrganization")
        var details = Details(
            users: [.init(name: "alice", policies: [kept], attached: [Details.administrator])],
            roles: [Self.administrators])
        #expect(try ids(details) == ["sign-in alice", "farewell alice"])

        details.roles[0].policies = [Self.deny("*")]
        #expect(try ids(details).isEmpty)
        details.roles[0].policies = []
        details.roles[0].attached.append(Details.arn("policy/unknown"))
        #expect(try ids(details).isEmpty)
        details.roles[0].attached.removeLast()
        details.users[0].policies = [Self.deny("sts:AssumeRole")]
        #expect(try ids(details).isEmpty)

        details.users[0].policies = [kept]
        details.roles[0].trust =
            String(Self.administrators.trust.dropLast(2))
            + #",{"Effect":"Deny","Principal":\#(Self.alice),"Action":"sts:AssumeRole"}]}"#
        #expect(try !ids(details).contains("farewell alice"))
    }

    // MARK: Rights that nobody had

    @Test("No role is made that may do more than its user, whatever denies the user something")
    func noNewAdministrator() throws {
        var details = Details(users: [.init(name: "alice", attached: [Details.administrator])])
        #expect(try ids(details).contains("allow administrator"))
        details.users[0].policies = [Self.deny("iam:*")]
        #expect(try ids(details).isEmpty)
        details.users[0].policies = []
        details.users[0].groups = ["limited"]
        details.groups = [(name: "limited", policies: [Self.deny("iam:*")])]
        #expect(try ids(details).isEmpty)
    }

    @Test("Trust policies name the user who signs in only where that user may assume the role already")
    func noNewRole() throws {
        var details = Details(
            users: [.init(name: "alice", policies: [Details.allow("s3:GetObject")])],
            roles: [.init(name: "ops", trust: Details.trust(Self.account), attached: [Details.administrator])])
        #expect(try text("trust/ops.json", try correct(details)).contains(":root"))
        details.users[0].policies = [Details.allow("sts:AssumeRole", on: Details.arn("role/ops"))]
        #expect(try text("trust/ops.json", try correct(details)).contains(":user/alice"))
    }

    @Test("No policy is taken away that denies something: without it the user might do more")
    func keptDenials() throws {
        let mixed =
            String(Details.allow("s3:*").dropLast(2))
            + #",{"Effect":"Deny","Action":"sts:TagSession","Resource":"*"}]}"#
        var details = Details(users: [.init(name: "alice", policies: [mixed])], roles: [Self.administrators])
        #expect(try !ids(details).contains("farewell alice"))
        details.users[0].policies = [Details.allow("s3:*")]
        #expect(try ids(details).contains("farewell alice"))
        // A group is left with all its policies.
        details.users[0].policies = []
        details.users[0].groups = ["g"]
        details.groups = [(name: "g", policies: [Details.allow("s3:*"), Self.deny("sts:TagSession")])]
        #expect(try !ids(details).contains("farewell alice"))
        details.groups[0].policies.removeLast()
        #expect(try ids(details).contains("farewell alice"))
    }

    // MARK: Names that look like options

    @Test("A name that begins with a hyphen is no option of the AWS CLI")
    func hyphens() throws {
        let details = Details(users: [.init(name: "-alice", attached: [Details.administrator])])
        let found = try correct(details, logins: ["-alice"])
        #expect(
            found.steps.first?.commands.first?.hasPrefix(
                "aws iam put-user-policy --user-name=-alice --policy-name sign-in ") == true)
        #expect(
            found.steps.last?.commands.map { $0.contains(" detach-user-policy --user-name=-alice ") } == [true])
        let script = try text("apply.sh", found)
        #expect(script.contains(#"list-mfa-devices --user-name="$2" "#) && !script.contains("--user-name -"))
        #expect(ShellWord.option("user-name", "--output") == "--user-name=--output")
        #expect(ShellWord.option("user-name", "-a b") == "'--user-name=-a b'")
        #expect(ShellWord.option("user-name", "a b") == "--user-name 'a b'")
    }
}
