import Testing

@testable import PolicyLint

/// The steps of `apply.sh` for what the benchmarks ask of passwords, keys, buckets and versions of policies.
@Suite struct SettingCorrectionTests {
    private static let caller = """
        {"UserId": "A", "Account": "111122223333", "Arn": "arn:aws:iam::111122223333:user/alice"}
        """

    private func correct(
        _ export: KeyValuePairs<String, String>, _ benchmark: Benchmark? = nil
    ) throws -> Correction {
        let evidence = Export(export).adding("get-caller-identity.json", Self.caller).evidence()
        let checklist = Checklist(evidence, benchmark: benchmark)
        return try #require(Correction(checklist, evidence, settings: LintSettings(), wishes: CorrectionWishes()))
    }

    private func step(_ id: String, _ correction: Correction) throws -> CorrectionStep {
        try #require(correction.steps.first { $0.id == id }, "\(correction.steps.map(\.id))")
    }

    // MARK: Passwords

    @Test("One step sets the password policy: what is asked for, and the rest as it was")
    func passwordPolicy() throws {
        let name = "get-account-password-policy.json"
        let policy = """
            {"PasswordPolicy": {"MinimumPasswordLength": 8, "RequireSymbols": false, "RequireNumbers": true,
              "RequireUppercaseCharacters": false, "RequireLowercaseCharacters": true, "MaxPasswordAge": 90,
              "AllowUsersToChangePassword": true, "ExpirePasswords": true, "HardExpiry": true}}
            """
        let found = try step("password-policy", try correct([name: policy], Benchmark(named: "cis-5.0")))
        #expect(found.closes.map(\.control) == ["password-length", "password-reuse"])
        #expect(
            found.commands == [
                "aws iam update-account-password-policy --minimum-password-length 14 --no-require-uppercase-characters "
                    + "--require-lowercase-characters --require-numbers --no-require-symbols "
                    + "--allow-users-to-change-password --max-password-age 90 --hard-expiry "
                    + "--password-reuse-prevention 24"
            ])
        let strict = policy.replacing("\"MinimumPasswordLength\": 8", with: "\"MinimumPasswordLength\": 20")
        let all = try step("password-policy", try correct([name: strict], .securityHub))
        #expect(all.closes.map(\.control).contains("password-strength"))
        #expect(all.commands[0].contains("--minimum-password-length 20 --require-uppercase-characters "))
        #expect(all.commands[0].contains(" --require-symbols "))
    }

    @Test("Where there was no password policy, the new one asks for no less than IAM's default did")
    func noPasswordPolicy() throws {
        let absent = Answers.error("NoSuchEntity", "GetAccountPasswordPolicy")
        let found = try step("password-policy", try correct(["get-account-password-policy.error.txt": absent]))
        #expect(
            found.commands == [
                "aws iam update-account-password-policy --minimum-password-length 14 --require-uppercase-characters "
                    + "--require-lowercase-characters --require-numbers --require-symbols "
                    + "--no-allow-users-to-change-password --password-reuse-prevention 24"
            ])
        #expect(found.title.contains("a password policy of its own"))
        #expect(found.caution?.contains("all four") == true)
        let refused = Answers.error("AccessDenied", "GetAccountPasswordPolicy")
        #expect(try correct(["get-account-password-policy.error.txt": refused]).steps.isEmpty)
    }

    // MARK: Keys

    private static let old = "2026-01-01T00:00:00+00:00"
    private static let recent = "2026-11-20T00:00:00+00:00"

    private static func keys(_ keys: (id: String, status: String, made: String)...) -> String {
        let entries = keys.map { key in
            """
            {"UserName": "a", "AccessKeyId": "\(key.id)", "Status": "\(key.status)", "CreateDate": "\(key.made)"}
            """
        }
        return "{\"AccessKeyMetadata\": [\(entries.joined(separator: ", "))]}"
    }

    private func idle(
        _ cells: [String: String], _ keys: String, _ benchmark: Benchmark? = nil, report day: String = "2026-11-24"
    ) throws -> Correction {
        let report = Answers.report(users: ["a": cells]).replacing("\n", with: "\\n")
        return try correct(
            [
                "get-credential-report.json": """
                {"Content": "\(report)", "ReportFormat": "text/csv", "GeneratedTime": "\(day)T00:00:00+00:00"}
                """,
                "users/a/list-access-keys.json": keys,
            ], benchmark)
    }

    @Test("Keys that nobody used are switched off, each by the id that is certainly its own")
    func idleKeys() throws {
        let (first, second) = ("AKIAIOSFODNN7EXAMPLE", "AKIAI44QH8DHBEXAMPLE")
        let one = [
            "password_enabled": "false", "access_key_1_active": "true", "access_key_1_last_rotated": Self.old,
            "access_key_1_last_used_date": "N/A",
        ]
        let alone = try step(
            "idle-keys a", try idle(one, Self.keys((first, "Inactive", Self.old), (second, "Active", Self.old))))
        #expect(
            alone.commands == [
                "aws iam update-access-key --user-name a --access-key-id \(second) --status Inactive"
            ])
        #expect(alone.closes.map(\.control) == ["unused-credentials"])

        let two = one.merging([
            "access_key_2_active": "true", "access_key_2_last_rotated": Self.recent,
            "access_key_2_last_used_date": Self.recent,
        ]) { $1 }
        let list = Self.keys((first, "Active", Self.recent), (second, "Active", Self.old))
        #expect(try step("idle-keys a", try idle(two, list)).commands.map { $0.contains(second) } == [true])
        // Made in the same second, the keys cannot be told apart.
        let alike = two.merging(["access_key_2_last_rotated": Self.old]) { $1 }
        let twins = Self.keys((first, "Active", Self.old), (second, "Active", Self.old))
        #expect(try idle(alike, twins).steps.isEmpty)
        // Best practices of AWS have a limit of their own.
        let long = try step("idle-keys a", try idle(one, Self.keys((second, "Active", Self.old)), .securityHub))
        #expect(long.closes.map(\.control) == ["long-unused-credentials"])
        #expect(long.commands.count == 1)
    }

    @Test("No key is switched off on the word of a report that is older than a week, or that does not say its day")
    func staleReport() throws {
        let cells = [
            "password_enabled": "false", "access_key_1_active": "true", "access_key_1_last_rotated": Self.old,
            "access_key_1_last_used_date": Self.old,
        ]
        let keys = Self.keys(("AKIAIOSFODNN7EXAMPLE", "Active", Self.old))
        #expect(try idle(cells, keys, report: "2026-11-18").steps.map(\.id) == ["idle-keys a"])
        #expect(try idle(cells, keys, report: "2026-11-17").steps.isEmpty)
        #expect(try idle(cells, keys, report: "2026-01-02").steps.isEmpty)
        let bare = try correct([
            "report.csv": Answers.report(users: ["a": cells]), "users/a/list-access-keys.json": keys,
        ])
        #expect(bare.steps.isEmpty)
        // Within the days when the report was made, and since then nobody knows.
        let edge = cells.merging(["access_key_1_last_used_date": "2026-10-06T00:00:00+00:00"]) { $1 }
        #expect(try idle(edge, keys, report: "2026-11-19").steps.isEmpty)
    }

    @Test("A password that nobody used is left to a person, and the line with it")
    func idlePassword() throws {
        let cells = [
            "password_enabled": "true", "password_last_used": Self.old, "password_last_changed": Self.old,
            "access_key_1_active": "true", "access_key_1_last_rotated": Self.old, "access_key_1_last_used_date": "N/A",
        ]
        let found = try idle(cells, Self.keys(("AKIAIOSFODNN7EXAMPLE", "Active", Self.old)))
        #expect(!found.steps.contains { $0.id.hasPrefix("idle-keys") })
        #expect(found.byHand.contains { $0.control == "unused-credentials" })
    }

    // MARK: Buckets

    private static let list = #"{"Buckets": [{"Name": "b", "CreationDate": "2026-01-01T00:00:00Z"}]}"#
    private static let noBlock = Answers.error("NoSuchPublicAccessBlockConfiguration", "GetPublicAccessBlock")

    @Test("Public access is blocked for the bucket, and for the account where a benchmark asks for it")
    func publicAccess() throws {
        let export: KeyValuePairs = [
            "list-buckets.json": Self.list, "buckets/b/get-public-access-block.error.txt": Self.noBlock,
            "s3control/get-public-access-block.error.txt": Self.noBlock,
        ]
        let settings = "BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"
        let found = try correct(export)
        #expect(
            try step("public-access-block b", found).commands == [
                "aws s3api put-public-access-block --bucket b --public-access-block-configuration \(settings)"
            ])
        #expect(!found.steps.contains { $0.id == "account-public-access-block" })
        let whole = try step("account-public-access-block", try correct(export, .securityHub))
        #expect(
            whole.commands == [
                "aws s3control put-public-access-block --account-id 111122223333 --public-access-block-configuration "
                    + settings
            ])
        #expect(whole.caution?.contains("website") == true)
    }

    @Test("A bucket's policy is given a statement that denies plain HTTP, and keeps the others")
    func transport() throws {
        let absent = Answers.error("NoSuchBucketPolicy", "GetBucketPolicy")
        let new = try correct(["list-buckets.json": Self.list, "buckets/b/get-bucket-policy.error.txt": absent])
        let made = try step("encrypted-transport b", new)
        #expect(
            made.commands == ["aws s3api put-bucket-policy --bucket b --policy file://encrypted-transport/b.json"])
        let written = String(decoding: try #require(made.files.first).bytes, as: UTF8.self)
        #expect(written.contains("\"aws:SecureTransport\": \"false\"") && written.contains("\"arn:aws:s3:::b/*\""))

        let statement = """
            {"Sid": "Logs", "Effect": "Allow", "Principal": {"Service": "logging.s3.amazonaws.com"},
             "Action": "s3:PutObject", "Resource": "arn:aws:s3:::b/*",
             "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}
            """
        for statements in [statement, "[\(statement)]"] {
            let policy = "{\"Version\": \"2012-10-17\", \"Statement\": \(statements)}"
            let quoted = policy.replacing("\"", with: "\\\"").replacing("\n", with: " ")
            let found = try correct([
                "list-buckets.json": Self.list,
                "buckets/b/get-bucket-policy.json": "{\"Policy\": \"\(quoted)\"}",
            ])
            let text = String(
                decoding: try #require(try step("encrypted-transport b", found).files.first).bytes, as: UTF8.self)
            #expect(text.contains("\"Logs\"") && text.contains("aws:SecureTransport"))
        }
    }

    private static func policy(_ principal: String, _ condition: String) -> String {
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": \(principal),
         "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": \(condition)}]}
        """
    }

    /// What is corrected of a bucket with a policy, and without any block of public access but these.
    private func correct(
        policy: String, own: String? = nil, account: String? = noBlock, _ benchmark: Benchmark? = nil
    ) throws -> Correction {
        let quoted = policy.replacing("\"", with: "\\\"").replacing("\n", with: " ")
        var export = Export([
            "get-caller-identity.json": Self.caller, "list-buckets.json": Self.list,
            "buckets/b/get-bucket-policy.json": "{\"Policy\": \"\(quoted)\"}",
            "buckets/b/get-public-access-block\(own == nil ? ".error.txt" : ".json")": own ?? Self.noBlock,
        ])
        if let account {
            let name = account == Self.noBlock ? "get-public-access-block.error.txt" : "get-public-access-block.json"
            export = export.adding("s3control/\(name)", account)
        }
        let evidence = export.evidence()
        let checklist = Checklist(evidence, benchmark: benchmark)
        return try #require(Correction(checklist, evidence, settings: LintSettings(), wishes: CorrectionWishes()))
    }

    private static func block(_ flag: Bool) -> String {
        let names = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"]
        return "{\"PublicAccessBlockConfiguration\": {\(names.map { "\"\($0)\": \(flag)" }.joined(separator: ","))}}"
    }

    private static let everyone = policy("\"*\"", "{}")

    @Test("No step writes a policy for everyone that S3 refuses: behind a block that is on, that comes, or that may be")
    func refusedPolicies() throws {
        for found in [
            try correct(policy: Self.everyone), try correct(policy: Self.everyone, .securityHub),
            try correct(policy: Self.everyone, own: Self.block(true)),
            try correct(policy: Self.everyone, account: Self.block(true)),
            try correct(policy: Self.everyone, own: Self.block(false), account: nil),
        ] {
            #expect(!found.steps.contains { $0.commands.joined().contains("put-bucket-policy") })
            #expect(found.byHand.contains { $0.control == "bucket-encrypted-transport" })
            let page = String(decoding: try #require(found.files.last { $0.path == "README.md" }).bytes, as: UTF8.self)
            #expect(page.contains("### the policy of bucket b\n\nAmazon S3 counts a policy as public"))
        }
    }

    @Test("What S3 takes is written before public access is blocked")
    func policiesBeforeBlocks() throws {
        let known = Self.policy("{\"AWS\": \"arn:aws:iam::111122223333:user/alice\"}", "{}")
        let found = try correct(policy: known, .securityHub)
        #expect(
            found.steps.map(\.id) == [
                "encrypted-transport b", "account-public-access-block", "public-access-block b",
            ])
        let page = String(decoding: try #require(found.files.last { $0.path == "README.md" }).bytes, as: UTF8.self)
        #expect(!page.contains("the policy of bucket"))
    }

    @Test(
        "A policy for everyone that asks for what is fixed is not public to S3, whatever else it denies",
        arguments: [
            (#"{"StringEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}}"#, true),
            (#"{"StringLike": {"aws:SourceVpce": "vpce-*"}}"#, false),
            (#"{"StringEqualsIfExists": {"aws:SourceVpce": "vpce-1a2b3c4d"}}"#, false),
            (#"{"StringNotEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}}"#, false),
            (#"{"StringEquals": {"aws:SourceAccount": "${aws:PrincipalAccount}"}}"#, false),
            (#"{"StringEquals": {"aws:PrincipalOrgID": "o-abcdefghij"}}"#, true),
            (#"{"StringEquals": {"aws:Referer": "https://example.com/"}}"#, false),
            (#"{"IpAddress": {"aws:SourceIp": ["192.0.2.0/24", "2001:db8::/32"]}}"#, true),
            (#"{"IpAddress": {"aws:SourceIp": ["192.0.2.0/24", "0.0.0.0/1"]}}"#, false),
            (#"{"StringLike": {"s3:DataAccessPointArn": "arn:aws:s3:*:111122223333:accesspoint/*"}}"#, true),
            (#"{"StringLike": {"s3:DataAccessPointArn": "arn:aws:s3:*:*:accesspoint/web"}}"#, false),
            (#"{"Bool": {"aws:SecureTransport": "true"}}"#, false),
        ])
    func countsAsPublic(_ condition: String, _ isTaken: Bool) throws {
        let found = try correct(policy: Self.policy("\"*\"", condition), own: Self.block(true))
        #expect(found.steps.contains { $0.id == "encrypted-transport b" } == isTaken)
    }

    // MARK: Versions

    @Test("A managed policy makes room for its new version, and the step says so")
    func versions() throws {
        let arn = "arn:aws:iam::111122223333:policy/machines"
        let document = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*",
              "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}}}]}
            """
        let found = try correct([
            "get-account-summary.json": Answers.summary(["Users": 0, "Groups": 0, "Roles": 0]),
            "details.json": """
            {"UserDetailList": [], "GroupDetailList": [], "RoleDetailList": [], "Policies": [{"PolicyName": "machines",
              "Arn": "\(arn)", "Path": "/", "DefaultVersionId": "v1", "AttachmentCount": 0, "IsAttachable": true,
              "PolicyVersionList": [{"VersionId": "v1", "IsDefaultVersion": true, "Document": \(document)}]}]}
            """,
        ])
        let step = try step("policy managed-policies/machines.json", found)
        #expect(step.commands.count == 3)
        #expect(step.commands[0].hasPrefix("oldest=\"$(aws iam list-policy-versions --policy-arn \(arn) --query "))
        #expect(
            step.commands[1]
                == "[ \"$oldest\" = None ] || aws iam delete-policy-version --policy-arn \(arn) --version-id \"$oldest\""
        )
        #expect(step.commands[2].contains("create-policy-version --policy-arn \(arn) --set-as-default"))
        #expect(step.caution?.contains("five versions") == true)
    }
}
