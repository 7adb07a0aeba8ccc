import Testing

@testable import PolicyLint

/// The controls about who gets at buckets, and how.
@Suite struct BucketPolicyControlTests {
    private static let list = #"{"Buckets": [{"Name": "b", "CreationDate": "2026-01-01T00:00:00Z"}]}"#
    private static let caller =
        #"{"UserId": "AIDACKCEVSQ6C2EXAMPLE", "Account": "111122223333", "Arn": "arn:aws:iam::111122223333:user/a"}"#
    private static let refusal = statement(
        "Deny", #""*""#, "s3:*", #"["arn:aws:s3:::b", "arn:aws:s3:::b/*"]"#,
        #"{"Bool": {"aws:SecureTransport": "false"}}"#)

    private static func statement(
        _ effect: String, _ principal: String, _ action: String, _ resource: String = #""arn:aws:s3:::b/*""#,
        _ condition: String = "{}"
    ) -> String {
        """
        {"Effect": "\(effect)", "Principal": \(principal), "Action": "\(action)", "Resource": \(resource), "Condition": \(condition)}
        """.replacing(", \"Condition\": {}", with: "")
    }

    private func export(_ statements: String..., block: String? = nil) -> Export {
        let policy = "{\"Version\": \"2012-10-17\", \"Statement\": [\(statements.joined(separator: ","))]}"
        let quoted = policy.replacing("\"", with: "\\\"")
        let export = Export([
            "list-buckets.json": Self.list, "caller.json": Self.caller,
            "buckets/b/get-bucket-policy.json": "{\"Policy\": \"\(quoted)\"}",
        ])
        return block.map { export.adding("buckets/b/get-public-access-block.json", $0) } ?? export
    }

    private static func block(_ flag: Bool) -> String {
        let names = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"]
        return "{\"PublicAccessBlockConfiguration\": {\(names.map { "\"\($0)\": \(flag)" }.joined(separator: ","))}}"
    }

    private static var withoutPolicy: Export {
        Export([
            "list-buckets.json": list, "caller.json": caller,
            "buckets/b/get-bucket-policy.error.txt": Answers.error("NoSuchBucketPolicy", "GetBucketPolicy"),
        ])
    }

    @Test("Plain HTTP is refused by a Deny for everyone and everything, and by nothing less")
    func transport() {
        let control = "bucket-encrypted-transport"
        #expect(export(Self.refusal).says(control) == ["pass bucket b: plain HTTP is refused"])
        let objects = Self.refusal.replacing(#"["arn:aws:s3:::b", "arn:aws:s3:::b/*"]"#, with: #""arn:aws:s3:::b/*""#)
        #expect(export(objects).lines(control).map(\.outcome) == [.open])
        let reading = Self.refusal.replacing("s3:*", with: "s3:Get*")
        #expect(export(reading).lines(control).map(\.outcome) == [.open])
        let account = Self.refusal.replacing(#""*""#, with: #"{"AWS": "arn:aws:iam::111122223333:root"}"#)
        #expect(export(account).lines(control).map(\.outcome) == [.open])
        #expect(Self.withoutPolicy.lines(control).map(\.outcome) == [.open])
        #expect(Export(["list-buckets.json": Self.list]).lines(control).map(\.outcome) == [.cannotTell])
    }

    @Test(
        "A Deny that leaves over somebody, something or some action does not refuse plain HTTP",
        arguments: [
            (#""ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/legacy"}"#, "open"),
            (#""StringNotEquals": {"aws:PrincipalAccount": "111122223333"}"#, "open"),
            (#""Null": {"aws:PrincipalArn": "true"}"#, "open"),
            (#""NotIpAddress": {"aws:SourceIp": "10.0.0.0/8"}"#, "open"),
            (#""BoolIfExists": {"aws:PrincipalIsAWSService": "false"}"#, "cannot-tell"),
            (#""StringEquals": {"aws:SecureTransport": "false"}"#, "pass"),
        ])
    func transportForSome(_ condition: String, _ outcome: String) {
        let control = "bucket-encrypted-transport"
        let limited = Self.refusal.replacing("\"false\"}}", with: "\"false\"}, \(condition)}")
        #expect(export(limited).lines(control).map(\.outcome.rawValue) == [outcome])
    }

    @Test("Every action, every object and every partition counts")
    func transportOfAll() {
        let control = "bucket-encrypted-transport"
        let three = Self.refusal.replacing(
            #""s3:*""#, with: #"["s3:GetObject", "s3:PutObject", "s3:ListBucket"]"#)
        #expect(export(three).lines(control).map(\.outcome) == [.open])
        let keys = Self.refusal.replacing(":::b/*", with: ":::b/*key")
        #expect(export(keys).lines(control).map(\.outcome) == [.open])
        let bucket = Self.refusal.replacing(#", "arn:aws:s3:::b/*""#, with: "")
        let objects = Self.refusal.replacing(#""arn:aws:s3:::b", "#, with: "")
        #expect(export(bucket, objects).lines(control).map(\.outcome) == [.pass])
        let china = Self.refusal.replacing("arn:aws:", with: "arn:aws-cn:")
        #expect(export(china).lines(control).map(\.outcome) == [.pass])
    }

    private static let noAccountBlock = Answers.error("NoSuchPublicAccessBlockConfiguration", "GetPublicAccessBlock")

    @Test("All four settings must be on, for the bucket or the whole account")
    func publicAccessBlock() {
        let control = "bucket-public-access-block"
        #expect(export(block: Self.block(true)).says(control) == ["pass bucket b: all four settings are on"])
        let lists = Self.block(true).replacing("\"IgnorePublicAcls\": true", with: "\"IgnorePublicAcls\": false")
        // The account may have on what the bucket has not.
        #expect(export(block: lists).lines(control).map(\.outcome) == [.cannotTell])
        let account = "s3control/get-public-access-block"
        let alone = export(block: lists).adding(account + ".error.txt", Self.noAccountBlock)
        #expect(alone.says(control) == ["open bucket b: `IgnorePublicAcls` is not on"])
        #expect(alone.marked(control).first == "false")
        let rest = Self.block(false).replacing("\"IgnorePublicAcls\": false", with: "\"IgnorePublicAcls\": true")
        #expect(export(block: lists).adding(account + ".json", rest).lines(control).map(\.outcome) == [.pass])
        #expect(
            export(block: lists).adding(account + ".json", Self.block(false)).lines(control).map(\.outcome) == [.open])

        let none = Self.withoutPolicy.adding("buckets/b/x.error.txt", Self.noAccountBlock)
        #expect(none.adding(account + ".error.txt", Self.noAccountBlock).lines(control).map(\.outcome) == [.open])
        #expect(
            none.adding(account + ".json", Self.block(true)).says(control) == [
                "pass bucket b: all four settings are on for the whole account"
            ])
        #expect(Self.withoutPolicy.lines(control).map(\.outcome) == [.cannotTell])
        // Without its folder, an answer may be any bucket's.
        #expect(
            none.adding("get-public-access-block.json", Self.block(true)).lines(control).map(\.outcome) == [.cannotTell]
        )
    }

    @Test("Security Hub asks for the block of the account, and for that of each bucket")
    func publicAccessBlocksOfSecurityHub() {
        func outcomes(_ export: Export) -> [String: ChecklistLine.Outcome] {
            let lines = Checklist(export.evidence(), benchmark: .securityHub).lines
            return Dictionary(lines.map { ($0.control, $0.outcome) }, uniquingKeysWith: { first, _ in first })
        }
        let path = "s3control/get-public-access-block"
        let own = outcomes(export(block: Self.block(true)).adding(path + ".error.txt", Self.noAccountBlock))
        #expect(own["account-public-access-block"] == .open && own["bucket-own-public-access-block"] == .pass)
        let whole = outcomes(export(block: Self.block(false)).adding(path + ".json", Self.block(true)))
        #expect(whole["account-public-access-block"] == .pass && whole["bucket-own-public-access-block"] == .open)
        let unknown = outcomes(Self.withoutPolicy)
        #expect(unknown["account-public-access-block"] == .cannotTell)
        #expect(unknown["bucket-own-public-access-block"] == .cannotTell)
        let refused = outcomes(
            Self.withoutPolicy.adding(path + ".error.txt", Answers.error("AccessDenied", "GetPublicAccessBlock")))
        #expect(refused["account-public-access-block"] == .cannotTell)
    }

    /// The account has no block of its own.
    private static func adding(noBlockTo export: Export) -> Export {
        export.adding("s3control/get-public-access-block.error.txt", noAccountBlock)
    }

    @Test("A policy for everyone is open, unless public access is blocked; access lists are not told")
    func publicPolicy() {
        let control = "bucket-public-policy"
        let anyone = Self.statement("Allow", #""*""#, "s3:GetObject")
        let none = Self.adding(noBlockTo: export(anyone).adding("buckets/b/x.error.txt", Self.noAccountBlock))
        #expect(none.says(control) == ["open bucket b: the bucket's policy lets everyone in"])
        #expect(export(anyone, block: Self.block(true)).lines(control).map(\.outcome) == [.pass])
        let account = export(anyone).adding("s3control/get-public-access-block.json", Self.block(true))
        #expect(account.lines(control).map(\.outcome) == [.pass])
        let lists = Self.block(false).replacing("\"IgnorePublicAcls\": false", with: "\"IgnorePublicAcls\": true")
        #expect(Self.adding(noBlockTo: export(anyone, block: lists)).lines(control).map(\.outcome) == [.open])
        #expect(export(Self.refusal, block: lists).lines(control).map(\.outcome) == [.pass])
        #expect(export(Self.refusal).lines(control).map(\.outcome) == [.cannotTell])
    }

    @Test("A policy for everyone cannot be told while a block is unknown, as the block itself cannot")
    func publicPolicyUnderUnknownBlock() throws {
        let anyone = Self.statement("Allow", #""*""#, "s3:GetObject")
        for export in [
            export(anyone), export(anyone, block: Self.block(false)), Self.adding(noBlockTo: export(anyone)),
        ] {
            let line = try #require(export.lines("bucket-public-policy").first)
            let block = try #require(export.lines("bucket-public-access-block").first)
            #expect(line.outcome == .cannotTell && block.outcome == .cannotTell)
            #expect(line.command == block.command && line.next == block.next)
            #expect(line.says.contains("lets everyone in") && line.says.hasSuffix(block.says))
            #expect(export.marked("bucket-public-policy").first?.contains("*") == true)
        }
    }

    @Test("S3 refuses the policy that denies plain HTTP while it lets everyone in where that is blocked")
    func transportOfThePublic() {
        let anyone = Self.statement("Allow", #""*""#, "s3:GetObject")
        func next(_ export: Export) -> String? { export.lines("bucket-encrypted-transport").first?.next }
        #expect(next(export(anyone, block: Self.block(true)))?.hasPrefix("take what everyone may do out of") == true)
        #expect(next(export(anyone, block: Self.block(false)))?.hasPrefix("let the bucket's policy deny") == true)
        #expect(next(export(block: Self.block(true)))?.hasPrefix("let the bucket's policy deny") == true)
    }

    @Test("Everyone is let in by what a statement leaves out, and by patterns of what must be fixed")
    func publicByExclusion() {
        func outcome(_ statement: String) -> ChecklistLine.Outcome? {
            let lists = Self.block(false).replacing("\"IgnorePublicAcls\": false", with: "\"IgnorePublicAcls\": true")
            return Self.adding(noBlockTo: export(statement, block: lists)).lines("bucket-public-policy").first?.outcome
        }
        let anyone = Self.statement("Allow", #""*""#, "s3:DeleteBucket")
        #expect(outcome(anyone.replacing("\"Action\"", with: "\"NotAction\"")) == .open)
        let alice = #"{"AWS": "arn:aws:iam::111122223333:user/alice"}"#
        let others = Self.statement("Allow", alice, "s3:GetObject").replacing("\"Principal\"", with: "\"NotPrincipal\"")
        #expect(outcome(others) == .open)
        func under(_ condition: String) -> ChecklistLine.Outcome? {
            outcome(Self.statement("Allow", #""*""#, "s3:GetObject", #""arn:aws:s3:::b/*""#, condition))
        }
        #expect(under(#"{"StringLike": {"aws:SourceVpce": "vpce-*"}}"#) == .open)
        #expect(under(#"{"StringEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}}"#) == .pass)
        #expect(under(#"{"StringLike": {"aws:SourceVpc": "vpc-*"}}"#) == .open)
        let point = "arn:aws:s3:*:*:accesspoint/*"
        #expect(under("{\"StringLike\": {\"s3:DataAccessPointArn\": \"\(point)\"}}") == .open)
        let own = point.replacing("*:*", with: "eu-central-1:111122223333")
        #expect(under("{\"StringLike\": {\"s3:DataAccessPointArn\": \"\(own)\"}}") == .pass)
    }

    @Test("Whose a canonical user is, and which accounts an organization has, cannot be told")
    func foreignOrUnknown() {
        func outcome(_ principal: String, _ condition: String = "{}") -> [ChecklistLine.Outcome] {
            export(Self.statement("Allow", principal, "s3:PutBucketPolicy", #""arn:aws:s3:::b""#, condition))
                .lines("bucket-foreign-actions").map(\.outcome)
        }
        #expect(
            outcome(#"{"CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"}"#) == [
                .cannotTell
            ])
        #expect(outcome(#""*""#, #"{"StringEquals": {"aws:PrincipalOrgID": "o-abcdefghij"}}"#) == [.cannotTell])
        #expect(outcome(#""*""#, #"{"StringEquals": {"aws:PrincipalAccount": "111122223333"}}"#) == [.pass])
        #expect(outcome(#""*""#, #"{"StringEquals": {"aws:PrincipalAccount": "444455556666"}}"#) == [.open])
        let alice = #"{"AWS": "arn:aws:iam::111122223333:user/alice"}"#
        let others = Self.statement("Allow", alice, "s3:PutBucketPolicy", #""arn:aws:s3:::b""#)
            .replacing("\"Principal\"", with: "\"NotPrincipal\"")
        #expect(export(others).lines("bucket-foreign-actions").map(\.outcome) == [.open])
    }

    @Test("Another account that may change who gets at a bucket is open, one that reads is not")
    func foreignActions() {
        let control = "bucket-foreign-actions"
        let inside = Self.statement(
            "Allow", #"{"AWS": "arn:aws:iam::444455556666:root"}"#, "s3:PutBucketPolicy", #""arn:aws:s3:::b""#,
            #"{"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}"#)
        #expect(export(inside).lines(control).map(\.outcome) == [.pass])
        let outside = inside.replacing("10.0.0.0/8", with: "192.0.2.0/24")
        #expect(export(outside).lines(control).map(\.outcome) == [.open])
        let other = #"{"AWS": "arn:aws:iam::444455556666:root"}"#
        #expect(
            export(Self.statement("Allow", other, "s3:PutBucketPolicy")).says(control) == [
                "open bucket b: another account may change who can do what with the bucket"
            ])
        #expect(export(Self.statement("Allow", other, "s3:GetObject")).lines(control).map(\.outcome) == [.pass])
        let own = #"{"AWS": "arn:aws:iam::111122223333:root"}"#
        #expect(export(Self.statement("Allow", own, "s3:*")).lines(control).map(\.outcome) == [.pass])
        #expect(Self.withoutPolicy.lines(control).map(\.outcome) == [.pass])
        #expect(Export(["list-buckets.json": Self.list]).lines(control).map(\.outcome) == [.cannotTell])
    }

    @Test("Security Hub asks for lifecycle rules")
    func lifecycle() {
        func outcomes(_ export: Export) -> [ChecklistLine.Outcome] {
            Checklist(export.evidence(), benchmark: .securityHub).lines.filter { $0.control == "bucket-lifecycle" }
                .map(\.outcome)
        }
        let path = "buckets/b/get-bucket-lifecycle-configuration.json"
        func rules(_ status: String) -> Export {
            Self.withoutPolicy.adding(path, "{\"Rules\": [{\"Status\": \"\(status)\", \"Prefix\": \"\"}]}")
        }
        #expect(outcomes(rules("Enabled")) == [.pass])
        #expect(outcomes(rules("Disabled")) == [.open])
        #expect(outcomes(Self.withoutPolicy) == [.cannotTell])
    }

    @Test("Policies of other resources that let everyone in are open; of what is not there nothing is told")
    func otherResources() {
        func outcomes(_ export: Export) -> [ChecklistLine.Outcome] {
            Checklist(export.evidence(), benchmark: .securityHub).lines.filter { $0.control == "public-resources" }
                .map(\.outcome)
        }
        #expect(outcomes(export(Self.refusal)) == [.cannotTell])
        #expect(outcomes(export(Self.statement("Allow", #""*""#, "s3:GetObject"))) == [.open, .cannotTell])
    }
}
