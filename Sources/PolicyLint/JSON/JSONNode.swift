/// A JSON value as json-c read it, with the place where `SpanScanner` found it.
public struct JSONNode: Sendable {
    /// All values of its text.
    let tree: JSONTree
    /// The number of its entry.
    let index: Int

    init(of tree: JSONTree, at index: Int) {
        self.tree = tree
        self.index = index
    }

    /// Its entry.
    var entry: JSONEntry { tree.entries[index] }

    /// Where it stands in the document's text: a string with its quotes, a container with its
    /// brackets.
    public var span: SourceSpan { entry.span }
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

extension JSONNode {
    /// The value.
    public var value: JSONValue {
        let entry = entry
        return switch entry.kind {
        case .null: .null
        case .false: .bool(false)
        case .true: .bool(true)
        case .number: .number(tree.text(of: entry).text)
        case .string, .key: .string(tree.text(of: entry).text)
        case .array: .array(Array(elements))
        case .object: .object(Array(members))
        }
    }

    /// The characters of a string, else nil.
    public var string: String? {
        let entry = entry
        return entry.kind == .string ? tree.text(of: entry).text : nil
    }

    /// What stands for a string, a number or a boolean, else nil.
    var sketchedScalar: SketchedText? {
        let entry = entry
        return switch entry.kind {
        case .string, .number: tree.text(of: entry)
        case .false: SketchedText("false")
        case .true: SketchedText("true")
        case .null, .key, .array, .object: nil
        }
    }

    /// Whether it is an array.
    var isArray: Bool { entry.kind == .array }

    /// Whether it is an object.
    var isObject: Bool { entry.kind == .object }

    /// The elements of an array, else nil.
    public var array: [JSONNode]? { isArray ? Array(elements) : nil }

    /// The members of an object, else nil.
    public var object: [JSONMember]? { isObject ? Array(members) : nil }

    /// Whether it is an array or an object, and nothing stands in it.
    var isEmptyContainer: Bool { (isArray || isObject) && entry.count == 0 }

    /// The elements of an array, without a list of them; none of any other value.
    var elements: JSONElements { JSONElements(of: self, orItself: false) }

    /// The elements of an array; any other value as the only one. So AWS takes many things.
    var oneOrMore: JSONElements { JSONElements(of: self, orItself: true) }

    /// The members of an object, without a list of them; none of any other value.
    var members: JSONMembers { JSONMembers(of: self) }

    /// A string with its place, else nil.
    public var locatedString: Located<String>? {
        string.map { Located($0, at: span) }
    }

    /// The value of an object's member; of a repeated key the last one, which is json-c's.
    public subscript(key: String) -> JSONNode? { member(key)?.value }

    /// An object's member; of a repeated key the last one.
    public func member(_ key: String) -> JSONMember? {
        var last: JSONMember?
        for member in members where member.sketchedKey.text == key { last = member }
        return last
    }

    /// What kind of value it is, in words: "an object", "a string", …
    public var kindInWords: String {
        switch entry.kind {
        case .null: "null"
        case .false, .true: "a boolean"
        case .number: "a number"
        case .string, .key: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
