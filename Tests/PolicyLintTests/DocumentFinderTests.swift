import Testing

@testable import PolicyLint

@Suite struct DocumentFinderTests {
    private func kinds(_ name: String, _ text: String, kind: DocumentKind? = nil) -> [DocumentKind] {
        DocumentFinder(kind: kind).documents(in: SourceFile(name: name, text: text)).map(\.kind)
    }

    @Test(
        "An unreadable text is of the kind that it seems to have been",
        arguments: [
            (
                "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:*\"",
                "identity-policy"
            ),
            ("{\"Statement\": [{\"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"x\"", "resource-policy"),
            ("{\"Statement\": [{\"Principal\": {\"AWS\": \"x\"}, \"Action\": \"sts:AssumeRole\",}", "trust-policy"),
            ("{\"Role\": {\"RoleName\": \"x\", \"AssumeRolePolicyDocument\": {\"Statement\": [", "trust-policy"),
            ("{\"UserDetailList\": [], \"RoleDetailList\": [{\"AssumeRolePolicyDocument\": {", "identity-policy"),
            ("{\"Bucket\": \"x\", \"VersioningConfiguration\": {\"Status\"", "versioning-configuration"),
            ("{\"Status\": \"Enabled\", \"MFADelete\": \"Disabled\"", "bucket-versioning"),
            ("{\"SummaryMap\": {", "account-summary"),
            ("{\"AccessKey\": {\"SecretAccessKey\": \"x\"", "credentials-answer"),
        ])
    func unreadable(text: String, kind: String) {
        #expect(kinds("x.json", text).map(\.rawValue) == [kind])
        let utf16: [UInt8] = [0xFF, 0xFE] + text.utf8.flatMap { [$0, UInt8(0)] }
        let documents = DocumentFinder().documents(in: SourceFile(name: "x.json", bytes: utf16))
        #expect(documents.map(\.kind.rawValue) == [kind])
    }

    @Test("The name of an unreadable file says what kind of policy it is")
    func unreadableNamed() {
        let text = "{\"Statement\": [{\"Principal\": \"*\", \"Action\": \"*\""
        #expect(kinds("trust.json", text) == [.trustPolicy])
        #expect(kinds("rcp.json", text) == [.resourceControlPolicy])
        #expect(kinds("scp.json", "{\"Statement\": [") == [.serviceControlPolicy])
    }

    @Test("Broken templates with a bucket, and broken JSON of others, are none of ours")
    func unreadableOthers() {
        let bucket = "\"Type\": \"AWS::S3::Bucket\", \"Properties\": {\"VersioningConfiguration\": {"
        #expect(kinds("template.json", "{\"Resources\": {\"Bucket\": {\(bucket)") == [])
        #expect(kinds("x.json", "{\"VersioningConfiguration\": {") == [])
        #expect(kinds("x.json", "{\"a\": ") == [])
    }

    @Test(
        "A policy whose principals may do everything is a trust policy where it names no resource, or its file's name says so",
        arguments: [
            ("x.json", "*", "", DocumentKind.trustPolicy),
            ("x.json", "*", ", \"Resource\": \"*\"", .resourcePolicy),
            ("trust.json", "*", ", \"Resource\": \"*\"", .trustPolicy),
            ("AssumeRolePolicyDocument.json", "*", ", \"Resource\": \"*\"", .trustPolicy),
            ("deploy-assume-role.json", "ecr:*", "", .trustPolicy),
            ("trust.json", "s3:*", ", \"Resource\": \"*\"", .resourcePolicy),
            ("trusted-buckets.json", "ecr:*", "", .resourcePolicy),
            ("x.json", "ecr:*", "", .resourcePolicy),
        ])
    func trustOrResource(name: String, action: String, rest: String, kind: DocumentKind) {
        let statement =
            "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"111122223333\"}, \"Action\": \"\(action)\"\(rest)}"
        #expect(kinds(name, "{\"Version\": \"2012-10-17\", \"Statement\": \(statement)}") == [kind])
    }

    @Test("A policy without principals is no trust policy for its file's name alone, nor is one that only denies")
    func noTrustPolicy() {
        let policy = "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", \"Resource\": \"*\"}}"
        #expect(kinds("assume-role.json", policy) == [.identityPolicy])
        let deny = "{\"Statement\": {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"*\"}}"
        #expect(kinds("x.json", deny) == [.resourcePolicy])
    }

    @Test(
        "A name that says what a policy is about makes no other policy of it",
        arguments: [
            ("vpce-lockout-bucket-policy.json", "", DocumentKind.resourcePolicy),
            ("my-s3-vpc-endpoint-restriction-bucket-policy.json", "", .resourcePolicy),
            ("vpce-only-bucket.json", "", .resourcePolicy),
            ("only-through-vpce.json", "aws:SourceVpce", .resourcePolicy),
            ("vpc-endpoint-lockout.json", "aws:sourcevpc", .resourcePolicy),
            ("vpce-policy.json", "aws:PrincipalOrgID", .vpcEndpointPolicy),
            ("s3-vpc-endpoint-policy.json", "", .vpcEndpointPolicy),
            ("vpce-for-bucket-access.json", "", .vpcEndpointPolicy),
        ])
    func endpointOrResource(name: String, key: String, kind: DocumentKind) {
        let condition = key.isEmpty ? "" : ", \"Condition\": {\"StringEquals\": {\"\(key)\": \"x\"}}"
        let statement =
            "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"*\"\(condition)}"
        #expect(kinds(name, "{\"Version\": \"2012-10-17\", \"Statement\": \(statement)}") == [kind])
    }

    @Test(
        "A policy that grants single actions is a service control policy only where its file is named so in the end",
        arguments: [
            ("scp-deployer-policy.json", "Allow", "iam:PassRole", DocumentKind.identityPolicy),
            ("deployer-scp.json", "Allow", "iam:PassRole", .serviceControlPolicy),
            ("scp.json", "Allow", "iam:PassRole", .serviceControlPolicy),
            ("scp-regions-policy.json", "Allow", "iam:*", .serviceControlPolicy),
            ("scp-regions-policy.json", "Deny", "iam:PassRole", .serviceControlPolicy),
            ("session-policy.json", "Allow", "iam:PassRole", .sessionPolicy),
            ("session-manager-policy.json", "Allow", "iam:PassRole", .identityPolicy),
        ])
    func controlOrIdentity(name: String, effect: String, action: String, kind: DocumentKind) {
        let statement = "{\"Effect\": \"\(effect)\", \"Action\": \"\(action)\", \"Resource\": \"*\"}"
        #expect(kinds(name, "{\"Version\": \"2012-10-17\", \"Statement\": [\(statement)]}") == [kind])
    }

    @Test(
        "A JSON file that begins with a comment or a fence is unreadable, where it seems to hold a document",
        arguments: ["// who may read\n", "# who may read\n", "/* who */ ", "```json\n", "policy = "])
    func comments(opening: String) throws {
        let text = opening + "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}"
        let documents = DocumentFinder().documents(in: SourceFile(name: "x.json", text: text))
        #expect(documents.map(\.kind) == [.identityPolicy])
        let document = try #require(documents.first)
        guard case .unreadable(let reason) = document.content else {
            Issue.record("it was read")
            return
        }
        #expect(reason.message.hasPrefix("expected a value, found"))
        #expect(reason.span.start == 0)
        #expect(kinds("x.md", text) == [])
        #expect(kinds("tsconfig.json", opening + "{\"compilerOptions\": {}}") == [])
    }

    @Test(
        "JSON of another shape is no document of the kind that a person gave, whatever else it holds",
        arguments: DocumentKind.allCases.filter {
            !$0.isPolicy && !DocumentKinds.sharedFiles.contains($0)
        })
    func otherShape(kind: DocumentKind) {
        let answers = [
            "{\"a\": 1}", "[]", "[1]", "\"x\"", "{\"PasswordPolicies\": {}}",
            "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}",
            kind == .accountSummary
                ? "{\"UserId\": \"x\", \"Account\": \"y\", \"Arn\": \"z\"}" : "{\"SummaryMap\": {}}",
        ]
        for text in answers {
            let documents = DocumentFinder(kind: kind).documents(in: SourceFile(name: "x.json", text: text))
            #expect(documents.map(\.kind) == [kind], "\(text)")
            #expect(documents.allSatisfy { !$0.isReadable }, "\(text)")
        }
    }

    @Test(
        "What is no object is no policy, though a person says so",
        arguments: DocumentKinds.policies.kinds, ["[]", "[1]", "\"x\""])
    func noPolicy(kind: DocumentKind, text: String) {
        let documents = DocumentFinder(kind: kind).documents(in: SourceFile(name: "x.json", text: text))
        #expect(documents.map(\.kind) == [kind])
        #expect(documents.allSatisfy { !$0.isReadable })
    }

    @Test(
        "Of what a text holds, the kind that a person gave is found, and nothing besides",
        arguments: [
            DocumentKind.accountPrincipal, .iamExport, .iamUser, .iamGroup, .iamRole, .managedPolicy,
        ])
    func given(kind: DocumentKind) {
        let arn = "arn:aws:iam::111122223333:"
        let text = """
            {
                "UserDetailList": [{ "UserName": "a", "UserId": "AIDA", "Arn": "\(arn)user/a" }],
                "GroupDetailList": [{ "GroupName": "g", "GroupId": "AGPA", "Arn": "\(arn)group/g", "GroupPolicyList": [] }],
                "RoleDetailList": [{ "RoleName": "r", "RoleId": "AROA", "Arn": "\(arn)role/r", "RolePolicyList": [
                    { "PolicyName": "p", "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] } }
                ] }],
                "Policies": [{ "PolicyName": "m", "PolicyId": "ANPA", "Arn": "\(arn)policy/m", "PolicyVersionList": [
                    { "Document": { "Statement": [] }, "VersionId": "v1", "IsDefaultVersion": true }
                ] }]
            }
            """
        let documents = DocumentFinder(kind: kind).documents(in: SourceFile(name: "x.json", text: text))
        #expect(!documents.isEmpty)
        #expect(documents.allSatisfy { $0.kind == kind && $0.isReadable })
    }

    @Test("A stack policy of CloudFormation is no policy of IAM, unless a person says so")
    func stackPolicy() {
        func text(_ actions: String) -> String {
            "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \(actions), \"Resource\": \"*\"}]}"
        }
        #expect(kinds("stack.json", text("\"Update:*\"")) == [])
        #expect(kinds("stack.json", text("[\"Update:Replace\", \"update:Delete\"]")) == [])
        #expect(kinds("stack.json", text("\"Update:*\""), kind: .resourcePolicy) == [.resourcePolicy])
        #expect(kinds("stack.json", text("[\"Update:*\", \"s3:*\"]")) == [.resourcePolicy])
        #expect(kinds("stack.json", text("\"s3:*\"")) == [.resourcePolicy])
    }

    @Test("A data protection policy is no policy of IAM")
    func dataProtectionPolicy() {
        func text(_ elements: String) -> String {
            #"{"Name":"pii","Version":"2021-06-01","Statement":[{"Principal":["*"],"DataDirection":"Inbound"\#(elements)}]}"#
        }
        let found = #","DataIdentifier":["arn:aws:dataprotection::aws:data-identifier/Name"],"Operation":{"Deny":{}}"#
        #expect(kinds("policy.json", text(found)) == [])
        #expect(kinds("policy.json", text("")) == [.resourcePolicy])
    }

    @Test(
        "What holds a function of CloudFormation is a template, unless a person says what it is",
        arguments: [
            #"{"Fn::Sub": "arn:aws:s3:::${Bucket}/*"}"#, #"["*", {"Fn::GetAtt": ["Queue", "Arn"]}]"#,
            #"{"Fn::Join": ["", ["arn:aws:s3:::", {"Ref": "Bucket"}]]}"#, #"{"Ref": "Topic"}"#,
            #""*", "Principal": {"AWS": {"Ref": "Role"}}"#, #""*", "Principal": {"Fn::If": ["A", "B", "C"]}"#,
            #""*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": {"Ref": "Organization"}}}"#,
            #""*", "Condition": {"Fn::If": ["A", {"Bool": {}}, {"Ref": "AWS::NoValue"}]}"#,
            #""*"}, {"Fn::If": ["A", {"Effect": "Allow"}, {"Ref": "AWS::NoValue"}]"#,
        ])
    func template(resource: String) {
        let text = #"{"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": \#(resource)}]}"#
        #expect(kinds("x.json", text) == [])
        #expect(kinds("x.json", text, kind: .identityPolicy) == [.identityPolicy])
    }

    @Test("An object that is no function leaves a policy a policy")
    func noTemplate() {
        for resource in [#"{"arn": "x"}"#, #"{"Ref": "a", "b": "c"}"#, "{}"] {
            let text = #"{"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": \#(resource)}]}"#
            #expect(kinds("x.json", text) == [.identityPolicy])
        }
    }

    @Test("AWS's default policy of a VPC endpoint is one, unless its name says something else")
    func defaultEndpointPolicy() {
        func text(_ more: String = "", version: String = "") -> String {
            #"{\#(version)"Statement": [{"Action": "*", "Effect": "Allow", "Principal": "*", "Resource": "*"\#(more)}]}"#
        }
        #expect(kinds("policy.json", text()) == [.vpcEndpointPolicy])
        #expect(kinds("policy.json", text(version: #""Version": "2008-10-17", "#)) == [.vpcEndpointPolicy])
        #expect(kinds("policy.json", text(version: #""Version": "2012-10-17", "#)) == [.resourcePolicy])
        #expect(kinds("policy.json", text(version: #""Id": "x", "#)) == [.resourcePolicy])
        #expect(kinds("policy.json", text(#", "Sid": "x""#)) == [.resourcePolicy])
        #expect(kinds("bucket-policy.json", text()) == [.resourcePolicy])
        #expect(kinds("policy.json", "[\(text())]") == [.resourcePolicy])
        #expect(kinds("policy.json", #"{"Policy": \#(JSONText.quote(text()))}"#) == [.resourcePolicy])
    }

    @Test("A name with `endpoint_policy` says so, but not of a trust policy")
    func endpointPolicyByName() {
        func text(_ rest: String) -> String {
            #"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", \#(rest)}]}"#
        }
        let sts = text(#""Action": "sts:AssumeRole", "Resource": "*""#)
        #expect(kinds("sts_endpoint_policy.json", sts) == [.vpcEndpointPolicy])
        #expect(kinds("sts.json", sts) == [.trustPolicy])
        #expect(kinds("model-endpoint-policy.json", text(#""Action": "sts:AssumeRole""#)) == [.trustPolicy])
    }
}
