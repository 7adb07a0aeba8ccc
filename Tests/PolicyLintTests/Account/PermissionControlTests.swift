import Testing

@testable import PolicyLint

private typealias Details = AuthorizationDetails

/// The controls about policies and those who have them.
@Suite struct PermissionControlTests {
    /// What the lines of a control say when all benchmarks are asked.
    private func says(_ control: String, _ details: AuthorizationDetails) -> [String] {
        var export = details.export()
        // Members of lists that are empty may have been filtered out: the list of policies names one of AWS's.
        if details.policies.isEmpty {
            export.files[0].text = details.text.replacing("\"Policies\": []", with: "\"Policies\": [\(Self.ofAWS)]")
        }
        let benchmark = Benchmark.all.first { benchmark in
            ControlCatalogue.metadata(for: control).map { !benchmark.ids(of: $0).isEmpty } ?? false
        }
        return Checklist(export.evidence(), benchmark: benchmark).lines.filter { $0.control == control }.map { line in
            "\(line.outcome.rawValue) \([line.subject.sort, line.subject.name].compactMap { $0 }.joined(separator: " ")): "
                + line.says
        }
    }

    private static let ofAWS = """
        {"PolicyName": "AdministratorAccess", "Arn": "\(AuthorizationDetails.administrator)", "PolicyVersionList": [
          {"VersionId": "v1", "IsDefaultVersion": true, "Document": \(AuthorizationDetails.allow("*"))}]}
        """

    @Test("Policies of the account's own that allow everything are open, together with what they are written into")
    func administratorPolicies() {
        var details = Details(users: [.init(name: "a", policies: [Details.allow("*")])])
        details.policies = [("all", Details.allow("*")), ("some", Details.allow("s3:*"))]
        #expect(
            says("administrator-policies", details) == [
                "open policy all: the policy allows every action on every resource",
                "open user a: inline policy `p0` allows every action on every resource",
            ])
        details = Details(
            users: [.init(name: "a", policies: [Details.allow("*", condition: Details.needsMFA)])])
        #expect(
            says("administrator-policies", details) == [
                "pass account: none of the account's own policies allows everything"
            ])
        let partial = Export(["d.json": details.text.replacing("\"IsTruncated\": false", with: "\"IsTruncated\": true")]
        )
        #expect(partial.lines("administrator-policies").map(\.outcome) == [.cannotTell])
    }

    @Test(
        "A statement that allows everything is one in whatever letters, and beside a Deny",
        arguments: [
            (#""Action": "*:*""#, "", "the policy allows every action on every resource"),
            (
                #""NotAction": "x:y""#, "",
                "the policy allows every action on every resource: what it excepts is no action"
            ),
            (
                #""Action": "*""#, #", {"Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": "*"}"#,
                "the policy allows every action on every resource, but for what it denies"
            ),
        ])
    func everything(actions: String, more: String, says: String) {
        let statement = #"{"Effect": "Allow", \#(actions), "Resource": "*"}"#
        let policy = #"{"Version": "2012-10-17", "Statement": [\#(statement)\#(more)]}"#
        #expect(
            self.says("administrator-policies", Details(policies: [("all", policy)])) == ["open policy all: \(says)"])
        let power = policy.replacing("x:y", with: "iam:*").replacing("\"*:*\"", with: "\"s3:*\"")
            .replacing("\"Action\": \"*\"", with: "\"Action\": \"ec2:*\"")
        #expect(
            self.says("administrator-policies", Details(policies: [("some", power)])) == [
                "pass account: none of the account's own policies allows everything"
            ])
    }

    @Test("A pattern that goes beyond a service holds it whole", arguments: ["*", "s3*", "*:*", "s3:**"])
    func widerThanService(action: String) {
        #expect(
            says("service-wildcards", Details(policies: [("a", Details.allow(action))])) == [
                "open policy a: the policy allows `\(action)`"
            ])
    }

    @Test("All actions but a few are all of a service")
    func allButAFew() {
        let policy = Details.allow("iam:*").replacing("\"Action\"", with: "\"NotAction\"")
        #expect(
            says("service-wildcards", Details(policies: [("a", policy)])) == [
                "open policy a: the policy allows all actions but a few"
            ])
    }

    @Test("Whole services in customer managed policies are open")
    func serviceWildcards() {
        let details = Details(policies: [
            ("a", Details.allow("s3:*", "ec2:Describe*")), ("b", Details.allow("s3:Get*")),
        ])
        #expect(says("service-wildcards", details) == ["open policy a: the policy allows `s3:*`"])
        #expect(
            says("service-wildcards", Details(policies: [("b", Details.allow("s3:Get*"))])).map { $0.prefix(4) } == [
                "pass"
            ])
    }

    @Test("Decrypting with every key is open, with one key it is not")
    func decryption() {
        let key = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        var details = Details(
            users: [.init(name: "a", policies: [Details.allow("kms:Decrypt", on: "arn:aws:kms:*:111122223333:key/*")])])
        details.policies = [("one", Details.allow("kms:Decrypt", on: key)), ("all", Details.allow("kms:*"))]
        #expect(
            says("key-decryption", details) == [
                "open policy all: the policy allows decrypting with every key",
                "open user a: inline policy `p0` allows decrypting with every key",
            ])
        #expect(
            says("key-decryption", Details(policies: [("one", Details.allow("kms:Decrypt", on: key))])).map {
                $0.prefix(4)
            } == ["pass"])
    }

    @Test("Policies of AWS's own are found where they are attached")
    func attachments() {
        let shell = "arn:aws:iam::aws:policy/AWSCloudShellFullAccess"
        let support = "arn:aws:iam::aws:policy/AWSSupportAccess"
        var details = Details(users: [.init(name: "a", attached: [shell])])
        #expect(says("cloud-shell-access", details) == ["open user a: `AWSCloudShellFullAccess` is attached"])
        #expect(says("support-role", details) == ["open account: `AWSSupportAccess` is attached to nobody"])
        details.users[0].attached = []
        details.roles = [
            .init(name: "r", trust: Details.trust(#"{"Service":"ec2.amazonaws.com"}"#), attached: [support])
        ]
        #expect(
            says("cloud-shell-access", details) == ["pass account: `AWSCloudShellFullAccess` is attached to nobody"])
        #expect(says("support-role", details) == ["pass account: `AWSSupportAccess` is attached to somebody"])
        let nothing = Checklist(Export([:]).evidence(), benchmark: Benchmark(named: "cis-5.0")).lines
        for control in ["cloud-shell-access", "support-role"] {
            #expect(nothing.filter { $0.control == control }.map(\.outcome) == [.cannotTell])
        }
    }

    @Test(
        "What is attached to a group, its own list tells as that of a user or role does",
        arguments: ["user", "group", "role"])
    func attachedLists(sort: String) {
        let names = ["AWSCloudShellFullAccess", "AWSSupportAccess"]
        let policies = names.map { #"{"PolicyName": "\#($0)", "PolicyArn": "arn:aws:iam::aws:policy/\#($0)"}"# }
        let path = "\(sort)s/devs/list-attached-\(sort)-policies.json"
        let export = Export([:]).adding(path, "{\"AttachedPolicies\": [\(policies.joined(separator: ","))]}")
        let lines = Checklist(export.evidence(), benchmark: Benchmark(named: "cis-5.0")).lines
        #expect(lines.first { $0.control == "cloud-shell-access" }?.subject.sort == sort)
        #expect(lines.filter { $0.control == "support-role" }.map(\.outcome) == [.pass])
    }

    @Test("To whom a policy is attached, its own list tells where the others are not there")
    func entities() {
        func says(_ control: String, _ policy: String, _ members: String) -> [String] {
            let answer = #"{"PolicyGroups": [], "PolicyUsers": [], "PolicyRoles": [\#(members)}"#
            let export = Export(["policies/\(policy)/list-entities-for-policy.json": answer])
            return Checklist(export.evidence(), benchmark: Benchmark(named: "cis-5.0")).lines
                .filter { $0.control == control }.map { "\($0.outcome.rawValue): \($0.says)" }
        }
        let role = #"{"RoleName": "r", "RoleId": "AROA"}]"#
        #expect(
            says("support-role", "AWSSupportAccess", role) == ["pass: `AWSSupportAccess` is attached to somebody"])
        #expect(
            says("support-role", "AWSSupportAccess", "]") == ["open: `AWSSupportAccess` is attached to nobody"])
        #expect(says("support-role", "Other", role).map { $0.prefix(11) } == ["cannot-tell"])
        let shell = "AWSCloudShellFullAccess"
        #expect(says("cloud-shell-access", shell, role) == ["open: `\(shell)` is attached"])
        #expect(says("cloud-shell-access", shell, "]") == ["pass: `\(shell)` is attached to nobody"])
        #expect(
            says("cloud-shell-access", shell, #"], "IsTruncated": true"#).map { $0.prefix(11) } == ["cannot-tell"])
    }

    @Test("What is attached to a user itself is open, what a group gives is not")
    func byGroup() {
        let details = Details(
            users: [
                .init(name: "a", policies: [Details.allow("s3:GetObject")]),
                .init(name: "b", attached: [Details.administrator]), .init(name: "c", groups: ["g"]),
            ], groups: [("g", [Details.allow("s3:GetObject")])])
        #expect(
            says("permissions-by-group", details) == [
                "open user a: the user has policies that no group gives",
                "open user b: the user has policies that no group gives",
                "pass user c: nothing is attached to the user",
            ])
    }

    @Test("The organization's care for root users passes, and is not told where AWS refuses to say it")
    func centralRoot() {
        func outcome(_ name: String, _ text: String) -> [ChecklistLine.Outcome] {
            Checklist(Export([:]).adding(name, text).evidence(), benchmark: Benchmark(named: "cis-7.0")).lines
                .filter { $0.control == "central-root-access" }.map(\.outcome)
        }
        #expect(
            outcome("o.json", #"{"OrganizationId": "o-1", "EnabledFeatures": ["RootCredentialsManagement"]}"#) == [
                .pass
            ])
        #expect(outcome("o.json", #"{"OrganizationId": "o-1", "EnabledFeatures": ["RootSessions"]}"#) == [.open])
        #expect(outcome("o.error.txt", Answers.error("AccessDenied", "ListOrganizationsFeatures")) == [.cannotTell])
    }
}

extension Export {
    /// The export with one more file.
    func adding(_ path: String, _ text: String) -> Export {
        var export = self
        export.files.append((path, text))
        return export
    }
}
