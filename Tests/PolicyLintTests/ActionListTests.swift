import Foundation
import Testing

@testable import PolicyLint

/// Lists of actions in another form: `policylint fix --expand` and `--shrink`.
@Suite struct ActionListTests {
    private static let catalogue = ServiceCatalogue.embedded
    /// The actions that are known: all of them in scripts/prove-fixes, else those of two services and some others.
    private static let known: [String] = {
        let all = catalogue.actions(matching: "*").map(\.name)
        if ProcessInfo.processInfo.environment["PROOF_POLICIES"] != nil { return all }
        return all.enumerated().filter { index, name in
            name.hasPrefix("sqs:") || name.hasPrefix("sns:") || index % 100 == 0
        }.map(\.element)
    }()

    private func rewritten(_ actions: [String], _ form: ActionListForm) -> [String] {
        let replacements = form.replacements(for: actions, Self.catalogue)
        return actions.enumerated().flatMap { replacements[$0.offset] ?? [$0.element] }
    }

    private func meant(by actions: [String], among known: [String]) -> [String] {
        known.filter { name in actions.contains { GlobPattern.matches(name, pattern: $0, ignoringCase: true) } }
    }

    @Test("A wildcard is written out in the order of the catalogue, and nothing stands there twice")
    func expanded() {
        #expect(
            rewritten(["sts:GetC*", "sts:GetCallerIdentity", "STS:TagS*"], .expanded)
                == ["sts:GetCallerIdentity", "sts:TagSession"])
        #expect(rewritten(["sqs:sendmessag?"], .expanded) == ["sqs:SendMessage"])
    }

    @Test(
        "What stands for all services, or for nothing that is known, is left as it is",
        arguments: ["*", "*:*", "s*:GetObject", "s3:GetNothing*", "unheardof:*", "s3:GetObject"])
    func notExpanded(action: String) { #expect(rewritten([action], .expanded) == [action]) }

    @Test("Actions become the fewest wildcards that begin with whole words")
    func shrunk() {
        let tags = ["sqs:TagQueue", "sqs:ListQueueTags", "sqs:SendMessage", "sqs:ListQueues"]
        // `sqs:ListDeadLetterSourceQueues` and others are not listed, so `sqs:List*` would be too much.
        #expect(rewritten(tags, .shrunk) == ["sqs:TagQueue", "sqs:ListQueue*", "sqs:SendMessage"])
        let gets = Self.catalogue.actions(matching: "sqs:Get*").map(\.name)
        #expect(gets.count > 1)
        #expect(rewritten(gets, .shrunk) == ["sqs:Get*"])
    }

    @Test("A wildcard takes in neither what is unknown, nor what AWS has dropped, nor another access level")
    func notShrunk() {
        let whole = Self.catalogue.actions(matching: "sts:*").map(\.name)
        #expect(!rewritten(whole, .shrunk).contains { $0 == "sts:*" || $0 == "*" })
        let slip = Self.catalogue.actions(matching: "sqs:Get*").map(\.name) + ["sqs:GetQueueAtributes"]
        #expect(rewritten(slip, .shrunk) == slip)
        for action in rewritten(Self.catalogue.actions(matching: "s3:*").map(\.name), .shrunk) where action.hasWildcard
        {
            #expect(!Self.catalogue.hasFormerActions(matching: action))
            #expect(Set(Self.catalogue.actions(matching: action).map(\.level)).count == 1, "\(action)")
        }
    }

    @Test("Of all known actions, a list stands for the same ones in every form", arguments: [41, 42, 43, 44])
    func sameActions(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var changed: Set<ActionListForm> = []
        for service in ["s3", "ec2", "iam", "sqs", "kms", "dynamodb"] {
            let all = Self.catalogue.actions(matching: "\(service):*").map(\.name)
            let words = all.map { String($0.prefix($0.count / 2)) + ["*", "*s", "?*"][Int(random.next() % 3)] }
            let listed = all.filter { _ in random.next() % 4 > 0 } + words.shuffled(using: &random).prefix(2)
            for form in ActionListForm.allCases {
                let new = rewritten(listed, form)
                if new != listed { changed.insert(form) }
                #expect(meant(by: new, among: all) == meant(by: listed, among: all), "\(listed) \(form) is \(new)")
                #expect(rewritten(new, form) == new, "\(listed) \(form) twice")
                #expect(form == .expanded || new.count <= listed.count)
            }
        }
        #expect(changed.count == 2)
    }

    @Test(
        "Nothing is allowed afterwards that was not before, of the known actions and some unknown ones",
        arguments: ActionListForm.allCases,
        [
            #"{"Effect": "Allow", "Action": ["sqs:*", "sns:Get*", "sqs:Nothing*"], "Resource": "*"}"#,
            #"{"Effect": "Allow", "NotAction": ["sqs:*", "sns:Get*"], "Resource": "*"}"#,
            #"{"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "Action": ["sqs:*", "SNS:get*"], "Resource": "*"}"#,
            #"{"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "NotAction": ["sqs:*", "sns:Get*"], "Resource": "*"}"#,
            #"{"Effect": "Allow", "NotAction": ["sqs:ListQueues", "sqs:ListQueueTags"], "Resource": "*"}"#,
            #"{"Effect": "Allow", "Action": ["sqs:ListQueues", "sqs:ListQueueTags", "sqs:GetQueueUrl"], "Resource": "*"}"#,
        ])
    func nothingGained(form: ActionListForm, statements: String) throws {
        let text = "{\"Version\": \"2012-10-17\", \"Statement\": [\(statements)]}"
        let rewriter = ActionRewriter(form: form, settings: LintSettings())
        let result = rewriter.rewrite(SourceFile(name: "policy.json", text: text))
        let new = Policy(try JSONReader(result.file.bytes).root)
        let old = Policy(try JSONReader(Array(text.utf8)).root)
        // What AWS may add: in an Allow, a wildcard that --shrink writes takes it in, which the program says.
        let later = form == .expanded ? ["sqs:GetLater", "sns:GetLater", "sqs:Later", "sqs:ListQueueLater"] : []
        for action in Self.known + later {
            let request = Request(by: .anonymous, action, on: "arn:aws:sqs:eu-west-1:111122223333:queue")
            let (before, after) = (PolicyVerdict(old, on: request).alone, PolicyVerdict(new, on: request).alone)
            if after == .allow && before != .allow { Issue.record("\(action) is allowed by \(result.file)") }
            if later.contains(action) { continue }
            if before == .allow && after != .allow { Issue.record("\(action) is not allowed any more") }
        }
        let again = rewriter.rewrite(result.file)
        #expect(again.rewrites.isEmpty && again.file.bytes == result.file.bytes)
    }

    @Test("In the policy of a resource, only what works on its resources is written out")
    func resourcePolicy() {
        let rewriter = ActionRewriter(form: .expanded, settings: LintSettings())
        func written(_ resource: String) -> [String] {
            let statement = """
                { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "\(resource)" }
                """
            let file = SourceFile(
                name: "policy.json", text: "{ \"Version\": \"2012-10-17\", \"Statement\": [\(statement)] }")
            return rewriter.rewrite(file).rewrites.flatMap(\.written)
        }
        let ofBucket = written("arn:aws:s3:::amzn-s3-demo-bucket")
        #expect(ofBucket.contains("s3:ListBucket") && ofBucket.contains("s3:PutBucketPolicy"))
        #expect(!ofBucket.contains("s3:GetObject") && !ofBucket.contains("s3:ListAllMyBuckets"))
        let ofObjects = written("arn:aws:s3:::amzn-s3-demo-bucket/*")
        #expect(ofObjects.contains("s3:GetObject") && !ofObjects.contains("s3:ListBucket"))
        #expect(written("*").contains("s3:ListAllMyBuckets"))
    }

    @Test("A policy that would be longer than AWS takes is left as it is, and another is not")
    func tooLong() {
        func rewritten(_ actions: String) -> ActionRewriter.Outcome {
            let statement = "{ \"Effect\": \"Allow\", \"Action\": \(actions), \"Resource\": \"*\" }"
            let file = SourceFile(
                name: "policy.json", text: "{ \"Version\": \"2012-10-17\", \"Statement\": [\(statement)] }")
            return ActionRewriter(form: .expanded, settings: LintSettings()).rewrite(file)
        }
        let kept = rewritten("[\"ec2:*\", \"sqs:Get*\"]")
        #expect(kept.rewrites.isEmpty && kept.unwrittenPolicies == 1)
        let short = rewritten("\"sqs:Get*\"")
        #expect(short.rewrites.count == 1 && short.unwrittenPolicies == 0)
        // It is too long already.
        let long = (0..<400).map { "\"s3:GetSomethingOfNumber\($0)\"" }.joined(separator: ", ")
        #expect(rewritten("[\"sqs:Get*\", \(long)]").rewrites.count == 1)
    }

    @Test("The layout of the list stays", arguments: ["\n", "\r\n"])
    func layout(lineBreak: String) {
        func document(_ action: String) -> String {
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": \(action),
                  "Resource": "*"
                }
              ]
            }
            """.replacing("\n", with: lineBreak)
        }
        func rewritten(_ action: String, _ form: ActionListForm) -> String {
            let file = SourceFile(name: "policy.json", text: document(action))
            let result = ActionRewriter(form: form, settings: LintSettings()).rewrite(file)
            return String(decoding: result.file.bytes, as: UTF8.self)
        }
        let lines = "[\n        \"sqs:GetQueueAttributes\",\n        \"sqs:GetQueueUrl\"\n      ]"
        #expect(rewritten("\"sqs:Get*\"", .expanded) == document(lines))
        #expect(rewritten("[\n        \"sqs:Get*\"\n      ]", .expanded) == document(lines))
        #expect(
            rewritten("[\"sqs:Get*\", \"sqs:SendMessage\"]", .expanded)
                == document("[\"sqs:GetQueueAttributes\", \"sqs:GetQueueUrl\", \"sqs:SendMessage\"]"))
        #expect(rewritten("\"sqs:SendMessag?\"", .expanded) == document("\"sqs:SendMessage\""))
        #expect(rewritten(lines, .shrunk) == document("[\n        \"sqs:Get*\"\n      ]"))
        // Too long for its line.
        #expect(
            rewritten("[\"sns:Get*\"]", .expanded).contains(
                "[\(lineBreak)        \"sns:GetDataProtectionPolicy\",\(lineBreak)"))
    }

    @Test("A policy in a JSON string is rewritten in its string; a trust policy is left to its own rules")
    func documents() {
        let policy =
            #"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sqs:Get*", "Resource": "*"}}"#
        let answer = "{\"PolicyName\": \"p\", \"PolicyDocument\": \(JSONText.quote(policy)), \"UserName\": \"alice\"}"
        let rewriter = ActionRewriter(form: .expanded, settings: LintSettings())
        let result = rewriter.rewrite(SourceFile(name: "get-user-policy.json", text: answer))
        #expect(
            String(decoding: result.file.bytes, as: UTF8.self).contains(
                #"[\"sqs:GetQueueAttributes\", \"sqs:GetQueueUrl\"]"#))
        let trust =
            #"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:*"}}"#
        #expect(rewriter.rewrite(SourceFile(name: "trust-policy.json", text: trust)).rewrites.isEmpty)
    }
}
