import Testing

@testable import PolicyLint

/// The answers of the AWS CLI that are evidence about an account.
@Suite struct AccountAnswerTests {
    private func kinds(_ name: String, _ text: String, findsEntities: Bool = false) -> [DocumentKind] {
        DocumentFinder(findsEntities: findsEntities).documents(in: SourceFile(name: name, text: text)).map(\.kind)
    }

    @Test(
        "Each answer is known by its structure, under any name",
        arguments: [
            ("{\"PasswordPolicy\": {\"MinimumPasswordLength\": 8}}", DocumentKind.passwordPolicy),
            ("{\"AccessKeyMetadata\": []}", .accessKeyList), ("{\"MFADevices\": []}", .mfaDeviceList),
            ("{\"LoginProfile\": {\"UserName\": \"a\"}}", .loginProfile),
            ("{\"OrganizationId\": \"o-1\", \"EnabledFeatures\": [\"RootSessions\"]}", .organizationsFeatures),
            ("{\"AttachedPolicies\": []}", .attachedPolicies),
            ("{\"PolicyGroups\": [], \"PolicyUsers\": [], \"PolicyRoles\": []}", .policyEntities),
            ("{\"ServerCertificateMetadataList\": []}", .serverCertificates),
            ("{\"OpenIDConnectProviderList\": [{\"Arn\": \"a\"}]}", .openIDConnectProviders),
            ("{\"SAMLProviderList\": []}", .samlProviders),
            ("{\"Budgets\": [{\"BudgetName\": \"a\", \"BudgetType\": \"COST\"}]}", .budgets),
            ("{\"Budget\": {\"BudgetType\": \"COST\", \"CalculatedSpend\": {}}}", .budgets),
            ("{\"AccountId\": \"1\", \"Budget\": {\"BudgetName\": \"a\", \"BudgetType\": \"COST\"}}", .budgetRequest),
            ("{\"BudgetName\": \"a\", \"BudgetType\": \"COST\", \"TimeUnit\": \"MONTHLY\"}", .budgetRequest),
            (
                "{\"Notifications\": [{\"NotificationType\": \"ACTUAL\", \"ComparisonOperator\": \"EQUAL_TO\", \"Threshold\": 1}]}",
                .budgetNotifications
            ),
            (
                "{\"NotificationType\": \"ACTUAL\", \"ComparisonOperator\": \"EQUAL_TO\", \"Threshold\": 1}",
                .budgetNotification
            ),
            ("{\"Subscribers\": [{\"SubscriptionType\": \"EMAIL\", \"Address\": \"a@b\"}]}", .budgetSubscribers),
            ("{\"ConfigurationRecorders\": []}", .configurationRecorders),
            ("{\"ConfigurationRecordersStatus\": []}", .configurationRecorderStatus),
            ("{\"DeliveryChannels\": []}", .deliveryChannels), ("{\"ConfigRules\": []}", .configRules),
            ("{\"Rules\": [{\"Arn\": \"arn:aws:events:a:1:rule/b\", \"State\": \"ENABLED\"}]}", .eventRules),
            ("{\"Targets\": [{\"Id\": \"1\", \"Arn\": \"arn:aws:sns:a:1:b\"}]}", .eventTargets),
            ("{\"trailList\": []}", .trails),
            ("{\"IsLogging\": true, \"LatestDeliveryTime\": \"2026-11-01T10:45:00+00:00\"}", .trailStatus),
            ("{\"TrailARN\": \"a\", \"EventSelectors\": []}", .eventSelectors),
            ("{\"TrailARN\": \"a\", \"AdvancedEventSelectors\": []}", .eventSelectors),
            ("{\"Rules\": [{\"Status\": \"Enabled\", \"Prefix\": \"\"}]}", .bucketLifecycle),
            ("{\"analyzers\": [{\"arn\": \"a\", \"type\": \"ACCOUNT\"}]}", .analyzers),
            ("{\"Buckets\": [{\"Name\": \"a\", \"CreationDate\": \"2026-01-01\"}]}", .buckets),
            ("{\"PublicAccessBlockConfiguration\": {\"BlockPublicAcls\": true}}", .publicAccessBlock),
        ])
    func structure(text: String, kind: DocumentKind) {
        #expect(kinds("x.json", text) == [kind])
        #expect(Linter().lint(SourceFile(name: "x.json", text: text)).diagnostics.map(\.rule) == [])
    }

    @Test(
        "An empty list of a common name is known by the name of the command in the file's",
        arguments: [
            ("list-buckets.json", "Buckets", DocumentKind.buckets), ("describe-budgets.json", "Budgets", .budgets),
            ("describe_budgets.txt", "Budgets", .budgets), ("eu-central-1.list-rules.json", "Rules", .eventRules),
            ("get-bucket-lifecycle-configuration.json", "Rules", .bucketLifecycle),
            ("describe-notifications-for-budget.json", "Notifications", .budgetNotifications),
            ("describe-subscribers-for-notification.json", "Subscribers", .budgetSubscribers),
            ("list-analyzers.json", "analyzers", .analyzers),
        ])
    func emptyLists(name: String, key: String, kind: DocumentKind) {
        #expect(kinds(name, "{\"\(key)\": []}") == [kind])
        #expect(kinds("x.json", "{\"\(key)\": []}") == [])
        #expect(kinds("relist-bucketsx.json", "{\"\(key)\": []}") == [])
    }

    @Test(
        "What other programs write under such names is none of ours",
        arguments: [
            "{\"Rules\": [{\"Name\": \"a\"}]}", "{\"Buckets\": [1]}", "{\"Users\": [{\"UserName\": \"a\"}]}",
            "{\"Budgets\": [{\"Name\": \"a\"}]}", "{\"Policies\": [{\"PolicyName\": \"a\"}]}",
            "{\"EnabledFeatures\": []}", "{\"PasswordPolicy\": {\"Strength\": 3}}",
        ])
    func strangers(text: String) {
        #expect(kinds("x.json", text, findsEntities: true) == [])
    }

    @Test("Users, groups, roles and managed policies are found where they are asked for, beside their policies")
    func entities() {
        let arn = "\"Arn\": \"arn:aws:iam::111122223333:x/y\""
        let text = """
            {"UserDetailList": [{"UserName": "a", \(arn)}], "GroupDetailList": [{"GroupName": "g", \(arn)}],
             "RoleDetailList": [{"RoleName": "r", \(arn), "AssumeRolePolicyDocument": {"Statement": []}}],
             "Policies": [{"PolicyName": "p", \(arn)}]}
            """
        #expect(kinds("x.json", text) == [.accountPrincipal, .trustPolicy, .accountPrincipal])
        #expect(
            kinds("x.json", text, findsEntities: true) == [
                .iamExport, .iamUser, .iamGroup, .iamRole, .trustPolicy, .managedPolicy,
            ])
    }

    @Test(
        "What the AWS CLI says on standard error is read, of both of its versions",
        arguments: ["", "\n", "aws: [ERROR]: "])
    func errors(start: String) throws {
        let text = start + "An error occurred (NoSuchEntity) when calling the GetLoginProfile operation: words"
        #expect(kinds("get-login-profile.error.txt", text) == [.commandError])
        let error = try #require(CommandError(Array(text.utf8)))
        #expect(error.code.value == "NoSuchEntity" && error.operation.value == "GetLoginProfile")
        #expect(error.provesAbsence)
        #expect(SourceText(Array(text.utf8))[error.code.span] == "NoSuchEntity")
    }

    @Test("The items of AWS Config hold policies and versioning, percent-encoded or in strings of JSON")
    func configItems() throws {
        let trust = PercentEncoding.encode(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:root\"},\"Action\":\"sts:AssumeRole\"}]}"
        )
        let role = """
            {"resourceType": "AWS::IAM::Role", "awsAccountId": "111122223333", "configuration": {"roleName": "r",
              "arn": "arn:aws:iam::111122223333:role/r", "assumeRolePolicyDocument": "\(trust)", "rolePolicyList": [],
              "attachedManagedPolicies": []}}
            """
        let file = SourceFile(name: "snapshot.json", text: "{\"configurationItems\": [\(role)]}")
        let report = Linter().lint(file)
        #expect(report.documents.map(\.kind) == [.trustPolicy])
        #expect(
            Set(report.diagnostics.map(\.rule)).isSuperset(of: ["trust-mfa-missing", "trust-principal-account-root"]))
        let finding = try #require(report.diagnostics.first { $0.rule == "trust-principal-account-root" })
        #expect(SourceText(file.bytes)[finding.span].contains("arn%3Aaws%3Aiam"))
        let roles = AccountEvidence([EvidenceFile(file)]).roles.elements
        #expect(roles.map(\.name) == ["r"] && roles.first?.trust != nil)
    }

    @Test(
        "AWS Config tells of versioning in names of its own",
        arguments: [
            ("{\\\"status\\\":\\\"Enabled\\\",\\\"isMfaDeleteEnabled\\\":true}", true, ["silent"]),
            ("{\\\"status\\\":\\\"Enabled\\\",\\\"isMfaDeleteEnabled\\\":false}", true, ["mfa-delete-disabled"]),
            ("{\\\"status\\\":\\\"Off\\\",\\\"isMfaDeleteEnabled\\\":null}", true, ["versioning-disabled"]),
            ("{\"status\": \"Off\", \"isMfaDeleteEnabled\": null}", false, ["versioning-disabled"]),
        ])
    func configVersioning(text: String, isString: Bool, rules: [String]) {
        let item = """
            {"resourceType": "AWS::S3::Bucket", "resourceName": "kept", "supplementaryConfiguration":
              {"BucketPolicy": {"policyText": null},
               "BucketVersioningConfiguration": \(isString ? "\"\(text)\"" : text)}}
            """
        let report = Linter().lint(SourceFile(name: "item.json", text: item))
        #expect(report.documents.map(\.kind) == [.bucketVersioning])
        #expect(report.diagnostics.map(\.rule) == rules.filter { $0 != "silent" })
    }
}
