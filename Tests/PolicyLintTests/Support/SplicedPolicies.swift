@testable import PolicyLint

/// Random policies that are put together from the parts of the policies on all rules' pages, so that every rule has
/// something to find in them, and much that its page does not show.
struct SplicedPolicies {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// The values of each element in the statements of all examples, as they are written.
    private static let parts: [String: [String]] = {
        var parts: [String: [String]] = [:]
        for example in PageExample.all {
            for document in DocumentFinder(kind: example.settings.kind).documents(in: example.file) {
                guard case .policy(let policy) = document.content, document.kind.isPolicy else { continue }
                for member in (policy.node.object ?? []) + policy.statements.flatMap({ $0.node.object ?? [] }) {
                    parts[member.key.value, default: []].append(document.text[member.value.span])
                }
            }
        }
        return parts
    }()

    /// The text of a policy, and the kind that it is to be taken for; nil where it says so itself.
    mutating func next() -> (text: String, kind: DocumentKind?) {
        let isTrust = Int.random(in: 0..<3, using: &random) == 0
        let statements = (0..<Int.random(in: 1...4, using: &random)).map { _ in statement(isTrust: isTrust) }
        var members = ["\"Statement\": [\n    \(statements.joined(separator: ",\n    "))\n  ]"]
        if Int.random(in: 0..<8, using: &random) > 0 {
            members.insert("\"Version\": \(one(of: "Version") ?? "\"2012-10-17\"")", at: 0)
        }
        return ("{\n  \(members.joined(separator: ",\n  "))\n}\n", isTrust ? .trustPolicy : nil)
    }

    private mutating func statement(isTrust: Bool) -> String {
        var names = ["Effect", roll(8) ? "NotAction" : "Action"]
        if isTrust || roll(4) { names.append(roll(8) ? "NotPrincipal" : "Principal") }
        if !isTrust { names.append(roll(8) ? "NotResource" : "Resource") }
        if roll(2) { names.append("Condition") }
        let members = names.compactMap { name -> String? in
            var value = one(of: name)
            if name == "Action", isTrust { value = "[\"sts:AssumeRole\", \"sts:AssumeRoleWithWebIdentity\"]" }
            if name == "Effect" { value = roll(4) ? "\"Deny\"" : roll(20) ? value : "\"Allow\"" }
            return value.map { "\"\(name)\": \($0)" }
        }
        return "{ \(members.joined(separator: ", ")) }"
    }

    private mutating func roll(_ sides: Int) -> Bool { Int.random(in: 0..<sides, using: &random) == 0 }

    private mutating func one(of name: String) -> String? { Self.parts[name]?.randomElement(using: &random) }
}
