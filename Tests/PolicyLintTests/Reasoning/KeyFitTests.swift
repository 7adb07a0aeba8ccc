import Testing

@testable import PolicyLint

/// Which actions carry a key, and for which callers conditions leave room.
@Suite struct KeyFitTests {
    private let catalogue = ServiceCatalogue.embedded

    private func statement(_ elements: String) throws -> Statement {
        try #require(Policy(try JSONReader(Array(#"{"Statement": {\#(elements)}}"#.utf8)).root).statements.first)
    }

    @Test(
        "An action carries the keys of its own and those of its resource types",
        arguments: [
            ("s3:prefix", ["s3:ListBucket", "s3:GetObject", "s3:*"], ["s3:GetObject"], true),
            ("ec2:ResourceTag/team", ["ec2:StartInstances", "ec2:DescribeInstances"], ["ec2:DescribeInstances"], true),
            ("secretsmanager:ResourceTag/a:b", ["secretsmanager:GetSecretValue"], [], true),
            ("kms:EncryptionContext:a", ["kms:Decrypt", "kms:ListKeys"], ["kms:ListKeys"], true),
            ("iam:PassedToService", ["IAM:passrole", "iam:NoSuchAction"], [], true),
            ("sts:ExternalId", ["sts:AssumeRole", "sts:TagSession"], [], true),
            ("sts:ExternalId", ["sts:GetCallerIdentity"], ["sts:GetCallerIdentity"], false),
        ])
    func strangers(key: String, actions: [String], strangers: [String], hasCarrier: Bool) throws {
        let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
        let known = try #require(catalogue.conditionKey(key))
        let fit = KeyFit(known, in: try statement(#""Effect": "Allow", "Action": [\#(list)]"#), catalogue)
        #expect(fit.strangers.map(\.value) == strangers)
        #expect(fit.hasCarrier == hasCarrier)
        #expect(KeyFit.isDocumented(known, catalogue))
    }

    @Test("A key that comes with a role is none of the service's actions'")
    func keysOfRoles() throws {
        let key = try #require(catalogue.conditionKey("glue:RoleAssumedBy"))
        #expect(key.comesWithRole && !KeyFit.isDocumented(key, catalogue))
        #expect(try #require(catalogue.conditionKey("s3:prefix")).comesWithRole == false)
    }

    @Test(
        "Conditions leave room for a caller unless what is known of the caller's keys contradicts them",
        arguments: [
            // For users and roles, for services, for services without a source, for calls that a service forwards.
            (#"{}"#, [true, true, true, true]),
            (#"{"StringNotEquals": {"aws:PrincipalOrgID": "o-a"}}"#, [true, true, true, true]),
            (#"{"StringEquals": {"aws:PrincipalOrgID": "o-a"}}"#, [true, false, false, true]),
            (#"{"Bool": {"aws:PrincipalIsAWSService": "true"}}"#, [false, true, true, false]),
            (#"{"BoolIfExists": {"aws:PrincipalIsAWSService": ["false"]}}"#, [true, false, false, true]),
            (#"{"Null": {"aws:SourceAccount": "false"}}"#, [false, true, false, false]),
            (#"{"StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a"}}"#, [true, true, true, true]),
            (#"{"StringLike": {"aws:SourceArn": "*"}}"#, [false, true, false, false]),
            (#"{"Null": {"aws:PrincipalServiceName": "true"}}"#, [true, true, true, true]),
            (#"{"StringEquals": {"aws:PrincipalServiceName": "x"}}"#, [false, true, true, false]),
            (#"{"Bool": {"aws:ViaAWSService": "false"}}"#, [true, true, true, false]),
            (#"{"StringEquals": {"aws:SourceVpc": "vpc-1"}}"#, [true, true, true, false]),
            (#"{"Unknown": {"aws:SourceAccount": "1"}}"#, [true, true, true, true]),
        ])
    func room(condition: String, callers: [Bool]) throws {
        let statement = try statement(#""Effect": "Deny", "Action": "s3:*", "Condition": \#(condition)"#)
        let all: [CallerContext] = [.iamPrincipal, .service, .sourcelessService, .forwarded]
        #expect(all.map { statement.mayHold(for: $0, hasVariables: true) } == callers)
    }
}
