import Testing

@testable import PolicyLint

/// Fixes that claim to preserve what a policy allows, judged by the evaluator.
@Suite struct EffectFixTests {
    private func verdicts(_ text: String) throws -> [Verdict] {
        let policy = Policy(try JSONReader(Array(text.utf8)).root)
        return PolicyGenerator.requests.map { PolicyVerdict(policy, on: $0).alone }
    }

    @Test("No fix that takes away what has no effect changes the verdict on any request", arguments: [31, 32, 33])
    func fixesPreserve(seed: UInt64) throws {
        var generator = PolicyGenerator(seed: seed)
        var settings = LintSettings()
        settings.selectedRules = RuleCatalogue.ids(named: "effect")
        let engine = FixEngine(Linter(settings: settings), effects: [.preserving])
        var applied: [String: Int] = [:]
        for _ in 0..<40 {
            let text = generator.policy()
            let result = engine.fix(SourceFile(name: "policy.json", text: text))
            for diagnostic in result.applied { applied[diagnostic.rule, default: 0] += 1 }
            let fixed = String(decoding: result.file.bytes, as: UTF8.self)
            if fixed == text { continue }
            #expect(try verdicts(fixed) == verdicts(text), "\(text) became \(fixed)")
            let left = result.remaining.diagnostics.filter { $0.fix?.effect == .preserving }
            #expect(left.isEmpty, "\(fixed) has \(left.map(\.rule))")
        }
        for rule in ["redundant-action", "redundant-resource", "redundant-statement", "redundant-condition-value"] {
            #expect(applied[rule, default: 0] > 0, "\(rule) was never applied")
        }
    }

    @Test("All wings together narrow a policy or leave it as it is")
    func fixesNeverWiden() throws {
        var generator = PolicyGenerator(seed: 34)
        let engine = FixEngine(Linter())
        var changed = 0
        for _ in 0..<40 {
            let text = generator.policy()
            let fixed = String(
                decoding: engine.fix(SourceFile(name: "policy.json", text: text)).file.bytes, as: UTF8.self)
            if fixed == text { continue }
            changed += 1
            for (before, after) in zip(try verdicts(text), try verdicts(fixed)) where after == .allow {
                #expect(before == .allow, "\(text) became \(fixed)")
            }
        }
        #expect(changed > 15)
    }

    @Test("What has no effect is taken away last: a wildcard that is narrowed covers nothing any more")
    func orderOfFixes() throws {
        let text = """
            {"Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}, "Action": "sts:*"},
                {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}, "Action": "sts:TagSession",
                 "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}
            ]}
            """
        let result = FixEngine(Linter()).fix(SourceFile(name: "trust.json", text: text))
        let fixed = String(decoding: result.file.bytes, as: UTF8.self)
        #expect(fixed.contains("sts:TagSession"), "\(fixed)")
    }
}
