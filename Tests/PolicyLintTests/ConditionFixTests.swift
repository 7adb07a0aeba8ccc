import Testing

@testable import PolicyLint

/// The fixes of the wing `conditions`, judged by the evaluator on every request of a small world.
@Suite struct ConditionFixTests {
    /// The values that requests carry, by key. None of them is what no request carries: a private address, a
    /// word in the wrong case.
    private static let world: [String: [[String]]] = [
        "aws:sourceip": [["203.0.113.7"], ["198.51.100.7"], ["2001:db8::7"]],
        "aws:requestedregion": [["us-east-1"], ["eu-west-1"]],
        "aws:currenttime": [
            ["2026-01-30T23:59:59Z"], ["2026-01-31T00:00:00Z"], ["2026-01-31T00:00:01Z"], ["2026-03-01"],
        ],
        "aws:principalisawsservice": [["true"], ["false"]],
        "aws:securetransport": [["true"], ["false"]],
        "aws:calledvia": [["athena.amazonaws.com"], ["dynamodb.amazonaws.com"]],
        "aws:principalorgid": [["o-example"], ["o-other"]],
        "aws:principalaccount": [["111122223333"], ["444455556666"]],
        "aws:resourceaccount": [["111122223333"], ["444455556666"]],
        "aws:sourceaccount": [["111122223333"], ["444455556666"]],
        "iam:passedtoservice": [["ec2.amazonaws.com"], ["lambda.amazonaws.com"]],
        "kms:viaservice": [["s3.eu-central-1.amazonaws.com"]],
        "ec2:createaction": [["RunInstances"], ["CreateVolume"]],
        "autoscaling:targetgrouparns": [
            ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/app/1"],
            ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1"],
        ],
        "s3:prefix": [["a"], ["b"], ["home/alice"], ["home/*"]],
        "ec2:instancetype": [["x1.32xlarge"], ["p4d.24xlarge"], ["p5.large"], ["m7g.large"]],
        "aws:principalarn": [["arn:aws:iam::111122223333:role/dev-1"], ["arn:aws:iam::111122223333:role/ops"]],
        "aws:principaltag/team": [["data"], ["database"]],
        "aws:principalorgpaths": [
            ["o-a1b2c3d4e5/r-1/"], ["o-z9y8x7w6v5/r-1/"], ["o-example/r-ab12/ou-ab12-11111111/"],
            ["o-example/r-ab12/ou-ab12-11111111/", "o-z9y8x7w6v5/r-1/"],
        ],
        "dynamodb:attributes": [["UserId"], ["UserId", "TopScore"], ["Secret"]],
        "dynamodb:leadingkeys": [["a"], ["b"], ["AIDA2EXAMPLE3EXAMPLE4"]],
        "dynamodb:returnconsumedcapacity": [["TOTAL"], ["NONE"]],
        "dynamodb:returnvalues": [["ALL_OLD"], ["UPDATED_OLD"], ["ALL_NEW"], ["UPDATED_NEW"], ["NONE"]],
        "dynamodb:select": [["ALL_ATTRIBUTES"], ["ALL_PROJECTED_ATTRIBUTES"], ["SPECIFIC_ATTRIBUTES"], ["COUNT"]],
    ]

    private static let actions = [
        "s3:GetObject", "s3:PutObject", "s3:ListBucket", "ec2:RunInstances", "ec2:StartInstances", "ec2:CreateTags",
        "iam:GetUser",
        "sqs:SendMessage", "dynamodb:Query", "dynamodb:Scan", "dynamodb:GetItem", "dynamodb:UpdateItem",
        "dynamodb:DeleteItem", "autoscaling:CreateAutoScalingGroup",
    ]

    private static let tables = ["arn:aws:dynamodb:eu-west-1:111122223333:table/GameScores"]
    private static let objects = ["arn:aws:s3:::b/k", "arn:aws:s3:::amzn-s3-demo-bucket/k"]

    private static let examples = PageExample.all.filter { example in
        example.fixed != nil && RuleCatalogue.all.contains { $0.id == example.rule && $0.wing == .conditions }
    }

    /// The requests that differ in what the conditions of some statements ask for.
    private func requests(_ statements: [Statement]) throws -> [Request] {
        let keys = Set(statements.flatMap(\.conditions).map { $0.key.lowercased() }).sorted()
        let alice = Caller.user(try .of("arn:aws:iam::111122223333:user/alice"))
        var requests: [Request] = Self.actions.flatMap { action in
            let isTable = action.hasPrefix("dynamodb:")
            return (isTable ? Self.tables : Self.objects).map { resource in
                var request = Request(by: alice, action, on: resource)
                request["aws:userid"] = ["AIDA2EXAMPLE3EXAMPLE4"]
                return request
            }
        }
        for key in keys {
            let values = try #require(Self.world[key], "no request carries \(key)")
            requests = requests.flatMap { request in
                ([[]] + values).map { value in
                    var request = request
                    request[key] = value
                    return request
                }
            }
        }
        return requests
    }

    /// What a statement says to requests: alone, or, where it denies, beside an Allow of everything.
    private func verdicts(_ statement: Statement, _ text: String, _ requests: [Request]) throws -> [Verdict] {
        let span = statement.node.span
        let written = String(decoding: Array(text.utf8)[Int(span.start)..<Int(span.end)], as: UTF8.self)
        let all = #"{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}"#
        let policy = try PolicyText.policy(statement.denies ? [all, written] : [written])
        return requests.map { PolicyVerdict(policy, on: $0).alone }
    }

    @Test("A fix that preserves changes no verdict, and one that narrows allows nothing more", arguments: examples)
    func fixesHold(example: PageExample) throws {
        let metadata = try #require(RuleCatalogue.all.first { $0.id == example.rule })
        let fixed = try #require(example.fixed)
        let before = Policy(try JSONReader(Array(example.text.utf8)).root)
        let after = Policy(try JSONReader(Array(fixed.utf8)).root)
        try #require(before.statements.count == after.statements.count)
        var changes = 0
        for (old, new) in zip(before.statements, after.statements) {
            let requests = try requests([old, new])
            let pairs = zip(
                try verdicts(old, example.text, requests), try verdicts(new, fixed, requests))
            for ((was, becomes), request) in zip(pairs, requests) where was != becomes {
                changes += 1
                #expect(metadata.fixes.contains(.narrowing), "\(example) changes \(request)")
                #expect(becomes != .allow, "\(example) comes to allow \(request)")
            }
        }
        // A test that sees no difference would prove nothing of a fix that narrows.
        if metadata.fixes.contains(.narrowing) { #expect(changes > 0, "\(example)") }
    }

    @Test("All kinds of fix of the wing are among the examples")
    func everyFixIsSeen() {
        let fixing = RuleCatalogue.all.filter {
            $0.wing == .conditions && ($0.fixes.contains(.narrowing) || $0.fixes.contains(.preserving))
        }
        #expect(Set(Self.examples.map(\.rule)) == Set(fixing.map(\.id)))
    }

    @Test(
        "More values narrow a Deny, and a negated operator in an Allow",
        arguments: [
            ("Allow", "StringEquals", Fix.Effect.suggestion), ("Allow", "StringNotEquals", .narrowing),
            ("Deny", "StringEquals", .narrowing), ("Deny", "StringNotEquals", .suggestion),
            ("Deny", "ForAnyValue:StringLikeIfExists", .narrowing), ("Permit", "StringEquals", .suggestion),
            ("Permit", "StringNotEquals", .suggestion),
        ])
    func listingMore(effect: String, written: String, expected: Fix.Effect) throws {
        let policy = try PolicyText.policy(#""Effect": "\#(effect)", "Action": "*", "Resource": "*""#)
        let test = try #require(ConditionOperator(written))
        #expect(Fix.Effect.listingMore(test, in: policy.statements[0]) == expected)
    }
}

/// Several fixes of one condition block.
@Suite struct ConditionFixesTogetherTests {
    @Test(
        "Two fixes never write one operator twice: no test is lost",
        arguments: [
            #""BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}, "ForAllValues:Bool": {"aws:SecureTransport": "true"}"#,
            #""BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}, "ForAnyValue:Bool": {"aws:SecureTransport": "true"}"#,
            #""ForAnyValue:StringEquals": {"aws:PrincipalOrgID": "o-abcdef0123"}, "ForAllValues:StringEquals": {"s3:prefix": "a"}"#,
            #""StringLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/x"}, "ForAnyValue:ArnLike": {"aws:SourceVpcArn": "arn:aws:ec2:*:*:vpc/vpc-12345678"}"#,
        ])
    func noOperatorTwice(condition: String) throws {
        let text = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*",
            "Condition": {\(condition)}}]}
            """
        let result = FixEngine(Linter()).fix(SourceFile(name: "policy.json", text: text))
        #expect(!result.applied.isEmpty)
        #expect(result.remaining.repeatedKeys == 0)
        let root = try JSONReader(result.file.bytes).root
        let block = try #require(root["Statement"]?.array?.first?["Condition"]?.object)
        #expect(block.flatMap { $0.value.object ?? [] }.count == 2)
    }
}
