import Testing

@testable import PolicyLint

/// What `apply.sh` does when it runs: half-way, twice, by another user, and long after the export.
@Suite struct ApplyScriptTests {
    private typealias Details = AuthorizationDetails

    private static let alice = #"{"AWS":"\#(Details.arn("user/alice"))"}"#
    private static let both = #"{"AWS":["\#(Details.arn("user/alice"))","\#(Details.arn("user/bob"))"]}"#

    /// An account whose users administer it as a role, and by themselves in three ways.
    private static func account(_ names: String..., trust: String = alice) -> Details {
        var details = Details(
            users: names.map {
                .init(
                    name: $0, policies: [Details.allow("ec2:*")], attached: [Details.administrator], groups: ["devs"])
            },
            roles: [
                .init(
                    name: "ops", trust: Details.trust(trust, condition: Details.needsMFA),
                    attached: [Details.administrator])
            ])
        details.groups = [(name: "devs", policies: [Details.allow("s3:*")])]
        return details
    }

    /// The branch of the AWS CLI that answers with a policy.
    private static func answer(_ call: String, _ document: String) -> String {
        "*'\(call)'*) printf '%s\\n' '\(document)' ;;"
    }

    // MARK: What is taken away

    @Test("What gives the rights to take the rest away goes last, and what is gone already is passed over")
    func halfWay() throws {
        let correction = try Self.account("alice").correction()
        let detach = "iam detach-user-policy --user-name alice --policy-arn \(Details.administrator)"
        let delete = "iam delete-user-policy --user-name alice --policy-name p0"
        let leave = "iam remove-user-from-group --group-name devs --user-name alice"
        #expect(correction.steps.last?.commands == [delete, leave, detach].map { "unless_gone aws \($0)" })

        let run = try ApplyRun(correction)
        defer { run.remove() }
        let inline = Self.answer("--policy-name p0 --query", Details.allow("ec2:*"))
        let stopped = try run.run(inline + "\n*remove-user-from-group*) fail AccessDenied ;;")
        #expect(stopped.code == 1 && stopped.changes.suffix(2) == [delete, leave])
        #expect(stopped.output.contains("(AccessDenied)") && stopped.output.contains("nothing is done after it"))
        // Somebody else goes on.
        let rest = try run.run(caller: "user/root/carol", "*delete-user-policy*) fail NoSuchEntity ;;")
        #expect(rest.code == 0 && rest.changes == [delete, leave, detach])
        #expect(rest.output.contains("gone already"))
        #expect(try run.run("").changes == [])
    }

    @Test("A policy that is deleted is kept, and is not deleted where somebody changed it")
    func changedInline() throws {
        let run = try ApplyRun(try Self.account("alice").correction())
        defer { run.remove() }
        #expect(try run.text("user-policies/alice/p0.json.before").contains("\"ec2:*\""))
        let other = try run.run(Self.answer("--policy-name p0 --query", Details.allow("ec2:RunInstances")))
        #expect(other.code == 3 && !other.changes.contains { $0.contains("delete-user-policy") })
        #expect(other.output.contains("not as it was at the export"))
    }

    @Test("Whoever runs the script gives up the own rights last, also where somebody else exported")
    func turns() throws {
        let details = Self.account("alice", "bob", trust: Self.both)
        let farewells = ["farewell alice", "farewell bob"]
        func ids(_ caller: String) throws -> [String] {
            try details.correction(logins: ["alice", "bob"], caller: caller).steps.map(\.id).filter(farewells.contains)
        }
        #expect(try ids("user/alice") == farewells.reversed())
        #expect(try ids("user/bob") == farewells)
        for (runner, order) in [("alice", ["bob", "alice"]), ("people/bob", ["alice", "bob"])] {
            let run = try ApplyRun(try details.correction(logins: ["alice", "bob"]))
            defer { run.remove() }
            let result = try run.run(
                caller: "user/" + runner, Self.answer("--policy-name p0 --query", Details.allow("ec2:*")))
            let users = result.changes.filter { $0.contains("detach-user-policy") }.map { change in
                order.first { change.contains("--user-name \($0) ") }
            }
            #expect(result.code == 0 && users == order)
        }
    }

    // MARK: What is written over

    @Test("A document is written over only where it is as it was at the export, however it is laid out")
    func writtenOver() throws {
        var details = Self.account("alice")
        details.users[0].policies = []
        details.roles[0].trust = Details.trust(Self.alice)
        let correction = try details.correction()
        func run(_ document: String) throws -> ApplyRun.Result {
            let run = try ApplyRun(correction)
            defer { run.remove() }
            return try run.run(Self.answer("get-role --role-name ops", document))
        }
        func isWritten(_ result: ApplyRun.Result) -> Bool {
            result.changes.contains { $0.contains("update-assume-role-policy --role-name ops") }
        }
        #expect(isWritten(try run(details.roles[0].trust)))
        #expect(isWritten(try run(details.roles[0].trust.replacing(",", with: " ,\n    "))))
        // Written, but cut off before that was noted.
        let again = try #require(correction.files.first { $0.path == "trust/ops.json" })
        #expect(isWritten(try run(String(decoding: again.bytes, as: UTF8.self))))
        let changed = try run(details.roles[0].trust.replacing("user/alice", with: "user/bob"))
        #expect(!isWritten(changed) && changed.code == 3 && changed.output.contains("not as it was at the export"))
    }

    @Test("Where nothing was, nothing may be there now; and what cannot be read is not written over")
    func nothingWasThere() throws {
        let correction = try Details(users: [.init(name: "alice")]).correction(others: [
            "list-buckets.json": "{\"Buckets\": [{\"Name\": \"b\"}]}",
            "buckets/b/get-bucket-policy.error.txt": Answers.error("NoSuchBucketPolicy", "GetBucketPolicy"),
            "get-account-password-policy.error.txt": Answers.error("NoSuchEntity", "GetAccountPasswordPolicy"),
        ])
        func changes(_ branches: String) throws -> [String] {
            let run = try ApplyRun(correction)
            defer { run.remove() }
            return try run.run(branches).changes.map { $0.split(separator: " ")[1].description }
        }
        let put = "put-bucket-policy"
        #expect(try changes("").contains(put) && changes("").contains("update-account-password-policy"))
        #expect(try changes("*get-bucket-policy*) fail NoSuchBucketPolicy ;;").contains(put))
        #expect(try !changes("*get-bucket-policy*) fail AccessDenied ;;").contains(put))
        #expect(try !changes(Self.answer("get-bucket-policy", Details.allow("s3:*"))).contains(put))
        let passwords = "*get-account-password-policy*) printf '[\\n 8,\\n null\\n]\\n' ;;"
        #expect(try !changes(passwords).contains("update-account-password-policy"))
    }

    @Test("The password policy is compared member by member with the one of the export")
    func passwordPolicy() throws {
        let policy = """
            {"PasswordPolicy": {"MinimumPasswordLength": 8, "RequireSymbols": false, "RequireNumbers": true,
              "RequireUppercaseCharacters": false, "RequireLowercaseCharacters": true,
              "AllowUsersToChangePassword": true, "ExpirePasswords": false}}
            """
        let run = try ApplyRun(
            try Details(users: [.init(name: "alice")]).correction(others: ["get-account-password-policy.json": policy]))
        defer { run.remove() }
        let live = "[8, null, null, false, true, true, false, true, null]"
        #expect(try run.text("password-policy.before") == live + "\n")
        #expect(try run.run(Self.answer("password-policy", live.replacing("8", with: "20"))).changes == [])
        #expect(try run.run(Self.answer("password-policy", live)).changes.count == 1)
    }

    @Test("A bucket's policy that two steps change one after the other is compared with what the first one left")
    func twoSteps() throws {
        let old = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"\(Details.arn("root"))"},\
            "Action":["s3:GetObject","s3:Get*"],"Resource":"arn:aws:s3:::b/*"},{"Effect":"Allow",\
            "Principal":{"AWS":"\(Details.arn("user/alice"))"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::b/*",\
            "Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}}]}
            """
        let correction = try Details(users: [.init(name: "alice")]).correction(others: [
            "list-buckets.json": "{\"Buckets\": [{\"Name\": \"b\"}]}",
            "buckets/b/get-bucket-policy.json": "{\"Policy\": \"\(old.replacing("\"", with: "\\\""))\"}",
        ])
        #expect(correction.steps.map(\.id) == ["policy bucket-policies/b.json", "encrypted-transport b"])
        #expect(correction.steps.allSatisfy { $0.commands[0].contains("put-bucket-policy --bucket b ") })
        let run = try ApplyRun(correction)
        defer { run.remove() }
        let first = try run.run(Self.answer("get-bucket-policy", old))
        // The bucket that answers has the old policy for ever, and so both are written.
        #expect(first.code == 0 && first.changes.count == 2)
        let second = try ApplyRun(correction)
        defer { second.remove() }
        let middle = try second.text("bucket-policies/b.json")
        #expect(try second.run(Self.answer("get-bucket-policy", middle)).changes.count == 2)
        #expect(try run.text("bucket-policies/b.json.before").contains("s3:Get*"))
        #expect(correction.files.count { $0.path == "bucket-policies/b.json.before" } == 1)
    }
}
