import Testing

@testable import PolicyLint

/// The ways of escalation in `rules/data/privilege-escalation.txt`.
@Suite struct EscalationPathTests {
    @Test("Every line is a way, and none stands there twice")
    func everyLineIsRead() throws {
        let text = try #require(RuleData.text("privilege-escalation")).description
        #expect(EscalationPath.all.count == DataLines.facts(in: text).count)
        #expect(EscalationPath.all.count > 70)
        #expect(Set(EscalationPath.all.map { Set($0.actions) }).count == EscalationPath.all.count)
    }

    @Test(
        "A line that is none is left out",
        arguments: [
            "grant | iam:X", "give | iam:X | do it | a", "pass | iam:PassRole | do it | a", "use | | do it | a",
        ])
    func oddLines(line: String) {
        #expect(EscalationPath.read(line).isEmpty)
        #expect(EscalationPath.read("use | iam:X | do it | a").count == 1)
    }

    @Test("The catalogue knows every action in this spelling", arguments: EscalationPath.all)
    func actionsAreKnown(path: EscalationPath) {
        for action in path.actions { #expect(ServiceCatalogue.embedded.action(action)?.name == action) }
    }

    @Test("A role is passed first, and only where services take it", arguments: EscalationPath.all)
    func rolesArePassed(path: EscalationPath) {
        guard case .pass(let services) = path.kind else {
            #expect(!path.actions.contains(EscalationPath.passing))
            return
        }
        #expect(path.actions.first == EscalationPath.passing && path.actions.count > 1)
        for service in services { #expect(ServicePrincipalName(service) != nil) }
    }

    @Test("No way needs more than another of its kind", arguments: EscalationPath.all)
    func waysAreShort(path: EscalationPath) {
        let shorter = EscalationPath.all.filter {
            $0.kind == path.kind && Set($0.actions).isStrictSubset(of: path.actions)
        }
        #expect(shorter.isEmpty)
    }

    @Test("A policy of its actions opens every way, one statement each", arguments: EscalationPath.all)
    func everyWayOpens(path: EscalationPath) throws {
        let allows = path.actions.map { #""Effect": "Allow", "Action": "\#($0)", "Resource": "*""# }
        let catalogue = ServiceCatalogue.embedded
        let opened = OpenEscalation.find(in: try PolicyText.policy(allows), catalogue)
        #expect(opened.contains { $0.path == path && $0.statements.map(\.index) == Array(path.actions.indices) })

        for left in path.actions.indices {
            var rest = allows
            rest[left] = #""Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*""#
            let found = OpenEscalation.find(in: try PolicyText.policy(rest), catalogue)
            #expect(!found.contains { $0.path == path }, "without \(path.actions[left])")

            let deny = #""Effect": "Deny", "Action": "\#(path.actions[left])", "Resource": "*""#
            let denied = OpenEscalation.find(in: try PolicyText.policy(allows + [deny]), catalogue)
            #expect(!denied.contains { $0.path == path }, "\(path.actions[left]) is denied")
        }
    }

    @Test(
        "What the sources name besides is found by another line",
        arguments: [
            "iam:AttachRolePolicy iam:UpdateAssumeRolePolicy",
            "iam:AttachRolePolicy sts:AssumeRole",
            "iam:AttachUserPolicy iam:CreateAccessKey",
            "iam:CreateAccessKey iam:DeleteAccessKey",
            "iam:CreateAccessKey iam:PutUserPolicy",
            "iam:CreatePolicyVersion iam:UpdateAssumeRolePolicy",
            "iam:CreatePolicyVersion sts:AssumeRole",
            "iam:DeleteRolePermissionsBoundary sts:AssumeRole",
            "iam:PassRole bedrock-agentcore:CreateAgentRuntime bedrock-agentcore:CreateAgentRuntimeEndpoint bedrock-agentcore:CreateHarness bedrock-agentcore:CreateWorkloadIdentity bedrock-agentcore:GetAgentRuntime bedrock-agentcore:InvokeAgentRuntimeCommand",
            "iam:PassRole datapipeline:ActivatePipeline datapipeline:CreatePipeline datapipeline:PutPipelineDefinition",
            "iam:PassRole dynamodb:CreateTable dynamodb:PutItem lambda:CreateEventSourceMapping lambda:CreateFunction",
            "iam:PassRole ecs:CreateCluster ecs:CreateService ecs:RegisterTaskDefinition",
            "iam:PassRole ecs:CreateCluster ecs:RegisterTaskDefinition ecs:RunTask",
            "iam:PassRole ecs:DeregisterContainerInstance ecs:RegisterContainerInstance ecs:StartTask",
            "iam:PassRole ecs:RegisterTaskDefinition ecs:RunTask",
            "iam:PassRole ecs:RegisterTaskDefinition ecs:StartTask",
            "iam:PassRole sagemaker:CreateNotebookInstance sagemaker:CreatePresignedNotebookInstanceUrl",
            "iam:PutRolePolicy iam:UpdateAssumeRolePolicy",
            "iam:PutRolePolicy sts:AssumeRole",
            "iam:UpdateAssumeRolePolicy sts:AssumeRole",
            "lambda:AddPermission lambda:UpdateFunctionCode",
            "lambda:InvokeFunction lambda:UpdateFunctionCode",
            "sso:AttachManagedPolicyToPermissionSet sso:CreateAccountAssignment sso:CreatePermissionSet",
            "iam:*",
            "iam:Put*",
        ])
    func otherSets(names: String) throws {
        let allows = names.split(separator: " ").map { #""Effect": "Allow", "Action": "\#($0)", "Resource": "*""# }
        let opened = OpenEscalation.find(in: try PolicyText.policy(allows), .embedded)
        #expect(!opened.isEmpty)
        #expect(!EscalationPath.all.contains { Set($0.actions) == Set(names.split(separator: " ").map(String.init)) })
    }

    @Test(
        "What is closed, or runs nothing yet, is not found, and the data say so",
        arguments: [
            "codestar:AssociateTeamMember codestar:CreateProject",
            "codestar:CreateProjectFromTemplate",
            "iam:PassRole codestar:CreateProject",
            "iam:PassRole datapipeline:CreatePipeline",
        ])
    func closedWays(names: String) throws {
        let actions = names.split(separator: " ").map(String.init)
        let allows = actions.map { #""Effect": "Allow", "Action": "\#($0)", "Resource": "*""# }
        #expect(OpenEscalation.find(in: try PolicyText.policy(allows), .embedded).isEmpty)
        let head = try #require(RuleData.text("privilege-escalation")).description.split(separator: "\n")
            .filter { $0.hasPrefix("#") }.joined(separator: " ")
        for action in actions { #expect(head.contains(action)) }
    }

    @Test("A role is passed only to the service that takes it, and only any role", arguments: EscalationPath.all)
    func passingIsLimited(path: EscalationPath) throws {
        guard case .pass(let services) = path.kind else { return }
        func opens(_ resource: String, _ condition: String) throws -> Bool {
            let rest = path.actions.dropFirst().map { #""Effect": "Allow", "Action": "\#($0)", "Resource": "*""# }
            let pass = #""Effect": "Allow", "Action": "iam:PassRole", "Resource": "\#(resource)"\#(condition)"#
            return OpenEscalation.find(in: try PolicyText.policy(rest + [pass]), .embedded).contains { $0.path == path }
        }
        func condition(_ service: String) -> String {
            #", "Condition": {"StringEquals": {"iam:PassedToService": "\#(service)"}}"#
        }
        for service in services { #expect(try opens("arn:aws:iam::111122223333:role/*", condition(service))) }
        #expect(try !opens("*", condition("nobody.amazonaws.com")))
        #expect(try !opens("arn:aws:iam::111122223333:role/app", ""))
    }

    @Test("What one resource is named for is not open", arguments: EscalationPath.all)
    func namedResources(path: EscalationPath) throws {
        guard let action = path.actions.first else { return }
        let named = path.actions.map {
            let resource = $0 == action ? "arn:aws:iam::111122223333:role/app" : "*"
            return #""Effect": "Allow", "Action": "\#($0)", "Resource": "\#(resource)""#
        }
        let opened = OpenEscalation.find(in: try PolicyText.policy(named), .embedded)
        #expect(!opened.contains { $0.path == path })
    }

    @Test("A Deny of some resources, or without MFA, leaves a way open")
    func narrowDenies() throws {
        let allow = #""Effect": "Allow", "Action": "iam:PutRolePolicy", "Resource": "*""#
        let denies = [
            #""Effect": "Deny", "Action": "iam:*", "Resource": "arn:aws:iam::*:role/admin""#,
            #""Effect": "Deny", "Action": "iam:*", "Resource": "*", "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}"#,
        ]
        for deny in denies {
            let opened = OpenEscalation.find(in: try PolicyText.policy([allow, deny]), .embedded)
            #expect(opened.map(\.path.actions) == [["iam:PutRolePolicy"]])
        }
    }

    @Test("The message names the way, the pattern that opens it, and how many more there are")
    func messages() throws {
        func findings(_ actions: String) -> [Diagnostic] {
            var settings = LintSettings()
            settings.selectedRules = ["privilege-escalation"]
            let text =
                #"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": [\#(actions)], "Resource": "*"}}"#
            return Linter(settings: settings).lint(SourceFile(name: "policy.json", text: text)).diagnostics
        }
        let passing = try #require(findings(#""ec2:Run*", "iam:PassRole""#).first)
        #expect(passing.severity == .warning && passing.related.count == 1)
        #expect(
            passing.message
                == "`iam:PassRole` on any role with `ec2:RunInstances` lets its holder start an EC2 instance with a stronger role"
        )
        let using = try #require(findings(#""lambda:Update*""#).first)
        #expect(using.severity == .note && using.related.isEmpty)
        #expect(
            using.message
                == "`lambda:Update*`, which lets `lambda:UpdateFunctionCode` in, lets its holder change the code of any Lambda function and work with its role; it opens one more way to gain rights"
        )
        #expect(findings(#""*""#).isEmpty)
    }
}
