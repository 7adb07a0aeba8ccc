import Foundation
import Testing

@testable import PolicyLint

/// The controls about passwords, keys and certificates.
@Suite struct CredentialControlTests {
    private static let old = "2026-01-01T00:00:00+00:00"
    private static let recent = "2026-11-20T00:00:00+00:00"

    private func export(_ cells: [String: String], _ others: KeyValuePairs<String, String> = [:]) -> Export {
        var export = Export(["report.csv": Answers.report(users: ["a": cells])])
        export.files += others.map { ($0.key, $0.value) }
        return export
    }

    /// The outcome for a user with these cells, and what it says.
    private func says(_ control: String, _ cells: [String: String]) -> [String] {
        export(cells).evidence().users.elements.isEmpty
            ? []
            : Checklist(export(cells).evidence(), benchmark: Benchmark(named: "cis-5.0")).lines
                .filter { $0.control == control }.map { "\($0.outcome.rawValue): \($0.says)" }
    }

    private static func key(_ number: Int, made: String = recent, used: String = "N/A") -> [String: String] {
        [
            "access_key_\(number)_active": "true", "access_key_\(number)_last_rotated": made,
            "access_key_\(number)_last_used_date": used,
        ]
    }

    @Test("Without a credential report the report is what is missing, and no row of it")
    func noReport() {
        let users = """
            {"Users": [{"UserName": "alice", "UserId": "AIDA2EXAMPLE3EXAMPLE4", "Path": "/",
             "Arn": "arn:aws:iam::111122223333:user/alice", "CreateDate": "2026-01-01T00:00:00Z"}]}
            """
        #expect(
            Export(["list-users.json": users]).says("unused-credentials") == [
                "cannot-tell user alice: the export holds no credential report"
            ])
    }

    @Test("Keys older than 90 days are open, by the report or by the list of keys")
    func rotation() {
        #expect(
            says("key-rotation", Self.key(1, made: Self.old)) == ["open: an active access key is older than 90 days"])
        #expect(says("key-rotation", Self.key(2)) == ["pass: no active access key is older than 90 days"])
        #expect(says("key-rotation", [:]) == ["pass: the user has no active access key"])
        let user = #"{"User": {"UserName": "a", "Arn": "arn:aws:iam::111122223333:user/a"}}"#
        func listed(_ date: String, _ status: String = "Active") -> [ChecklistLine.Outcome] {
            Export([
                "user.json": user, "summary.json": Answers.summary(["Users": 1]),
                "users/a/list-access-keys.json":
                    #"{"AccessKeyMetadata": [{"UserName": "a", "Status": "\#(status)", "CreateDate": "\#(date)"}]}"#,
            ]).lines("key-rotation").map(\.outcome)
        }
        #expect(listed(Self.old) == [.open])
        #expect(listed(Self.old, "Inactive") == [.pass])
        #expect(listed(Self.recent) == [.pass])
        let unknown = Export(["user.json": user, "summary.json": Answers.summary(["Users": 1])])
        #expect(unknown.lines("key-rotation").map(\.outcome) == [.cannotTell])
    }

    @Test("Two active keys are one too many; where report and list differ it cannot be told")
    func singleKey() {
        let two = Self.key(1).merging(Self.key(2)) { first, _ in first }
        #expect(says("single-active-key", two) == ["open: the user has two active access keys"])
        #expect(says("single-active-key", Self.key(1)) == ["pass: the user has one active access key"])
        let stale = export(Self.key(1), ["users/a/list-access-keys.json": #"{"AccessKeyMetadata": []}"#])
        let lines = Checklist(stale.evidence(), benchmark: Benchmark(named: "cis-5.0")).lines
        #expect(lines.filter { $0.control == "single-active-key" }.map(\.outcome) == [.cannotTell])
    }

    @Test("A key of the same minute as its user, who has a password, is open")
    func initialKeys() {
        let made = ["password_enabled": "true", "user_creation_time": Self.recent]
        #expect(
            says("initial-keys", Self.key(1).merging(made) { first, _ in first }) == [
                "open: the user was made with an access key"
            ])
        #expect(
            says("initial-keys", Self.key(1, made: Self.old).merging(made) { first, _ in first }) == [
                "pass: the user's keys were made later than the user"
            ])
        let none = Self.key(1).merging(["password_enabled": "false"]) { first, _ in first }
        #expect(says("initial-keys", none) == ["pass: the user has no password"])
        #expect(says("initial-keys", made) == ["pass: the user has no active access key"])
        let unclear = Self.key(1).merging(["password_enabled": "N/A"]) { first, _ in first }
        #expect(says("initial-keys", unclear).map { $0.prefix(11) } == ["cannot-tell"])
    }

    @Test(
        "What nobody used for 45 days is open; what was never used counts from the day it was made",
        arguments: [
            (key(1, made: old, used: recent), "pass"), (key(1, made: old), "open"), (key(1), "pass"),
            (["password_enabled": "true", "password_last_used": old], "open"),
            (
                ["password_enabled": "true", "password_last_used": "no_information", "password_last_changed": recent],
                "pass"
            ),
            (["password_enabled": "true", "password_last_used": "no_information"], "cannot-tell"), ([:], "pass"),
        ])
    func unused(cells: [String: String], outcome: String) {
        let cells = cells.merging(["password_enabled": "false"]) { first, _ in first }
        #expect(says("unused-credentials", cells).map { $0.split(separator: ":")[0] } == [outcome[...]])
    }

    @Test("The command takes away what nobody uses, and nothing else")
    func unusedCommands() {
        let (old, new) = ("2026-01-01T00:00:00+00:00", "2026-11-24T00:00:00+00:00")
        func command(password: String, key: String) -> String? {
            let cells = Self.key(1, used: key).merging([
                "password_enabled": "true", "password_last_used": password, "password_last_changed": old,
            ]) { $1 }
            return export(cells).lines("unused-credentials")[0].command
        }
        let name = "--user-name a"
        let key = "aws iam update-access-key \(name) --access-key-id=KEY_ID --status=Inactive"
        #expect(command(password: new, key: old) == key)
        #expect(command(password: old, key: new) == "aws iam delete-login-profile \(name)")
        #expect(command(password: old, key: old) == "aws iam delete-login-profile \(name); \(key)")
        #expect(command(password: new, key: new) == nil)
    }

    @Test("A report that is old does not tell what nobody used since; what it tells of lately stands")
    func staleReport() {
        func says(_ cells: [String: String], made: String) -> [String] {
            let csv = Answers.report(
                root: ["password_last_used": Self.old],
                users: ["a": cells.merging(["password_enabled": "false"]) { first, _ in first }])
            let json =
                "{\"Content\": \"\(Data(csv.utf8).base64EncodedString())\", \"ReportFormat\": \"text/csv\", \"GeneratedTime\": \"\(made)T08:00:00+00:00\"}"
            let export = Export(["get-credential-report.json": json])
            return (export.says("unused-credentials") + export.says("root-use")).filter {
                !$0.contains("list of users")
            }
        }
        let stale = "the credential report was made 12 days ago, on 2026-11-12, and does not tell what was used since"
        #expect(
            says(Self.key(1, made: Self.old, used: Self.old), made: "2026-11-12") == [
                "cannot-tell user a: \(stale)", "cannot-tell root: \(stale)",
            ])
        #expect(
            says(Self.key(1, made: Self.old, used: Self.old), made: "2026-11-20").map { $0.prefix(9) } == [
                "open user", "pass root",
            ])
        #expect(
            says(Self.key(1, made: Self.old, used: Self.recent), made: "2026-11-12").map { $0.prefix(9) } == [
                "pass user", "cannot-te",
            ])
    }

    @Test("Security Hub asks for 90 days, where the CIS asks for 45")
    func longUnused() {
        let sixtyDays = Self.key(1, used: "2026-09-26T00:00:00+00:00")
        let lines = Checklist(export(sixtyDays).evidence(now: "2026-11-25"), benchmark: .securityHub).lines
        #expect(lines.filter { $0.control == "long-unused-credentials" }.map(\.outcome) == [.cannotTell])
        let cells = sixtyDays.merging(["password_enabled": "false"]) { first, _ in first }
        let evidence = export(cells).evidence(now: "2026-11-25")
        let told = Checklist(evidence, benchmark: .securityHub).lines
        #expect(told.filter { $0.control == "long-unused-credentials" }.map(\.outcome) == [.pass])
        let asked = Checklist(evidence, benchmark: Benchmark(named: "cis-5.0")).lines
        #expect(asked.filter { $0.control == "unused-credentials" }.map(\.outcome) == [.open])
    }

    @Test("The password policy is asked for length and memory; without one AWS's default is told")
    func passwordPolicy() {
        func policy(_ members: String) -> Export { Export(["p.json": "{\"PasswordPolicy\": {\(members)}}"]) }
        #expect(
            policy(#""MinimumPasswordLength": 14"#).says("password-length") == [
                "pass account: 14 letters are enough for a password"
            ])
        #expect(policy(#""MinimumPasswordLength": 13"#).lines("password-length").map(\.outcome) == [.open])
        #expect(policy(#""MinimumPasswordLength": 13"#).marked("password-length") == ["13"])
        #expect(
            policy(#""MinimumPasswordLength": 8, "PasswordReusePrevention": 24"#).lines("password-reuse")
                .map(\.outcome) == [.pass])
        #expect(policy(#""MinimumPasswordLength": 8"#).lines("password-reuse").map(\.outcome) == [.open])
        let none = Export(["e.error.txt": Answers.error("NoSuchEntity", "GetAccountPasswordPolicy")])
        #expect(none.lines("password-length").map(\.outcome) == [.open])
        let refused = Export(["e.error.txt": Answers.error("AccessDenied", "GetAccountPasswordPolicy")])
        #expect(refused.lines("password-length").map(\.outcome) == [.cannotTell])
        let all =
            #""MinimumPasswordLength": 8, "RequireSymbols": true, "RequireNumbers": true, "RequireUppercaseCharacters": true, "RequireLowercaseCharacters": true"#
        func strength(_ export: Export) -> [ChecklistLine.Outcome] {
            Checklist(export.evidence(), benchmark: .securityHub).lines.filter { $0.control == "password-strength" }
                .map(\.outcome)
        }
        #expect(strength(policy(all)) == [.pass])
        #expect(
            strength(policy(all.replacing("\"RequireNumbers\": true", with: "\"RequireNumbers\": false"))) == [.open])
        #expect(strength(refused) == [.cannotTell])
        // As many letters as without a policy.
        func command(_ length: Int) -> String? {
            let short = policy(
                all.replacing("\"MinimumPasswordLength\": 8", with: "\"MinimumPasswordLength\": \(length)"))
            return Checklist(short.evidence(), benchmark: .securityHub).lines
                .first { $0.control == "password-strength" && $0.outcome == .open }?.command
        }
        #expect(command(6)?.contains("--minimum-password-length 8 ") == true && command(9) == nil)
    }

    @Test("Certificates that have run out are open; what no list holds is not told")
    func certificates() {
        func list(_ date: String) -> Export {
            Export([
                "c.json":
                    #"{"ServerCertificateMetadataList": [{"ServerCertificateName": "c", "Expiration": "\#(date)"}]}"#
            ])
        }
        #expect(
            list("2026-11-24").says("server-certificates") == [
                "open account: certificates lie in IAM that have run out"
            ])
        #expect(list("2026-11-26").says("server-certificates") == ["pass account: no certificate has run out"])
        #expect(list("2026-11-26").lines("server-certificates", now: nil).map(\.outcome) == [.cannotTell])
        #expect(Export([:]).lines("server-certificates").map(\.outcome) == [.cannotTell])
    }

    @Test("An answer is about the user whom it names, whatever its folder says")
    func namedUsers() {
        let device = #"{"MFADevices": [{"UserName": "bob", "SerialNumber": "arn:aws:iam::111122223333:mfa/bob"}]}"#
        func profile(_ name: String) -> String { "{\"LoginProfile\": {\"UserName\": \"\(name)\"}}" }
        let mixed = Export([
            "users/alice/get-login-profile.json": profile("alice"), "users/alice/list-mfa-devices.json": device,
        ])
        #expect(
            mixed.says("sign-in-mfa").first
                == "cannot-tell user alice: the MFA devices in the user's folder are another user's")
        let dated = Export([
            "users/2026/get-login-profile.json": profile("bob"), "users/2026/list-mfa-devices.json": device,
            "users/2026/list-access-keys.json": #"{"AccessKeyMetadata": []}"#,
        ])
        #expect(dated.evidence().users.elements.map(\.name) == ["bob"])
        #expect(dated.says("sign-in-mfa").first == "pass user bob: the user has an MFA device")
    }

    @Test(
        "The day that the benchmark names counts: what was used 45 days ago is open, 44 days ago not",
        arguments: [("2026-10-11T00:00:00+00:00", "open"), ("2026-10-12T00:00:00+00:00", "pass")])
    func lastDay(used: String, outcome: String) {
        let report = Answers.report(users: ["a": ["password_enabled": "true", "password_last_used": used]])
        let lines = Export(["report.csv": report]).evidence(now: "2026-11-25")
        let asked = Checklist(lines, benchmark: Benchmark(named: "cis-5.0")).lines
        let said = asked.filter { $0.control == "unused-credentials" && $0.subject == .user("a") }
        #expect(said.map(\.outcome) == [outcome == "open" ? .open : .pass])
    }
}
