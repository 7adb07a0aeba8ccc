import Testing

@testable import PolicyLint

/// The answers of the AWS CLI that carry the policy of a resource.
@Suite struct ResourcePolicyAnswerTests {
    /// A policy as text in a JSON string.
    private func policy(_ action: String) -> String { JSONText.quote(bare(action)) }

    private func bare(_ action: String) -> String {
        #"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "#
            + #""Action": "\#(action)", "Resource": "*"}]}"#
    }

    private func documents(_ answer: String) -> [Document] {
        DocumentFinder().documents(in: SourceFile(name: "answer.json", text: answer))
    }

    @Test("The owner is known where the answer or the actions say so")
    func owners() {
        func owner(_ answer: String) -> Owner.Kind? { documents(answer).first?.owner.kind }
        #expect(owner(#"{"Policy": \#(policy("lambda:InvokeFunction")), "RevisionId": "1"}"#) == .function)
        #expect(owner(#"{"Policy": \#(policy("dynamodb:GetItem")), "RevisionId": "1"}"#) == nil)
        #expect(owner(#"{"Policy": \#(policy("kms:Decrypt")), "PolicyName": "default"}"#) == .key)
        #expect(owner(#"{"Name": "x", "ResourcePolicy": \#(policy("secretsmanager:GetSecretValue"))}"#) == .secret)
        #expect(owner(#"{"ResourcePolicy": \#(policy("comprehend:ImportModel"))}"#) == nil)
        let secret = "arn:aws:secretsmanager:us-east-1:111122223333:secret:x-AbCdEf"
        #expect(owner(#"{"ARN": "\#(secret)", "Name": "x", "ResourcePolicy": \#(policy("s3:GetObject"))}"#) == .secret)
        #expect(owner(#"{"repositoryName": "x", "policyText": \#(policy("ecr:BatchGetImage"))}"#) == .repository)
        #expect(owner(#"{"repositoryName": "x", "policyText": \#(policy("s3:GetObject"))}"#) == .repository)
        #expect(owner(#"{"repositoryName": "x", "policyText": \#(policy("ecr-public:PutImage"))}"#) == nil)
    }

    @Test("A trail's ARN says whose account it is, and nothing else")
    func trail() throws {
        let arn = "arn:aws:cloudtrail:us-east-1:111122223333:channel/x"
        let answer = #"{"ResourceArn": "\#(arn)", "ResourcePolicy": \#(policy("cloudtrail-data:PutAuditEvents"))}"#
        let document = try #require(documents(answer).first)
        #expect(document.kind == .resourcePolicy)
        let owner = try Owner(arn: .of(arn))
        #expect(document.owner == owner)
    }

    @Test(
        "Policies are found where answers have them",
        arguments: [
            (#"{"PolicyInJson": §, "PolicyHash": "x"}"#, "/PolicyInJson"),
            (#"{"resourcePolicies": [{"policyDocument": §}]}"#, "/resourcePolicies/0/policyDocument"),
            (#"{"policies": [§], "nextToken": null}"#, "/policies/0"),
            (#"{"policy": {"resourceArn": "x", "revision": "1", "document": §}}"#, "/policy/document"),
            (#"{"policy": {"Policy": §}}"#, "/policy/Policy"),
            (#"{"DomainStatus": {"DomainId": "x", "AccessPolicies": §}}"#, "/DomainStatus/AccessPolicies"),
            (#"{"Policies": {"mine": §}}"#, "/Policies/mine"),
            (#"{"Policies": [{"PolicyId": "x", "PolicyHash": "y", "Policy": §}]}"#, "/Policies/0/Policy"),
            (#"{"policy": §, "state": "Active"}"#, "/policy"),
            (#"{"resourcePolicy": {"policy": §, "resourceArn": "x"}}"#, "/resourcePolicy/policy"),
            (#"{"resourcePolicy": §}"#, "/resourcePolicy"),
            (#"{"ResourcePolicy": {"ResourcePolicySummary": {"Id": "x"}, "Content": §}}"#, "/ResourcePolicy/Content"),
            (#"{"ResourcePolicy": {"ResourceArn": "x", "Policy": §}}"#, "/ResourcePolicy/Policy"),
            (#"{"ResourceArn": "x", "PolicyName": "y", "PolicyDocument": §}"#, "/PolicyDocument"),
        ])
    func paths(shape: String, pointer: String) {
        let found = documents(shape.replacing("§", with: policy("glue:GetTable")))
        #expect(found.map(\.kind) == [.resourcePolicy])
        #expect(found.map(\.pointer) == [pointer])
        #expect(found.map(\.isReadable) == [true])
        #expect(found.map(\.owner.kind) == [nil])
    }

    @Test("Policies of AWS IoT Core, of permission sets and of the roles in instance profiles are read")
    func otherAnswers() {
        let identity =
            #"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iot:*", "Resource": "*"}]}"#
        let named = #""policyName": "x", "policyArn": "arn:aws:iot:us-east-1:111122223333:policy/x""#
        let iot = documents(#"{\#(named), "policyDocument": \#(JSONText.quote(identity))}"#)
        #expect(iot.map(\.kind) == [.identityPolicy])
        let set = documents(#"{"Name": "Dev", "CustomPolicy": \#(identity)}"#)
        #expect(set.map(\.kind) == [.identityPolicy])
        #expect(set.map(\.owner.policyName) == ["Dev"])
        #expect(documents(#"{"CustomPolicy": \#(identity)}"#).isEmpty)
        #expect(documents(#"{"Name": "Dev", "CustomPolicy": {"a": 1}}"#).isEmpty)
        let role = #"{"RoleName": "app", "AssumeRolePolicyDocument": \#(bare("sts:AssumeRole"))}"#
        let profile = #"{"InstanceProfileName": "app", "Roles": [\#(role)]}"#
        let listed = documents(#"{"InstanceProfiles": [\#(profile), \#(profile)]}"#)
        #expect(listed.map(\.kind) == [.trustPolicy, .trustPolicy])
        #expect(listed.map(\.owner.roleName) == ["app", "app"])
        #expect(
            listed.map(\.pointer) == [
                "/InstanceProfiles/0/Roles/0/AssumeRolePolicyDocument",
                "/InstanceProfiles/1/Roles/0/AssumeRolePolicyDocument",
            ])
        let single = documents(#"{"InstanceProfile": \#(profile)}"#)
        #expect(single.map(\.pointer) == ["/InstanceProfile/Roles/0/AssumeRolePolicyDocument"])
    }

    @Test(
        "An answer says that a resource is reached through a VPC only",
        arguments: [
            (#"{"DomainStatus": {"VPCOptions": {"VPCId": "vpc-0a"}, "AccessPolicies": §}}"#, true),
            (#"{"DomainStatusList": [{"VPCOptions": {"VPCId": "vpc-0a"}, "AccessPolicies": §}]}"#, true),
            (#"{"DomainConfig": {"VPCOptions": {"Options": {"VPCId": "v"}}, "AccessPolicies": {"Options": §}}}"#, true),
            (#"{"DomainStatus": {"VPCOptions": {}, "AccessPolicies": §}}"#, false),
            (#"{"DomainStatus": {"VPCOptions": {"VPCId": ""}, "AccessPolicies": §}}"#, false),
            (#"{"DomainStatus": {"AccessPolicies": §}}"#, false),
            (#"{"policy": §, "endpointConfiguration": {"types": ["PRIVATE"]}}"#, true),
            (#"{"items": [{"policy": §, "endpointConfiguration": {"types": ["PRIVATE"]}}]}"#, true),
            (#"{"policy": §, "endpointConfiguration": {"types": ["REGIONAL", "PRIVATE"]}}"#, false),
            (#"{"policy": §, "endpointConfiguration": {"types": []}}"#, false),
        ])
    func reachedThroughVPC(shape: String, isPrivate: Bool) {
        let found = documents(shape.replacing("§", with: policy("es:ESHttpGet")))
        #expect(found.map(\.owner.isReachedThroughVPCOnly) == [isPrivate])
    }

    @Test("Other texts and answers around a policy are no policies")
    func others() {
        #expect(documents(#"{"policy": "{\"a\": 1}"}"#).isEmpty)
        #expect(documents(#"{"policy": "{\"Statement\": ["}"#).isEmpty)
        #expect(documents(#"{"policy": {"Statement": []}}"#).isEmpty)
        #expect(documents(#"{"ResourcePolicy": {"ResourceArn": "x", "CreationTime": 1}}"#).isEmpty)
    }

    @Test("API Gateway writes backslashes before the quotes of its policies, and a fix writes them, too")
    func escapedAgain() throws {
        let statement = #"{"Effect":"allow","Principal":"*","Action":"execute-api:Invoke"}"#
        let policy = JSONText.escape(#"{"Statement":[\#(statement)]}"#)
        let answer = #"{"id": "x", "policy": \#(JSONText.quote(policy))}"#
        let document = try #require(documents(answer).first)
        #expect(document.kind == .resourcePolicy)
        var settings = LintSettings()
        settings.selectedRules = ["effect-invalid"]
        let file = SourceFile(name: "answer.json", text: answer)
        let fixed = FixEngine(Linter(settings: settings)).fix(file)
        let text = String(decoding: fixed.file.bytes, as: UTF8.self)
        #expect(text == answer.replacing("allow", with: "Allow"))
    }

    @Test("Only what can be a bucket's policy is put on a bucket")
    func applied() {
        func command(_ answer: String) -> String? {
            documents(answer).first.flatMap { ApplyCommand.command(for: $0, path: "f.json") }
        }
        #expect(command(#"{"PolicyInJson": \#(policy("glue:GetTable"))}"#) == nil)
        #expect(command(bare("s3:GetObject"))?.hasPrefix("aws s3api put-bucket-policy --bucket BUCKET ") == true)
    }

    @Test(
        "What SDKs and the CDK write in lower case is recognised where it can be nothing else",
        arguments: [
            (#"{"policyName": "x", "policyDocument": {§"s3:GetObject"}}"#, ["/policyDocument identity-policy"]),
            (#"{"policyName": "x", "policyDocument": {§"*"}}"#, ["/policyDocument identity-policy"]),
            (#"{"policyName": "x", "policyDocument": "¶s3:GetObject¶"}"#, ["/policyDocument identity-policy"]),
            (#"{"roleName": "r", "policyDocument": "¶*¶"}"#, ["/policyDocument identity-policy"]),
            (#"{"policyName": "x", "policyDocument": "¶*¶"}"#, []),
            (#"{"policyName": "x", "policyDocument": "¶iot:Connect¶"}"#, []),
            (#"{"policyName": "x", "policyDocument": {§"iot:Connect"}}"#, []),
            (
                #"{"policyArn": "arn:aws:iot:us-east-1:111122223333:policy/x", "policyDocument": "¶s3:GetObject¶"}"#,
                ["/policyDocument identity-policy"]
            ),
            (
                #"{"policyName": "x", "policyArn": "arn:aws:iam::111122223333:policy/x", "policyDocument": "¶*¶"}"#,
                ["/policyDocument identity-policy"]
            ),
            (#"{"policyName": "x", "policyDocument": {"rules": []}}"#, []),
            (
                #"{"roleName": "r", "assumeRolePolicyDocument": {§"sts:AssumeRole"}, "policies": [{"policyName": "x", "policyDocument": {§"s3:GetObject"}}]}"#,
                ["/assumeRolePolicyDocument trust-policy", "/policies/0/policyDocument identity-policy"]
            ),
            (
                #"[{"policyName": "x", "policyDocument": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "logs:PutLogEvents", "Resource": "*"}]}}]"#,
                ["/0/policyDocument resource-policy"]
            ),
        ])
    func lowerCaseNames(answer: String, found: [String]) {
        let statement = #""Statement": [{"Effect": "Allow", "Resource": "*", "Action": "#
        var parts = answer.split(separator: "§", omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices.dropFirst() {
            parts[index] = parts[index].replacing("}", with: "}]}", maxReplacements: 1)
        }
        var text = parts.joined(separator: statement)
        if let action = answer.split(separator: "¶").dropFirst().first {
            let policy = JSONText.quote("{\(statement)\"\(action)\"}]}")
            text = answer.replacing("\"¶\(action)¶\"", with: policy)
        }
        #expect(documents(text).map { "\($0.pointer) \($0.kind.rawValue)" } == found, "\(text)")
    }
}
