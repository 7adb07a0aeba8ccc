import Testing

@testable import PolicyLint

/// The codes of Access Analyzer's checks where one rule has several, or has one only at times.
@Suite struct AccessAnalyzerCodeTests {
    private static let gitHub = "token.actions.githubusercontent.com"

    private func codes(_ statement: String) -> [String] {
        let file = SourceFile(name: "policy.json", text: #"{ "Version": "2012-10-17", "Statement": \#(statement) }"#)
        return Linter().lint(file).diagnostics.flatMap { $0.issues.map(\.code) }
    }

    @Test(
        "AWS asks for any key of an OpenID Connect provider, and of GitHub for the subject, once",
        arguments: [
            ("gitlab.com", "{}", ["MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL"]),
            ("gitlab.com", #"{"StringLike": {"gitlab.com:sub": "project_path:a/b:ref_type:branch:ref:main"}}"#, []),
            ("gitlab.com", #"{"StringEquals": {"gitlab.com:aud": "https://gitlab.com"}}"#, []),
            (
                "gitlab.com", #"{"StringEquals": {"gitlab.example.com:sub": "x", "gitlab.example.com:aud": "y"}}"#,
                ["MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL"]
            ),
            (gitHub, "{}", ["MISSING_GITHUB_REPO_CONDITION_KEY"]),
            (gitHub, #"{"StringEquals": {"\#(gitHub):repository": "a/b"}}"#, ["MISSING_GITHUB_REPO_CONDITION_KEY"]),
            (gitHub, #"{"StringEqualsIfExists": {"\#(gitHub):sub": "repo:a/b:environment:c"}}"#, []),
            (gitHub, #"{"StringEquals": {"gitlab.com:sub": "x"}}"#, ["MISSING_GITHUB_REPO_CONDITION_KEY"]),
        ])
    func providers(issuer: String, condition: String, expected: [String]) {
        let statement = """
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/\(issuer)" },
              "Action": "sts:AssumeRoleWithWebIdentity"\(condition == "{}" ? "" : ", \"Condition\": \(condition)") }
            """
        #expect(codes(statement) == expected)
    }

    @Test("Everyone in a trust policy is an error to AWS, whatever the conditions are")
    func everyone() {
        let statement = """
            { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole",
              "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }
            """
        #expect(codes(statement) == ["ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL"])
    }

    @Test(
        "AWS asks for the source of a service in the policy of a resource, and not in that of a role",
        arguments: [
            (#""Action": "sqs:SendMessage", "Resource": "*""#, ["RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL"]),
            (
                #""Action": "sqs:SendMessage", "Resource": "*", "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:*"}}"#,
                []
            ),
            (#""Action": "sts:AssumeRole""#, []),
        ])
    func services(rest: String, expected: [String]) {
        #expect(
            codes(#"{ "Effect": "Allow", "Principal": { "Service": "scheduler.amazonaws.com" }, \#(rest) }"#)
                == expected)
    }

    @Test(
        "What the policy of one resource alone cannot have is a finding of AWS's only where the answer says whose it is",
        arguments: [
            ("{ \"Policy\": § }", "s3", [String]()), ("§", "s3", []), ("{ \"Policy\": § }", "lambda", []),
            (
                "{ \"Policy\": §, \"Bucket\": \"b\", \"PolicyName\": \"default\" }", "kms",
                ["UNSUPPORTED_ACTION_IN_POLICY", "UNSUPPORTED_RESOURCE_ARN_IN_POLICY"]
            ),
            (
                "{ \"Policy\": §, \"RevisionId\": \"1\" }", "lambda",
                ["UNSUPPORTED_ACTION_IN_POLICY", "UNSUPPORTED_RESOURCE_ARN_IN_POLICY"]
            ),
        ])
    func foreign(answer: String, service: String, expected: [String]) {
        let (actions, resource) =
            switch service {
            case "s3": (["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::amzn-s3-demo-bucket/*")
            case "kms": (["kms:Decrypt", "kms:Encrypt"], "arn:aws:kms:us-east-1:111122223333:key/k")
            default:
                (["lambda:InvokeFunction", "lambda:GetFunction"], "arn:aws:lambda:us-east-1:111122223333:function:f")
            }
        let isCertain = !expected.isEmpty
        let resources = isCertain ? "[\"\(resource)\", \"arn:aws:sqs:us-east-1:111122223333:q\"]" : "\"\(resource)\""
        let policy = """
            { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" },
              "Action": ["\(actions[0])", "\(actions[1])", "sqs:SendMessage"], "Resource": \(resources) }] }
            """
        let text = answer == "§" ? policy : answer.replacing("§", with: JSONText.quote(policy))
        let found = Linter().lint(SourceFile(name: "policy.json", text: text)).diagnostics
            .filter { $0.rule == "resource-policy-foreign-service" }
        #expect(!found.isEmpty)
        #expect(found.flatMap { $0.issues.map(\.code) } == expected)
    }
}
