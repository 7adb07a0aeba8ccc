import Testing

@testable import PolicyLint

/// What is noted of a statement when it is read spares rules from being asked, and hides no finding.
@Suite struct StatementContentsTests {
    @Test("Of statements with nothing of its concern no rule has something to say")
    func concerns() {
        let rules = RuleCatalogue.rules.compactMap { $0 as? any StatementRule.Type }
        #expect(rules.contains { $0.concerns != .anything })
        var spared = 0
        for example in PageExample.all {
            let kind = example.settings.kind(of: example.file)
            for part in FilePart.parts(of: example.file, kind: kind) {
                DocumentFinder(kind: kind).documents(in: example.file, part: part) { document in
                    for rule in rules where rule.metadata.kinds.contains(document.kind) {
                        var context = RuleContext(
                            document: document, file: example.file,
                            settings: example.settings.ruleSettings(for: example.file),
                            rules: [ActiveRule(rule, rule.metadata)])
                        guard case .policy(let policy) = document.content else { continue }
                        for statement in policy.statements where statement.contents.isDisjoint(with: rule.concerns) {
                            rule.check(statement, &context)
                            spared += 1
                        }
                        #expect(context.diagnostics.isEmpty, "\(rule) in \(example)")
                    }
                }
            }
        }
        #expect(spared > 5_000)
    }

    @Test("Of policies with nothing of its concern no rule has something to say")
    func policies() {
        let rules = RuleCatalogue.rules.compactMap { type in type.ofPolicies.map { (type, $0) } }
        var spared = 0
        for example in PageExample.all {
            let kind = example.settings.kind(of: example.file)
            for part in FilePart.parts(of: example.file, kind: kind) {
                DocumentFinder(kind: kind).documents(in: example.file, part: part) { document in
                    guard case .policy(let policy) = document.content else { return }
                    for (type, rule) in rules where rule.metadata.kinds.contains(document.kind) {
                        let active = ActiveRule(type, rule.metadata)
                        if active.mayConcern(policy.contents, conditionsOn: policy.conditionKeys) { continue }
                        var context = RuleContext(
                            document: document, file: example.file,
                            settings: example.settings.ruleSettings(for: example.file), rules: [active])
                        rule.check(policy, &context)
                        #expect(context.diagnostics.isEmpty, "\(rule) in \(example)")
                        spared += 1
                    }
                }
            }
        }
        #expect(spared > 5_000)
    }

    @Test("What is missing is noted")
    func gaps() throws {
        let (effect, action, resource) = ("\"Effect\": \"Deny\"", "\"Action\": \"s3:*\"", "\"Resource\": \"*\"")
        for members in [[], [effect], [action], [effect, action], [effect, resource], [action, resource]] {
            #expect(try PolicyText.policy(members.joined(separator: ", ")).contents.contains(.gaps))
        }
        #expect(try PolicyText.policy([effect, action, resource].joined(separator: ", ")).contents == .anything)
    }

    @Test("Contents are noted whatever their place")
    func contents() throws {
        func contents(_ statement: String) throws -> Statement.Contents {
            try PolicyText.policy(statement).contents.subtracting([.anything, .gaps])
        }
        #expect(try contents("\"Effect\": \"Allow\", \"Action\": \"s3:Get*\", \"Resource\": \"*\"") == [])
        #expect(try contents("\"Effect\": \"allow\"") == .flaws)
        #expect(try contents("\"Sid\": 1") == .flaws)
        #expect(try contents("\"Resource\": [\"*\", 1]") == .flaws)
        #expect(try contents("\"Action\": []") == .emptyLists)
        #expect(try contents("\"Action\": \"s3\"") == .oddTexts)
        #expect(try contents("\"Action\": [\"s3:Get*\", \"S3:get*\"]") == .repetitions)
        #expect(try contents("\"Resource\": [\"a\", \"b\", \"${a:b}\"]") == .variables)
        #expect(try contents("\"NotAction\": \"s3:Get*\"") == .exclusions)
        #expect(try contents("\"Principal\": {\"AWS\": []}") == [.principals, .emptyLists])
        #expect(try contents("\"NotPrincipal\": {\"aws\": \"*\", \"x\": \"*\"}") == [.principals, .exclusions, .flaws])
        #expect(try contents("\"Condition\": {\"StringEquals\": {}}") == .emptyLists)
        #expect(try contents("\"Condition\": {\"StringEquals\": {\"a:b\": \"${a:b}\"}}") == [.conditions, .variables])
        #expect(try contents("\"Condition\": {\"StringEquals\": {\"a:b\": []}}") == [.conditions, .emptyLists])
        #expect(try contents("\"Condition\": {\"StringEquals\": {\"a:b\": {}}}").contains([.emptyLists, .flaws]))
        #expect(try contents("\"Condition\": {\"Equals\": {\"a:b\": \"c\"}}") == [.conditions, .flaws])
        #expect(try contents("\"Acton\": \"s3:Get*\"") == .flaws)
    }
}
