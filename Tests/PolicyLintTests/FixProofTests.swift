import Foundation
import Testing

@testable import PolicyLint

/// All fixes of all rules, held to what they say of themselves. scripts/prove-fixes runs the same on more.
@Suite struct FixProofTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static func number(_ name: String, _ usual: Int) -> Int { environment[name].flatMap(Int.init) ?? usual }
    private static let seeds: [UInt64] = (1...4).map { UInt64(number("PROOF_SEED", 100)) &* 4 &+ $0 }

    private func expectNoFlaw(_ outcome: FixProof.Outcome, _ file: SourceFile) {
        #expect(outcome.flaws.isEmpty, "\(file.name): \(String(decoding: file.bytes, as: UTF8.self))")
    }

    @Test(
        "No fix of an example allows more, and those that claim to preserve change nothing", arguments: PageExample.all)
    func examples(example: PageExample) {
        var settings = example.settings
        settings.selectedRules = nil
        let proof = FixProof(file: example.file, settings: settings, requests: Self.number("PROOF_REQUESTS", 30))
        expectNoFlaw(proof.outcome(), example.file)
    }

    @Test("No fix of a policy put together from all examples allows more", arguments: seeds)
    func splicedPolicies(seed: UInt64) {
        var policies = SplicedPolicies(seed: seed)
        var settings = LintSettings()
        settings.trustedUser = AmazonResourceName("arn:aws:iam::111122223333:user/alice")
        var total = FixProof.Outcome()
        for _ in 0..<Self.number("PROOF_POLICIES", 60) / 4 {
            let (text, kind) = policies.next()
            settings.kind = kind
            let file = SourceFile(name: "policy.json", text: text)
            let proof = FixProof(file: file, settings: settings, requests: Self.number("PROOF_REQUESTS", 30))
            let outcome = proof.outcome()
            expectNoFlaw(outcome, file)
            total.compared += outcome.compared
            total.allowed += outcome.allowed
            total.tried.merge(outcome.tried) { $0 + $1 }
        }
        #expect(total.tried.count > 5, "the policies have something to fix")
        #expect(total.allowed > total.compared / 50, "the requests meet the policies")
    }

    @Test("No fix of a real policy allows more")
    func realPolicies() throws {
        guard let folder = Self.environment["PROOF_FOLDER"] else { return }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
            .sorted()
        #expect(!names.isEmpty, "\(folder) holds policies")
        for name in names {
            let text = try String(contentsOf: URL(filePath: folder).appending(path: name), encoding: .utf8)
            let file = SourceFile(name: name, text: text)
            for form in [nil, ActionListForm.expanded, .shrunk] {
                let proof = FixProof(
                    file: file, settings: LintSettings(), requests: Self.number("PROOF_REQUESTS", 30), actionLists: form
                )
                expectNoFlaw(proof.outcome(), file)
            }
        }
    }
}
