/// An element of a policy: absent, well-formed, or present with a shape that AWS does not accept.
public enum Element<Value: Sendable>: Sendable {
    /// The key is not there.
    case absent
    /// The key is there and its value was understood.
    case present(Value, JSONMember)
    /// The key is there but its value has a wrong type or content.
    case unrecognised(JSONMember)

    /// The value, where it was understood.
    public var value: Value? {
        if case .present(let value, _) = self { value } else { nil }
    }

    /// The member with key and value, where the key is there.
    public var member: JSONMember? {
        switch self {
        case .absent: nil
        case .present(_, let member), .unrecognised(let member): member
        }
    }

    /// Whether the key is there, with a value that was not understood.
    var isUnrecognised: Bool {
        if case .unrecognised = self { true } else { false }
    }

    /// Whether the key is not there.
    public var isAbsent: Bool {
        if case .absent = self { true } else { false }
    }
}
