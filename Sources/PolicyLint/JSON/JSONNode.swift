/// A JSON value as json-c read it, with the place where `SpanScanner` found it.
public struct JSONNode: Sendable {
    /// The value.
    public let value: JSONValue
    /// Where it stands in the document's text: a string with its quotes, a container with its
    /// brackets.
    public let span: SourceSpan
}

/// The kinds of JSON value (RFC 8259, section 3).
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// A number in json-c's own writing.
    case number(String)
    case string(String)
    case array([JSONNode])
    /// All members in their order, also those whose key another member repeats.
    case object([JSONMember])
}

/// A member of a JSON object.
///
/// A class, because the elements of a policy keep the members that they were read from, and are handed around.
public final class JSONMember: Sendable {
    /// The decoded key; its span includes the quotes.
    public let key: Located<String>
    /// The value.
    public let value: JSONNode

    init(key: Located<String>, value: JSONNode) {
        self.key = key
        self.value = value
    }

    /// From the key's opening quote to the end of the value.
    public var span: SourceSpan { key.span.union(value.span) }
}

extension JSONNode {
    /// The characters of a string, else nil.
    public var string: String? {
        if case .string(let string) = value { string } else { nil }
    }

    /// The elements of an array, else nil.
    public var array: [JSONNode]? {
        if case .array(let elements) = value { elements } else { nil }
    }

    /// The members of an object, else nil.
    public var object: [JSONMember]? {
        if case .object(let members) = value { members } else { nil }
    }

    /// A string with its place, else nil.
    public var locatedString: Located<String>? {
        string.map { Located($0, at: span) }
    }

    /// The value of an object's member; of a repeated key the last one, which is json-c's.
    public subscript(key: String) -> JSONNode? { member(key)?.value }

    /// An object's member; of a repeated key the last one.
    public func member(_ key: String) -> JSONMember? {
        guard case .object(let members) = value else { return nil }
        return members.last { $0.key.value == key }
    }

    /// What kind of value it is, in words: "an object", "a string", …
    public var kindInWords: String {
        switch value {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
