@testable import PolicyLint

/// Writes a JSON value out again.
enum JSONFragmentText {
    static func write(_ node: JSONNode) -> String {
        switch node.value {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let text): JSONText.quote(text)
        case .array(let elements): "[\(elements.map(write).joined(separator: ", "))]"
        case .object(let members):
            "{\(members.map { "\(JSONText.quote($0.key.value)): \(write($0.value))" }.joined(separator: ", "))}"
        }
    }
}
