import Testing

@testable import PolicyLint

/// Facts of AWS as the catalogue gives them, each of which somebody can look up in AWS's documentation.
@Suite struct ServiceCatalogueTests {
    private let catalogue = ServiceCatalogue.embedded

    @Test("An action is found in any spelling, with all that is known of it")
    func action() throws {
        let action = try #require(catalogue.action("S3:getOBJECT"))
        #expect(action.name == "s3:GetObject")
        #expect(action.service == "s3")
        #expect(action.level == .read)
        #expect(Set(action.resources.map(\.name)) == ["object", "accesspointobject"])
        #expect(catalogue.conditionKeys(of: action).contains("s3:ExistingObjectTag/<key>"))
        #expect(catalogue.conditionKeys(of: action).contains("s3:authType"))

        let passRole = try #require(catalogue.action("iam:PassRole"))
        #expect(passRole.resources == [ServiceAction.Resource(name: "role", isRequired: true)])
        #expect(Set(passRole.ownConditionKeys) == ["iam:AssociatedResourceArn", "iam:PassedToService"])
        #expect(passRole.dependentActions.isEmpty)
    }

    @Test(
        "Access levels are AWS's five",
        arguments: [
            ("s3:ListBucket", ServiceAction.AccessLevel.list), ("s3:GetObject", .read), ("s3:PutObject", .write),
            ("s3:PutObjectTagging", .tagging), ("s3:PutBucketPolicy", .permissionsManagement),
        ])
    func level(name: String, level: ServiceAction.AccessLevel) throws {
        #expect(try #require(catalogue.action(name)).level == level)
    }

    @Test("Dependent actions are known")
    func dependentActions() throws {
        let trail = try #require(catalogue.action("cloudtrail:CreateTrail"))
        #expect(trail.dependentActions.contains("iam:CreateServiceLinkedRole"))
        let run = try #require(catalogue.action("ec2:RunInstances"))
        #expect(run.resources.contains(ServiceAction.Resource(name: "image", isRequired: true)))
        #expect(catalogue.conditionKeys(of: run).contains("ec2:InstanceType"), "a key that stands by a resource type")
    }

    @Test("A resource type may have several forms of ARN")
    func resourceTypes() throws {
        #expect(try #require(catalogue.resource("s3:bucket")).arns == ["arn:${Partition}:s3:::${BucketName}"])
        let authorizer = try #require(catalogue.resource("apigateway:Authorizer"))
        #expect(
            authorizer.arns == [
                "arn:${Partition}:apigateway:${Region}::/apis/${ApiId}/authorizers/${AuthorizerId}",
                "arn:${Partition}:apigateway:${Region}::/restapis/${RestApiId}/authorizers/${AuthorizerId}",
            ])
        #expect(catalogue.resources(ofService: "sqs").map(\.name) == ["sqs:queue"])
    }

    @Test("Where two pages document one prefix, the resource types of both are known")
    func sharedPages() throws {
        let loadBalancer = try #require(catalogue.action("elasticloadbalancing:AddTags"))
        let names = loadBalancer.resources.map(\.name)
        #expect(names.contains("loadbalancer") && names.contains("loadbalancer/app/") && names.contains("targetgroup"))
        #expect(loadBalancer.resources.allSatisfy { !$0.isRequired })
        let get = try #require(catalogue.action("apigateway:GET"))
        #expect(get.resources.contains { $0.name == "Apis" } && get.resources.contains { $0.name == "RestApis" })
    }

    @Test(
        "Condition keys have types, those that name a tag too",
        arguments: [
            ("aws:SourceIp", "aws:SourceIp", ConditionKey.ValueType.ipAddress),
            ("AWS:sourceip", "aws:SourceIp", .ipAddress),
            ("aws:SecureTransport", "aws:SecureTransport", .bool),
            ("aws:TagKeys", "aws:TagKeys", .arrayOfString),
            ("aws:ResourceTag/team", "aws:ResourceTag/${TagKey}", .string),
            ("aws:ResourceTag/aws:cloudformation:stack-id", "aws:ResourceTag/${TagKey}", .string),
            ("aws:PrincipalTag/a/b", "aws:PrincipalTag/${TagKey}", .string),
            ("s3:ExistingObjectTag/team", "s3:ExistingObjectTag/<key>", .string),
            ("s3:max-keys", "s3:max-keys", .numeric),
            ("kms:EncryptionContext:aws:s3:arn", "kms:EncryptionContext:${EncryptionContextKey}", .string),
            (
                "codebuild:secondarySources/web.location", "codebuild:secondarySources/${sourceIdentifier}.location",
                .string
            ),
            (
                "token.actions.githubusercontent.com:repository", "token.actions.githubusercontent.com:repository",
                .string
            ),
            ("agent.x.buildkite.dev:cluster_id", "agent.${Domain}.buildkite.dev:cluster_id", .string),
        ])
    func conditionKeys(name: String, known: String, type: ConditionKey.ValueType) throws {
        let key = try #require(catalogue.conditionKey(name))
        #expect(key.name == known)
        #expect(key.type == type)
    }

    @Test(
        "What AWS does not know is not found",
        arguments: ["aws:SourceIps", "s3:", "", "aws:ResourceTag/", ":", "s3:get\tRead"])
    func unknown(name: String) {
        #expect(catalogue.conditionKey(name) == nil)
        #expect(catalogue.action(name) == nil)
        #expect(catalogue.serviceName(name) == nil)
    }

    @Test(
        "Patterns are matched against all actions",
        arguments: [
            ("s3:GetObject", ServiceCatalogue.Standing.known), ("s3:Get*", .known), ("s3:?etobject", .known),
            ("*:*", .known), ("*:Describe*", .known), ("S3:*", .known), ("s*:GetObject", .known),
            ("s3:GetObjects", .unknownAction), ("s3:Fetch*", .unknownAction), ("s3:GetObject?", .unknownAction),
            ("*:NoSuchAction*", .unknownAction), ("s33:GetObject", .unknownService), ("s33:*", .unknownService),
            ("s3", .known),
        ])
    func standing(pattern: String, standing: ServiceCatalogue.Standing) {
        #expect(catalogue.standing(of: pattern) == standing)
    }

    @Test("A pattern stands for the actions that it matches, in their order")
    func matching() {
        #expect(catalogue.actions(matching: "sts:*SAML").map(\.name) == ["sts:AssumeRoleWithSAML"])
        #expect(
            catalogue.actions(matching: "s3:getobjectv*").map(\.name).contains("s3:GetObjectVersionTagging"))
        #expect(catalogue.actions(matching: "*:*").count > 20_000)
        #expect(catalogue.actions(matching: "iam:*").count == catalogue.actions(matching: "IAM:*").count)
    }

    @Test(
        "Service principals are known in every Region",
        arguments: [
            ("lambda.amazonaws.com", "lambda.amazonaws.com"),
            ("logs.eu-west-1.amazonaws.com", "logs.amazonaws.com"),
            ("ec2.amazonaws.com.cn", "ec2.amazonaws.com"),
            ("logs.cn-north-1.amazonaws.com.cn", "logs.amazonaws.com"),
            ("delivery.logs.amazonaws.com", "delivery.logs.amazonaws.com"),
        ])
    func servicePrincipals(name: String, known: String) {
        #expect(catalogue.servicePrincipal(name) == known)
    }

    @Test(
        "No principal is made up",
        arguments: ["lambdas.amazonaws.com", "lambda", ".amazonaws.com", "eu-west-1.amazonaws.com"])
    func unknownPrincipals(name: String) {
        #expect(catalogue.servicePrincipal(name) == nil)
    }

    @Test("The nearest name is the one that was meant")
    func nearest() {
        #expect(catalogue.nearestService(to: "cloudwach") == "cloudwatch")
        #expect(catalogue.nearestAction(to: "s3:GetObjcet") == "s3:GetObject")
        #expect(catalogue.nearestConditionKey(to: "aws:SourceIpp") == "aws:SourceIp")
        #expect(catalogue.nearestServicePrincipal(to: "lamda.amazonaws.com") == "lambda.amazonaws.com")
        #expect(catalogue.nearestAction(to: "s3:Xyzzy") == nil)
    }

    @Test("What AWS has dropped is told from what never was")
    func former() {
        #expect(catalogue.isFormerAction("trustedadvisor:CreateEngagement"))
        #expect(!catalogue.isFormerAction("trustedadvisor:Nonsense"))
        #expect(catalogue.hasFormerActions(ofService: "codestar"))
        #expect(!catalogue.hasFormerActions(ofService: "s3"))
    }

    @Test("The catalogue says its date, and where it comes from")
    func origin() {
        #expect(Timestamp(catalogue.date) != nil)
        #expect(catalogue.sources.count == 8)
        #expect(
            catalogue.sources.allSatisfy {
                $0.contains("MIT") || $0.contains("Apache-2.0") || $0.contains("BSD-3-Clause")
            })
        #expect(catalogue.serviceName("S3") == "Amazon S3")
    }
}
