import Testing

@testable import PolicyLint

/// Whom a step could lock out: it waits for their MFA devices, or names them.
@Suite struct LockOutTests {
    private typealias Details = AuthorizationDetails

    /// A policy that denies what is done without MFA, and lets keys pass.
    private static let deny = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny",
        "Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"false"}}}]}
        """
    private static let reader = Details.allow("s3:GetObject", on: "arn:aws:s3:::b/*")

    private func permissions(_ details: Details) throws -> CorrectionStep? {
        try details.correction(logins: []).steps.first { $0.stage == .permissions }
    }

    // MARK: Devices

    @Test("A policy of a user comes to require MFA only once the user has a device")
    func ofUser() throws {
        let step = try #require(try permissions(Details(users: [.init(name: "alice", policies: [Self.deny])])))
        #expect(step.commands.first?.contains("put-user-policy --user-name alice") == true)
        #expect(step.mfaUsers == ["alice"])
        let script = ApplyScript([step], accountID: Details.account).text
        #expect(script.contains("is_open 1 && has_mfa 1 alice && "))
    }

    @Test("A policy of a group waits for the devices of its members, one that is attached for those of all holders")
    func ofGroup() throws {
        var details = Details(users: [
            .init(name: "alice", groups: ["team"]), .init(name: "bob"), .init(name: "carol", groups: ["team"]),
        ])
        details.groups = [(name: "team", policies: [Self.deny])]
        #expect(try permissions(details)?.mfaUsers == ["alice", "carol"])

        details.groups = [(name: "team", policies: [Self.reader])]
        details.policies = [(name: "strict", document: Self.deny)]
        #expect(try permissions(details)?.mfaUsers == [])
        details.users[1].attached = [Details.arn("policy/strict")]
        #expect(try permissions(details)?.mfaUsers == ["bob"])
        details.users[2].boundary = Details.arn("policy/strict")
        #expect(try permissions(details)?.mfaUsers == ["bob", "carol"])
    }

    @Test("A policy of a role waits for those who assume the role, and is left as it is where a service does")
    func ofRole() throws {
        let trust = Details.trust("{\"AWS\":\"\(Details.arn("user/bob"))\"}", condition: Details.needsMFA)
        var details = Details(
            users: [.init(name: "alice"), .init(name: "bob")],
            roles: [.init(name: "work", trust: trust, policies: [Self.deny])])
        #expect(try permissions(details)?.mfaUsers == ["bob"])
        details.roles[0].trust = Details.trust(#"{"Service":"lambda.amazonaws.com"}"#)
        #expect(try permissions(details) == nil)
        // The same policy, attached to both.
        details.roles[0].policies = []
        details.policies = [(name: "strict", document: Self.deny)]
        details.users[0].attached = [Details.arn("policy/strict")]
        #expect(try permissions(details)?.mfaUsers == ["alice"])
        details.roles[0].attached = [Details.arn("policy/strict")]
        #expect(try permissions(details) == nil)
    }

    @Test("A policy of a bucket comes to require MFA of users who are named, and of nobody else")
    func ofBucket() throws {
        func correction(_ principal: String) throws -> Correction {
            let policy = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":\(principal),"Action":"s3:GetObject",
                "Resource":"arn:aws:s3:::b/*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}}]}
                """.replacing("\n", with: " ").replacing("\"", with: "\\\"")
            return try Details(users: [.init(name: "alice")]).correction(others: [
                "list-buckets.json": "{\"Buckets\": [{\"Name\": \"b\"}]}",
                "buckets/b/get-bucket-policy.json": "{\"Policy\": \"\(policy)\"}",
            ])
        }
        let named = try correction("{\"AWS\":\"\(Details.arn("user/alice"))\"}")
        #expect(named.steps.first?.mfaUsers == ["alice"])
        #expect(named.steps.map(\.id) == ["policy bucket-policies/b.json", "encrypted-transport b"])
        // Neither does the step that adds to the policy bring it.
        let whole = try correction("{\"AWS\":\"\(Details.arn("root"))\"}")
        #expect(whole.steps.map(\.id) == ["encrypted-transport b"])
        let text = whole.steps.flatMap(\.files).map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(text.count == 1 && text[0].contains("BoolIfExists"))
    }

    // MARK: Those who are shut out

    @Test("A step that names one user in a trust policy names those who can assume the role no longer")
    func shutOut() throws {
        let assume = Details.allow("sts:AssumeRole", on: Details.arn("role/ops"))
        var details = Details(
            users: [.init(name: "alice", policies: [assume]), .init(name: "ci", policies: [assume])],
            roles: [
                .init(
                    name: "ops", trust: Details.trust("{\"AWS\":\"\(Details.arn("root"))\"}"),
                    attached: [Details.administrator])
            ])
        func caution() throws -> String? { try details.correction().steps.first { $0.id == "trust ops" }?.caution }
        #expect(try caution()?.contains("today, and can do so no longer: user `ci`;") == true)
        #expect(try caution()?.contains("whoever else") == false)
        details.users.removeLast()
        #expect(try caution() == "each of these needs an MFA device first: alice")
    }
}
