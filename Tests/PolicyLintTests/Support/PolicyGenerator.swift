@testable import PolicyLint

/// Random policies of a small world, and all requests of that world.
struct PolicyGenerator {
    private var random: SeededGenerator
    /// Whether statements may have conditions.
    let hasConditions: Bool

    init(seed: UInt64, hasConditions: Bool = true) {
        random = SeededGenerator(seed: seed)
        self.hasConditions = hasConditions
    }

    static let actions = ["a:x", "a:y", "A:?", "a:*", "*", "a:x*", "b:x"]
    static let resources = [
        "arn:aws:s:::p", "arn:aws:s:::q", "arn:aws:s:::?", "arn:aws:s:::p*", "arn:*:s:*:*:q", "*", "arn:aws:s:::${a:v}",
    ]
    /// Resources without a `*` at the end of a field, which AWS may read in two ways.
    private static let plainResources = resources.filter {
        $0 != "*" && !GlobPattern(resource: $0, hasVariables: true).mayReachOverFields
    }
    private static let tests = [
        "StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIfExists",
        "StringNotLikeIfExists",
        "ForAllValues:StringEquals", "ForAnyValue:StringLike",
    ]

    /// A statement.
    mutating func statement(effect: String? = nil) -> String {
        let effect = effect ?? one(of: ["Allow", "Allow", "Deny"])
        var members = ["\"Effect\": \"\(effect)\""]
        members.append("\"\(one(of: ["Action", "Action", "Action", "NotAction"]))\": \(list(of: Self.actions))")
        members.append(
            "\"\(one(of: ["Resource", "Resource", "Resource", "NotResource"]))\": \(list(of: Self.resources))")
        if hasConditions, let condition = condition() { members.append("\"Condition\": \(condition)") }
        return "{ \(members.joined(separator: ", ")) }"
    }

    /// The text of a policy of up to four statements.
    mutating func policy(effect: String? = nil) -> String {
        let statements = (0..<Int.random(in: 1...4, using: &random)).map { _ in statement(effect: effect) }
        return "{ \"Version\": \"2012-10-17\", \"Statement\": [\n\(statements.joined(separator: ",\n"))\n] }"
    }

    /// Four statements of one effect: one that lists two resources, two of which each lists one of them, often with
    /// another one, and one that has nothing to do with them. So some of them are within others, alone or
    /// together, and many only nearly.
    mutating func relatedStatements(effect: String) -> [String] {
        let shared = hasConditions ? condition() : nil
        let action = one(of: Self.actions)
        let resources = [one(of: Self.plainResources), one(of: Self.plainResources)]
        func written(_ action: String, _ resources: [String], _ condition: String?) -> String {
            let listed = resources.map { "\"\($0)\"" }.joined(separator: ", ")
            let tail = condition.map { ", \"Condition\": \($0)" } ?? ""
            return "{ \"Effect\": \"\(effect)\", \"Action\": \"\(action)\", \"Resource\": [\(listed)]\(tail) }"
        }
        let parts = resources.map { resource in
            written(
                one(of: [action, action, action, "*", one(of: Self.actions)]),
                one(of: [[resource], [resource, one(of: Self.plainResources)]]),
                one(of: [shared, shared, nil, hasConditions ? condition() : nil]))
        }
        return [written(action, resources, shared)] + parts + [statement(effect: effect)]
    }

    private mutating func condition() -> String? {
        let count = Int.random(in: 0...5, using: &random)
        if count < 3 { return nil }
        var tests: [String: String] = [:]
        for _ in 3...count {
            let name = one(of: Self.tests + ["Null"])
            tests[name] = name == "Null" ? one(of: ["\"true\"", "\"false\""]) : list(of: ["1", "2", "*", "?", "1*"])
        }
        let written = tests.sorted { $0.key < $1.key }.map { "\"\($0.key)\": {\"a:k\": \($0.value)}" }
        return "{\(written.joined(separator: ", "))}"
    }

    private mutating func list(of values: [String]) -> String {
        let chosen = (0..<Int.random(in: 1...3, using: &random)).map { _ in "\"\(one(of: values))\"" }
        return chosen.count == 1 ? chosen[0] : "[\(chosen.joined(separator: ", "))]"
    }

    private mutating func one<Value>(of values: [Value]) -> Value { values.randomElement(using: &random) ?? values[0] }

    /// A request for each kind that these policies can tell apart: every action, every resource, the
    /// condition key absent and with values.
    static let requests = requests(carrying: [[], ["1"], ["2"], ["1", "2"]])

    /// The same without the condition key.
    static let plainRequests = requests(carrying: [[]])

    private static func requests(carrying contexts: [[String]]) -> [Request] {
        var requests: [Request] = []
        for action in ["a:x", "a:y", "a:z", "a:xx", "a:zz", "b:x", "c:x"] {
            for resource in ["p", "q", "r", "pp", "rr"].map({ "arn:aws:s:::" + $0 }) + ["arn:b:s:r:a:q"] {
                var request = Request(by: .anonymous, action, on: resource)
                request["a:v"] = ["q"]
                for values in contexts {
                    request["a:k"] = values
                    requests.append(request)
                }
            }
        }
        return requests
    }
}
