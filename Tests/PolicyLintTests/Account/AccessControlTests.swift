import Testing

@testable import PolicyLint

private typealias Details = AuthorizationDetails

/// The controls about who can become whom.
@Suite struct AccessControlTests {
    private static let stranger = #"{"AWS":"arn:aws:iam::444455556666:root"}"#

    @Test("A user with a key who becomes an administrator through a role is told the chain")
    func chain() {
        let details = Details(
            users: [.init(name: "a", policies: [Details.allow("sts:AssumeRole")])],
            roles: [
                .init(
                    name: "r", trust: Details.trust(#"{"AWS":"arn:aws:iam::111122223333:root"}"#),
                    attached: [Details.administrator])
            ])
        let key = ["access_key_1_active": "true", "access_key_1_last_rotated": "2026-11-01T00:00:00+00:00"]
        let keyed = details.export(["report.csv": Answers.report(users: ["a": key])])
        #expect(
            keyed.says("administrator-mfa") == [
                "open user a: user `a` → role `r` → an administrator, and no step takes MFA"
            ])
        let device = ["mfa_active": "true", "password_enabled": "true"]
        let safe = details.export(["report.csv": Answers.report(users: ["a": device])])
        #expect(
            safe.says("administrator-mfa") == [
                "pass user a: user `a` → role `r` → an administrator, signed in with MFA"
            ])
        #expect(details.export().lines("administrator-mfa").map(\.outcome) == [.cannotTell])
    }

    @Test("MFA on one step of the chain suffices; what a truncated export leaves out does not")
    func closedChain() {
        var details = Details(
            users: [.init(name: "a")],
            roles: [
                .init(
                    name: "r",
                    trust: Details.trust(
                        #"{"AWS":"arn:aws:iam::111122223333:user/a"}"#, condition: Details.needsMFA),
                    attached: [Details.administrator])
            ])
        #expect(
            details.export().says("administrator-mfa") == [
                "pass account: no user becomes an administrator without MFA"
            ])
        details.isTruncated = true
        let partial = Export(["details.json": details.text])
        #expect(partial.lines("administrator-mfa").map(\.outcome) == [.cannotTell])
    }

    @Test("Another account that becomes an administrator is open; one that becomes a role and no more is not")
    func outside() {
        var details = Details(roles: [
            .init(name: "r", trust: Details.trust(Self.stranger)),
            .init(
                name: "s", trust: Details.trust(#"{"AWS":"arn:aws:iam::111122223333:role/r"}"#),
                policies: [Details.allow("s3:GetObject")]),
        ])
        #expect(
            details.export().says("outside-chains") == [
                "pass account: account 444455556666 can become role `r`, role `s`, and no more"
            ])
        details.roles[1].attached = [Details.administrator]
        #expect(
            details.export().says("outside-chains") == [
                "open account: account 444455556666 → role `r` → role `s` → an administrator"
            ])
        details.roles.append(
            .init(name: "t", trust: Details.trust(Self.stranger), attached: [Details.administrator]))
        #expect(
            details.export().says("outside-chains") == [
                "open account: account 444455556666 → role `t` → an administrator; also through role `r`"
            ])
        details.roles = [.init(name: "r", trust: Details.trust(#"{"AWS":"*"}"#))]
        #expect(details.export().says("outside-chains") == ["open account: anyone can assume role `r`"])
        details.roles = [.init(name: "r", trust: Details.trust(#"{"Service":"ec2.amazonaws.com"}"#))]
        #expect(
            details.export().says("outside-chains") == ["pass account: no role lets in anybody from outside"])
    }

    @Test("Whom a whole organization holds, no export tells: nothing is exported again")
    func organization() throws {
        func line(_ condition: String) throws -> ChecklistLine {
            let trust = Details.trust(#"{"AWS":"*"}"#, condition: condition)
            return try #require(
                Details(roles: [.init(name: "audit", trust: trust)]).export().lines("outside-chains").first)
        }
        let organization = try line(#"{"StringEquals":{"aws:PrincipalOrgID":"o-abcdefghij"}}"#)
        #expect(
            organization.says
                == "role `audit` lets in a whole organization: which accounts it holds, the export does not tell")
        #expect(organization.outcome == .cannotTell && organization.command == nil)
        #expect(organization.next?.contains("aws organizations list-accounts") == true)
        let others = try line(#"{"StringEquals":{"aws:PrincipalAccount":"444455556666"}}"#)
        #expect(others.says == "whom the trust policy of role `audit` lets in cannot be told")
        #expect(others.outcome == .cannotTell && others.command == nil)
    }

    @Test(
        "An administrator whose boundary is not in the export cannot be told; one who may do little has no use for it")
    func unknownBoundary() {
        let key = ["access_key_1_active": "true", "access_key_1_last_rotated": "2026-11-01T00:00:00+00:00"]
        func lines(_ user: AuthorizationDetails.User, _ policies: [(name: String, document: String)] = []) -> [String] {
            let trust = Details.trust(Self.stranger)
            let role = AuthorizationDetails.Role(
                name: "r", trust: trust, policies: user.policies, attached: user.attached, boundary: user.boundary)
            let details = Details(users: [user], roles: [role], policies: policies)
            let export = details.export(["report.csv": Answers.report(users: ["a": key])])
            return export.says("administrator-mfa") + export.says("outside-chains")
        }
        let limit = Details.arn("policy/limit")
        let says = "the export does not hold the text of policy `\(limit)`, which bounds"
        #expect(
            lines(.init(name: "a", attached: [Details.administrator], boundary: limit)) == [
                "cannot-tell account: \(says) user `a`", "cannot-tell account: \(says) user `a`",
            ])
        #expect(
            lines(.init(name: "a", policies: [Details.allow("iam:AttachUserPolicy")], boundary: limit)).allSatisfy {
                $0.hasPrefix("cannot-tell account: \(says)")
            })
        let little = AuthorizationDetails.User(name: "a", policies: [Details.allow("s3:*")], boundary: limit)
        let passes = [
            "pass account: no user becomes an administrator without MFA",
            "pass account: account 444455556666 can become role `r`, and no more",
        ]
        #expect(lines(little) == passes)
        let known = AuthorizationDetails.User(name: "a", attached: [Details.administrator], boundary: limit)
        #expect(lines(known, [(name: "limit", document: Details.allow("s3:*"))]) == passes)
    }

    @Test("A way that hangs on conditions of which the export does not tell cannot be told, unless it takes MFA, too")
    func conditionalWay() {
        let key = ["access_key_1_active": "true", "access_key_1_last_rotated": "2026-11-01T00:00:00+00:00"]
        func says(_ own: String, _ cells: [String: String]) -> [String] {
            let assuming = Details.allow("sts:AssumeRole", on: Details.arn("role/r"), condition: own)
            let trust = Details.trust(#"{"AWS":"arn:aws:iam::111122223333:root"}"#)
            let details = Details(
                users: [.init(name: "a", policies: [assuming])],
                roles: [.init(name: "r", trust: trust, attached: [Details.administrator])])
            return details.export(["report.csv": Answers.report(users: ["a": cells])]).says("administrator-mfa")
        }
        let address = #""IpAddress":{"aws:SourceIp":"192.0.2.0/24"}"#
        let passes = ["pass account: no user becomes an administrator without MFA"]
        #expect(
            says("{\(address)}", key) == [
                "cannot-tell user a: user `a` → role `r` → an administrator, under conditions of which the export does not tell, and no step takes MFA"
            ])
        #expect(says("{\(address),\(Details.needsMFA.dropFirst())", key) == passes)
        #expect(says("{\(address)}", ["password_enabled": "true", "mfa_active": "true"]) == passes)
    }

    @Test("Users, roles, ids and providers that are not there are found; where the lists are cut off they are not")
    func ghosts() {
        var details = Details(
            users: [.init(name: "a")],
            roles: [
                .init(name: "p", trust: Details.trust(#"{"AWS":"AIDACKCEVSQ6C2EXAMPLE"}"#)),
                .init(name: "q", trust: Details.trust(#"{"AWS":"arn:aws:iam::111122223333:user/gone"}"#)),
                .init(
                    name: "r",
                    trust: Details.trust(
                        #"{"Federated":"arn:aws:iam::111122223333:saml-provider/gone"}"#,
                        action: "sts:AssumeRoleWithSAML")),
                .init(name: "s", trust: Details.trust(#"{"AWS":"arn:aws:iam::111122223333:user/a"}"#)),
            ])
        #expect(
            details.export().says("ghost-trust") == [
                "open role p: the role trusts a user that was deleted, of which only the id `AIDACKCEVSQ6C2EXAMPLE` is left",
                "open role q: the role trusts a user that is not there: `arn:aws:iam::111122223333:user/gone`",
                "open role r: the role trusts a provider that is not there: `arn:aws:iam::111122223333:saml-provider/gone`",
            ])
        #expect(
            details.export().says("unreachable-roles").map { $0.prefix(11) } == [
                "open role p", "open role q", "open role r",
            ])
        details.isTruncated = true
        let partial = Export(["details.json": details.text])
        #expect(partial.lines("ghost-trust").map(\.outcome) == [.open, .cannotTell])
        #expect(partial.lines("unreachable-roles").map(\.outcome) == [.cannotTell])
    }

    @Test("A role that lets the account in is nobody's where nobody's policies allow it")
    func unreachable() {
        var details = Details(
            users: [.init(name: "a")],
            roles: [.init(name: "r", trust: Details.trust(#"{"AWS":"arn:aws:iam::111122223333:root"}"#))])
        #expect(details.export().says("unreachable-roles") == ["open role r: nobody can assume the role"])
        details.users[0].policies = [Details.allow("sts:AssumeRole", on: Details.arn("role/*"))]
        #expect(
            details.export().says("unreachable-roles") == ["pass account: every role can be assumed by somebody"])
    }

    @Test("A Deny without conditions stops a user whom an Allow lets in under conditions; one with conditions may not")
    func deniedTrust() {
        func says(_ condition: String) -> [String] {
            let allow = Details.trust(
                #"{"AWS":"arn:aws:iam::111122223333:user/a"}"#, condition: Details.needsMFA)
            let deny =
                #",{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::111122223333:user/a"},"Action":"sts:AssumeRole"\#(condition)}]}"#
            let trust = String(allow.dropLast(2)) + deny
            return Details(users: [.init(name: "a")], roles: [.init(name: "r", trust: trust)]).export()
                .says("unreachable-roles")
        }
        #expect(says("") == ["open role r: nobody can assume the role"])
        #expect(
            says(#","Condition":{"IpAddress":{"aws:SourceIp":"192.0.2.0/24"}}"#) == [
                "pass account: every role can be assumed by somebody"
            ])
    }

    @Test("A key in a file is its user's, another account's, or root's")
    func fileKeys() {
        let id = "AKIARTX3GSDS2UJDIVTY"
        let file = "[default]\naws_access_key_id = \(id)\naws_secret_access_key = x\n"
        let account = AccessKeyID(id)?.accountID ?? ""
        func export(_ file: String, _ others: KeyValuePairs<String, String>) -> Export {
            let user = #"{"User": {"UserName": "a", "Arn": "arn:aws:iam::\#(account):user/a"}}"#
            var export = Export(["credentials": file, "user.json": user])
            export.files += others.map { ($0.key, $0.value) }
            return export
        }
        let keys = #"{"AccessKeyMetadata": [{"UserName": "a", "AccessKeyId": "\#(id)", "Status": "Active"}]}"#
        let none = #"{"AccessKeyMetadata": []}"#
        #expect(
            export(file, ["users/a/keys.json": keys]).says("file-keys") == [
                "pass user a: the key `AKIA…IVTY` in a file is the user's"
            ])
        #expect(export(file, [:]).lines("file-keys").map(\.outcome) == [.cannotTell])
        let roots = export(
            file, ["users/a/keys.json": none, "s.json": Answers.summary(["Users": 1, "AccountAccessKeysPresent": 1])])
        #expect(roots.says("file-keys") == ["open root: the key `AKIA…IVTY` in a file is root's"])
        let deleted = export(
            file, ["users/a/keys.json": none, "s.json": Answers.summary(["Users": 1, "AccountAccessKeysPresent": 0])])
        #expect(deleted.lines("file-keys").map(\.outcome) == [.open])
        let other = export(file + "aws_account_id = 444455556666\n", ["users/a/keys.json": keys])
        #expect(other.marked("file-keys").contains("444455556666"))
        #expect(export("[default]\nregion = eu-central-1\n", [:]).says("file-keys") == [])
    }

    /// The key of account 123456789012 in a credentials file, and what a config file says.
    private func keyLines(_ credentials: String, _ config: String, at paths: (String, String)) -> [String] {
        let key = "aws_access_key_id = AKIARZPUZDIKKUJDIVTY\naws_secret_access_key = x\n"
        var export = Export(["get-caller-identity.json": Self.callerOfKey])
        export.files += [(paths.0, credentials.replacing("KEY", with: key)), (paths.1, config)]
        return export.says("file-keys").filter { $0.hasPrefix("open") }
    }

    private static let callerOfKey =
        #"{"UserId": "A", "Account": "123456789012", "Arn": "arn:aws:iam::123456789012:user/a"}"#

    @Test(
        "A profile is what both shared files say of it",
        arguments: [
            ("[default]\nKEY", "[default]\naws_account_id = 444455556666\n", true),
            ("[work]\nKEY", "[profile work]\nmfa_serial = arn:aws:iam::444455556666:mfa/a\n", true),
            ("[work]\nKEY", "[profile work]\naws_account_id = 123456789012\n", false),
            ("[work]\nKEY", "[profile other]\naws_account_id = 444455556666\n", false),
            // What the credentials file says counts.
            ("[work]\nKEYaws_account_id = 123456789012\n", "[profile work]\naws_account_id = 444455556666\n", false),
            // Roles of other accounts are common; devices are of the user whose key it is.
            (
                "[work]\nKEY",
                "[profile r]\nrole_arn = arn:aws:iam::444455556666:role/r\nsource_profile = work\n"
                    + "mfa_serial = arn:aws:iam::123456789012:mfa/a\n", false
            ),
            (
                "[work]\nKEY",
                "[profile r]\nrole_arn = arn:aws:iam::444455556666:role/r\nsource_profile = work\n"
                    + "mfa_serial = arn:aws:iam::444455556666:mfa/a\n", true
            ),
            (
                "[work]\nKEY",
                "[profile work]\ncredential_source = Environment\nmfa_serial = arn:aws:iam::444455556666:mfa/a\n", false
            ),
            (
                "[work]\nKEY",
                "[profile work]\nrole_arn = arn:aws:iam::444455556666:role/r\nsource_profile = base\n"
                    + "mfa_serial = arn:aws:iam::444455556666:mfa/a\n", false
            ),
        ])
    func keysOfTwoFiles(_ credentials: String, _ config: String, _ isForeign: Bool) {
        let pairs = [(".aws/credentials", ".aws/config"), ("credentials", "other/config.bak")]
        for paths in pairs { #expect(keyLines(credentials, config, at: paths).count == (isForeign ? 1 : 0)) }
    }

    @Test("Only files that certainly belong together are read together, and only the key that counts")
    func keysOfOtherFiles() {
        let foreign = "[work]\naws_account_id = 444455556666\n"
        let config = foreign.replacing("[work", with: "[profile work")
        let credentials = "[work]\naws_access_key_id = AKIARZPUZDIKKUJDIVTY\naws_secret_access_key = x\n"
        func count(_ files: [(String, String)]) -> Int {
            var export = Export(["get-caller-identity.json": Self.callerOfKey])
            export.files += files.map { ($0.0, $0.1) }
            return export.says("file-keys").count { $0.hasPrefix("open") }
        }
        #expect(count([("a/credentials", credentials), ("b/config", config)]) == 1)
        let third = ("c/config", "[default]\naws_account_id = 123456789012\n")
        #expect(count([("a/credentials", credentials), ("b/config", config), third]) == 0)
        #expect(count([("a/credentials", credentials), ("a/config", config), third]) == 1)
        // The key of the config file does not count beside that of the other.
        let twice = config + "aws_access_key_id = AKIARTX3GSDS2UJDIVTY\naws_secret_access_key = x\n"
        let own = credentials + "aws_account_id = 123456789012\n"
        #expect(count([("a/credentials", own), ("a/config", twice)]) == 1)
        #expect(count([("a/credentials", own), ("a/config", twice.replacing("aws_account_id", with: "region"))]) == 0)
    }
}
