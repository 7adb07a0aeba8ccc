import Testing

@testable import PolicyLint

/// What is proved of statements and policies, against every request of a small world.
@Suite struct PermissionTests {
    private func policy(_ text: String) throws -> Policy { Policy(try JSONReader(Array(text.utf8)).root) }

    private func verdicts(_ policy: Policy) -> [Verdict] {
        PolicyGenerator.requests.map { PolicyVerdict(policy, on: $0).alone }
    }

    @Test("A statement within another one, or within several, matches none of the requests that they do not")
    func containment() throws {
        var generator = PolicyGenerator(seed: 21)
        var (single, together) = (0, 0)
        for round in 0..<80 {
            // By chance alone hardly any statement is within several.
            let texts =
                round.isMultiple(of: 2)
                ? generator.relatedStatements(effect: "Allow")
                : (0..<4).map { _ in generator.statement(effect: "Allow") }
            let statements = try PolicyText.policy(texts).statements
            let scopes = try statements.map { try #require(StatementScope($0, hasVariables: true)) }
            let matches = statements.map { statement in
                PolicyGenerator.requests.map { statement.matches($0, hasVariables: true) }
            }
            for index in scopes.indices {
                let others = scopes.indices.filter { $0 != index }
                for other in others where scopes[index].isWithin(scopes[other]) {
                    single += 1
                    #expect(zip(matches[index], matches[other]).allSatisfy { $0 != .yes || $1 == .yes })
                }
                if scopes[index].scopes(coveringTogether: others.map { scopes[$0] }).isEmpty { continue }
                if !others.contains(where: { scopes[index].isWithin(scopes[$0]) }) { together += 1 }
                for request in matches[index].indices where matches[index][request] == .yes {
                    #expect(others.contains { matches[$0][request] == .yes })
                }
            }
            for (scope, matches) in zip(scopes, matches) where scope.isImpossible { #expect(!matches.contains(.yes)) }
        }
        #expect(single > 25 && together > 5, "\(single) within one, \(together) within several")
    }

    @Test("Without its redundant statements, and its shadowed ones, a policy gives the same verdicts")
    func removal() throws {
        var generator = PolicyGenerator(seed: 22)
        var (redundant, shadowed) = (0, 0)
        for _ in 0..<200 {
            let policy = try policy(generator.policy())
            let found = RedundantStatements(in: policy)
            let findings = found.repetitions + found.covered
            let shadows = ShadowedAllows.find(in: policy)
            redundant += findings.count
            shadowed += shadows.count
            for removed in [findings.map(\.statement), shadows.map(\.statement)] where !removed.isEmpty {
                let kept = policy.statements.filter { statement in !removed.contains { $0 === statement } }
                let smaller = try PolicyText.policy(kept.map { text(of: $0) })
                #expect(verdicts(smaller) == verdicts(policy))
            }
        }
        #expect(redundant > 20 && shadowed > 10)
    }

    private func text(of statement: Statement) -> String { JSONFragmentText.write(statement.node) }

    @Test("What a policy without conditions can allow is told exactly")
    func exactPermissions() throws {
        var generator = PolicyGenerator(seed: 23, hasConditions: false)
        for _ in 0..<40 {
            let policy = try policy(generator.policy())
            // A variable is a text that is not known: then only what is sure can be told.
            if policy.firstVariable != nil { continue }
            let permissions = EffectivePermissions([policy])
            for action in ["a:x", "a:*", "*", "a:??"] {
                for resource in ["arn:aws:s:::p", "arn:aws:s:::*", "*"] {
                    let asked = PolicyGenerator.plainRequests.filter {
                        GlobPattern(action: action).matches($0.action)
                            && GlobPattern(resource: resource, hasVariables: false).matches($0.resource)
                    }
                    let allowed = asked.map { PolicyVerdict(policy, on: $0).alone == .allow }
                    #expect(permissions.mayAllow(action, on: resource) == Answer(allowed.contains(true)))
                    #expect(
                        permissions.certainlyAllows(action, on: resource) == Answer(!allowed.contains(false)),
                        "\(action) on \(resource)")
                    guard case .found(let name, let arn) = permissions.example(of: action, on: resource) else {
                        continue
                    }
                    #expect(PolicyVerdict(policy, on: Request(by: .anonymous, name, on: arn)).alone == .allow)
                }
            }
        }
    }

    @Test("With conditions, what is allowed for sure is allowed, and what cannot be is not")
    func soundPermissions() throws {
        var generator = PolicyGenerator(seed: 24)
        var (certain, impossible) = (0, 0)
        for _ in 0..<80 {
            let policy = try policy(generator.policy())
            let permissions = EffectivePermissions([policy])
            for action in ["a:x", "a:*"] {
                let asked = PolicyGenerator.requests.filter { GlobPattern(action: action).matches($0.action) }
                let allowed = asked.map { PolicyVerdict(policy, on: $0).alone }
                if permissions.mayAllow(action) == .no {
                    impossible += 1
                    #expect(!allowed.contains(.allow))
                }
                if permissions.certainlyAllows(action, on: "*") == .yes {
                    certain += 1
                    #expect(allowed.allSatisfy { $0 == .allow })
                }
            }
        }
        #expect(certain > 2 && impossible > 20)
    }

    @Test("The grants of an action are the Allow statements of which something is left")
    func grants() throws {
        let policy = try PolicyText.policy([
            #""Sid": "a", "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::a/*""#,
            #""Sid": "b", "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}"#,
            #""Sid": "c", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::c/*""#,
            #""Effect": "Deny", "Action": "*", "Resource": "arn:aws:s3:::c/*""#,
            #""Effect": "Deny", "Action": "s3:GetBucketAcl", "Resource": "*""#,
        ])
        let permissions = EffectivePermissions([policy])
        let grants = permissions.grants(of: "s3:GetObject")
        #expect(grants.compactMap { $0.statement.sid.value?.value } == ["a", "b"])
        #expect(grants.map(\.isConditional) == [false, true])
        let names = ["s3:GetObject", "s3:GetBucketAcl", "s3:PutObject", "ec2:RunInstances"]
        #expect(permissions.allowedActions(among: names) == ["s3:GetObject", "s3:PutObject"])
        #expect(permissions.mayAllow("s3:*", on: "arn:aws:s3:::c/*") == .no)
        #expect(permissions.certainlyAllows("s3:GetObject", on: "arn:aws:s3:::a/x") == .yes)
        #expect(permissions.certainlyAllows("s3:PutObject", on: "arn:aws:s3:::a/x") == .no)
    }

    @Test("What is not understood may allow or deny more")
    func unclear() throws {
        let odd = #""Effect": "Allow", "Action": 1, "Resource": "*""#
        let allow = #""Effect": "Allow", "Action": "*", "Resource": "*""#
        #expect(EffectivePermissions([try PolicyText.policy(odd)]).mayAllow("a:x") == .unclear)
        let both = EffectivePermissions([try PolicyText.policy([allow, odd])])
        #expect(both.certainlyAllows("a:x", on: "*") == .yes)
        let denied = EffectivePermissions([try PolicyText.policy([allow, #""Effect": "Deny", "Action": 1"#])])
        #expect(denied.certainlyAllows("a:x", on: "*") == .unclear)
        #expect(denied.mayAllow("a:x") == .yes)
    }

    // MARK: Lists

    private func redundant(_ texts: [String], _ kind: RedundantPatterns.Kind) -> [RedundantPatterns.Finding] {
        RedundantPatterns.find(in: JSONStrings(texts), as: kind)
    }

    @Test("Without its redundant members a list matches the same")
    func lists() {
        var random = SeededGenerator(seed: 25)
        let pieces = ["a", "b", "*", "?"]
        let words = ["", "a", "b", "c"].flatMap { first in
            ["", "a", "b", "c"].flatMap { second in ["", "a", "b", "c"].map { first + second + $0 } }
        }
        var found = 0
        for round in 0..<200 {
            // Long lists take another way.
            let count = round.isMultiple(of: 8) ? 160 : Int.random(in: 2...5, using: &random)
            let texts = (0..<count).map { _ in
                (0..<Int.random(in: 1...3, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined()
            }
            let findings = redundant(texts, .values(hasVariables: false))
            found += findings.count
            let removed = Set(findings.map(\.member))
            let kept = texts.indices.filter { !removed.contains($0) }.map { texts[$0] }
            #expect(!kept.isEmpty)
            for word in words {
                #expect(
                    texts.contains { GlobPattern.matches(word, pattern: $0) }
                        == kept.contains { GlobPattern.matches(word, pattern: $0) })
            }
            for finding in findings { #expect(!removed.contains(finding.cover)) }
            // What is left needs every member, repetitions apart.
            let left = Array(Set(kept))
            #expect(redundant(left, .values(hasVariables: false)).isEmpty)
        }
        #expect(found > 100)
    }

    @Test("Actions are compared without case, resources with it, and variables stand for themselves")
    func kinds() {
        func members(_ texts: [String], _ kind: RedundantPatterns.Kind) -> [Int] {
            redundant(texts, kind).map(\.member)
        }
        #expect(members(["s3:get*", "S3:GetObject", "s3:GetObject"], .actions) == [1, 2])
        #expect(members(["s3:Get*", "s3:get*"], .actions) == [])
        #expect(members(["s3:Get*", "s3:Get**"], .actions) == [1])
        let resources = ["arn:aws:s3:::B*", "arn:aws:s3:::b/x", "arn:aws:s3:::B/${aws:username}", "arn:aws:s3:*"]
        #expect(members(resources, .resources(hasVariables: true)) == [2])
        #expect(members(resources + ["*"], .resources(hasVariables: true)) == [0, 1, 2, 3])
        // A colon in a variable's name separates no fields.
        let roles = ["arn:*:iam::*:role/*", "arn:${aws:partition}:iam::${aws:accountid}:role/x"]
        #expect(members(roles, .resources(hasVariables: true)) == [1])
        #expect(members(roles, .resources(hasVariables: false)) == [])
    }
}
