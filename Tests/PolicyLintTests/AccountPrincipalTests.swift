import Testing

@testable import PolicyLint

/// Users and roles of an export, with all their policies together.
@Suite struct AccountPrincipalTests {
    private static let rules: Set = [
        "combined-privilege-escalation", "combined-administrator-access", "self-privilege-escalation",
    ]

    private func linter(_ rules: Set<String>? = AccountPrincipalTests.rules) -> Linter {
        var settings = LintSettings()
        settings.selectedRules = rules
        return Linter(settings: settings)
    }

    /// An inline policy of one statement.
    private func inline(_ name: String, _ actions: String...) -> String {
        #"{"PolicyName": "\#(name)", "PolicyDocument": \#(document(actions))}"#
    }

    private func document(_ actions: [String]) -> String {
        let list = actions.map { "\"\($0)\"" }.joined(separator: ", ")
        return #"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": [\#(list)], "Resource": "*"}]}"#
    }

    /// A group of one policy.
    private func group(_ name: String, inline: [String] = [], attached: [String] = []) -> String {
        #"{"GroupName": "\#(name)", "GroupPolicyList": [\#(inline.joined())], "#
            + #""AttachedManagedPolicies": [\#(attached.map(reference).joined())]}"#
    }

    private func user(
        _ name: String, _ inline: [String], groups: [String] = [], attached: [String] = [], boundary: String? = nil
    ) -> String {
        let arn = "arn:aws:iam::111122223333:user/\(name)"
        let limit = boundary.map { #", "PermissionsBoundary": {"PermissionsBoundaryArn": "\#($0)"}"# } ?? ""
        return #"{"UserName": "\#(name)", "Arn": "\#(arn)", "UserPolicyList": [\#(inline.joined(separator: ", "))], "#
            + #""GroupList": [\#(groups.map { "\"\($0)\"" }.joined(separator: ", "))], "#
            + #""AttachedManagedPolicies": [\#(attached.map(reference).joined(separator: ", "))]\#(limit)}"#
    }

    private func reference(_ arn: String) -> String {
        #"{"PolicyName": "\#(arn.split(separator: "/").last ?? "")", "PolicyArn": "\#(arn)"}"#
    }

    private func managed(_ arn: String, _ action: String) -> String {
        #"{"PolicyName": "p", "Arn": "\#(arn)", "PolicyVersionList": "#
            + #"[{"IsDefaultVersion": true, "Document": \#(document([action]))}]}"#
    }

    private func export(
        users: [String], groups: [String] = [], policies: [String] = [], roles: [String] = []
    ) -> String {
        let lists = [
            ("UserDetailList", users), ("GroupDetailList", groups), ("RoleDetailList", roles), ("Policies", policies),
        ]
        return "{" + lists.map { "\"\($0)\": [\n\($1.joined(separator: ",\n"))\n]" }.joined(separator: ",\n")
            + ", \"IsTruncated\": true}"
    }

    private func messages(_ text: String) -> [String] {
        linter().lint(SourceFile(name: "export.json", text: text)).diagnostics.map(\.message)
    }

    private let pass = "arn:aws:iam::111122223333:policy/pass"

    @Test("A principal is a document of its own, behind its policies")
    func documents() {
        let text = export(users: [user("alice", [inline("a", "s3:*")])], roles: [#"{"RoleName": "app"}"#])
        let found = DocumentFinder().documents(in: SourceFile(name: "x.json", text: text))
        #expect(found.map(\.kind) == [.identityPolicy, .accountPrincipal, .accountPrincipal])
        #expect(found.map(\.pointer).last == "/RoleDetailList/0")
        #expect(found[1].owner.name == "alice" && found[1].owner.accountID == "111122223333")
    }

    @Test("The finding names the policies, and shows where each allows its part")
    func message() throws {
        let text = export(
            users: [user("alice", [inline("run", "ec2:RunInstances")], groups: ["devs"], attached: [pass])],
            groups: [group("devs", attached: [pass])], policies: [managed(pass, "iam:PassRole")])
        let file = SourceFile(name: "export.json", text: text)
        let found = try #require(linter().lint(file).diagnostics.first)
        #expect(
            found.message
                == "`pass` and `run` together let user `alice` start an EC2 instance with a stronger role, by `iam:PassRole` and `ec2:RunInstances`"
        )
        let text2 = SourceText(file.bytes)
        #expect(text2[found.span] == "\"arn:aws:iam::111122223333:user/alice\"")
        #expect(found.related.map { text2[$0.span] } == ["\"iam:PassRole\"", "\"ec2:RunInstances\""])
    }

    @Test(
        "What is not in the export keeps the rule silent, unless it can only add",
        arguments: [
            ("arn:aws:iam::aws:policy/ReadOnlyAccess", 1), ("arn:aws:iam::aws:policy/AWSDenyAll", 0),
            ("arn:aws:iam::111122223333:policy/other", 0),
        ])
    func unknownPolicies(arn: String, count: Int) {
        let both = [inline("run", "ec2:RunInstances"), inline("pass", "iam:PassRole")]
        #expect(messages(export(users: [user("alice", both, attached: [arn])])).count == count)
        #expect(messages(export(users: [user("alice", both, boundary: arn)])).isEmpty)
        #expect(messages(export(users: [user("alice", both, groups: ["gone"])])).isEmpty)
    }

    @Test("A policy that is there twice, or whose version in force is not marked, is not known")
    func doubtfulPolicies() {
        let users = [user("alice", [inline("run", "ec2:RunInstances")], attached: [pass])]
        let policy = managed(pass, "iam:PassRole")
        #expect(messages(export(users: users, policies: [policy])).count == 1)
        #expect(messages(export(users: users, policies: [policy, policy])).isEmpty)
        let version = #"{"Document": \#(document(["iam:PassRole"]))}"#
        let unmarked = #"{"Arn": "\#(pass)", "PolicyVersionList": [\#(version), \#(version)]}"#
        #expect(messages(export(users: users, policies: [unmarked])).isEmpty)
    }

    @Test("What one policy opens is left to it, and so is whoever may do everything")
    func singlePolicies() {
        let (run, pass) = (inline("run", "ec2:RunInstances"), inline("pass", "iam:PassRole"))
        func isSilent(_ policies: [String]) -> Bool { messages(export(users: [user("alice", policies)])).isEmpty }
        #expect(!isSilent([run, pass]))
        #expect(isSilent([inline("both", "iam:PassRole", "ec2:RunInstances"), pass]))
        #expect(isSilent([run, pass, inline("everything", "*")]))
        #expect(isSilent([run, inline("iam", "iam:*")]))
    }

    @Test("An export that is read in parts has the same findings as one that is read as a whole")
    func parts() {
        let devs = group("devs", inline: [inline("pass", "iam:PassRole")])
        let twice = pass + "-twice"
        let users = (0..<40).map {
            user(
                "user-\($0)", [inline("run", "ec2:RunInstances")],
                groups: $0.isMultiple(of: 4) ? ["devs"] : [],
                attached: $0.isMultiple(of: 4) ? [] : $0.isMultiple(of: 2) ? [pass] : [twice])
        }
        let filler = String(repeating: "x", count: 150_000)
        let more = (0..<10).map { number in
            user("more-\(number)", [inline("list", "s3:ListBucket")], groups: ["devs"])
                .replacing("{\"UserName\"", with: "{\"Tags\": [\"\(filler)\"], \"UserName\"")
        }
        let policies = [pass, twice, twice].map { managed($0, "iam:PassRole") }
        let text = export(users: users + more, groups: [devs], policies: policies)
        let file = SourceFile(name: "export.json", text: text)
        #expect(FilePart.parts(of: file, kind: nil).count > 2)
        let linter = linter(nil)
        let (parted, whole) = (linter.lint(file), linter.lint(file, FilePart(content: .whole)))
        #expect(parted.diagnostics == whole.diagnostics)
        #expect(parted.documents == whole.documents)
        #expect(parted.diagnostics.count { $0.rule == "combined-privilege-escalation" } == 20)
        // What others look up may also come first, and is kept then.
        let parts = FilePart.parts(of: file, kind: nil)
        #expect(parts.count { $0.isLookedUp } == 2)
        let found = parts.filter(\.isLookedUp).map { linter.lint(file, $0) }
        let kept = FileReport(merging: parts.filter { !$0.isLookedUp }.map { linter.lint(file, $0) } + found, of: file)
        #expect(kept.diagnostics == whole.diagnostics)
    }

    @Test(
        "Whoever can change a policy of their own, or of their group, can give themselves everything",
        arguments: [
            ("iam:PutUserPolicy", "arn:aws:iam::111122223333:user/alice", "itself"),
            ("iam:AttachUserPolicy", "arn:aws:iam::*:user/ali*", "itself"),
            ("iam:PutGroupPolicy", "arn:aws:iam::111122223333:group/dev*", "its own group `devs`"),
            ("iam:CreatePolicyVersion", "arn:aws:iam::111122223333:policy/p*", "the policy `pass`, which it has,"),
        ])
    func selfEscalation(action: String, resource: String, what: String) {
        func found(_ resource: String, _ condition: String = "", boundary: String? = nil) -> [String] {
            let statement = #"{"Effect": "Allow", "Action": "\#(action)", "Resource": "\#(resource)"\#(condition)}"#
            let own = #"{"PolicyName": "own", "PolicyDocument": {"Version": "2012-10-17", "Statement": \#(statement)}}"#
            let devs = group("devs", attached: [pass]).replacing(
                "{\"GroupName\"", with: "{\"Arn\": \"arn:aws:iam::111122223333:group/devs\", \"GroupName\"")
            return messages(
                export(
                    users: [user("alice", [own], groups: ["devs"], boundary: boundary)], groups: [devs],
                    policies: [managed(pass, "s3:ListBucket")]))
        }
        let message = "user `alice` may do `\(action)` on \(what), and so give itself every permission"
        #expect(found(resource) == [message])
        #expect(found(resource, #", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}"#) == [message])
        #expect(found(resource, #", "Condition": {"StringEquals": {"aws:PrincipalTag/team": "x"}}"#).isEmpty)
        #expect(found("arn:aws:iam::111122223333:user/bob").isEmpty)
        #expect(found(resource, boundary: pass).isEmpty)
        // On any resource, and on whoever asks, it is the policy that says so.
        #expect(found("*").isEmpty)
        #expect(found("arn:aws:iam::*:user/${aws:username}").isEmpty)
    }
}
