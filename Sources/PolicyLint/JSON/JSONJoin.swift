import CJSONC

/// Walks json-c's tree and the scanner's entries in step, and makes nodes of the two.
struct JSONJoin {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let entries: [SpanScanner.Entry]
    private var index = 0
    private(set) var oddities: [JSONOddity] = []

    init(bytes: UnsafeBufferPointer<UInt8>, entries: [SpanScanner.Entry]) {
        self.bytes = bytes
        self.entries = entries
    }

    /// The node of the next entry, which `value` is json-c's reading of.
    ///
    /// - Throws: `JSONSyntaxError` where json-c and the scanner disagree.
    mutating func node(_ value: OpaquePointer?) throws(JSONSyntaxError) -> JSONNode {
        let entry = entries[index]
        index += 1
        let span = SourceSpan(entry.start, entry.end)
        let kind = json_object_get_type(value)
        switch entry.kind {
        case .string:
            guard kind == json_type_string else { throw disagreement(span) }
            return JSONNode(value: .string(Self.string(value)), span: span)
        case .array:
            guard kind == json_type_array, json_object_array_length(value) == Int(entry.count) else {
                throw disagreement(span)
            }
            var elements: [JSONNode] = []
            elements.reserveCapacity(Int(entry.count))
            for element in 0..<Int(entry.count) {
                elements.append(try node(json_object_array_get_idx(value, element)))
            }
            return JSONNode(value: .array(elements), span: span)
        case .object:
            guard kind == json_type_object else { throw disagreement(span) }
            return JSONNode(value: .object(try members(value, count: Int(entry.count))), span: span)
        case .scalar:
            return JSONNode(value: try scalar(value, kind, span), span: span)
        }
    }

    /// The node of the next entry, which json-c reads in pieces of at most `size` bytes, as far as there are such: its
    /// tree is many times as large as the text, and that of a large text never stands whole.
    ///
    /// - Throws: `JSONSyntaxError` where json-c refuses a piece, or the two disagree.
    mutating func node(inPiecesOf size: Int) throws(JSONSyntaxError) -> JSONNode {
        let entry = entries[index]
        let span = entrySpan
        guard span.count > size, entry.kind == .array || entry.kind == .object else { return try node(reading: span) }
        index += 1
        if entry.kind == .object {
            let (members, _) = try membersOneByOne(count: Int(entry.count)) { join throws(JSONSyntaxError) in
                try join.node(inPiecesOf: size)
            }
            return JSONNode(value: .object(members), span: span)
        }
        var elements: [JSONNode] = []
        elements.reserveCapacity(Int(entry.count))
        for _ in 0..<Int(entry.count) { elements.append(try node(inPiecesOf: size)) }
        return JSONNode(value: .array(elements), span: span)
    }

    private mutating func members(_ object: OpaquePointer?, count: Int) throws(JSONSyntaxError) -> [JSONMember] {
        var members: [JSONMember] = []
        members.reserveCapacity(count)
        guard json_object_object_length(object) == Int32(count) else {
            return try membersWithDuplicates(object, count: count)
        }
        var field = json_object_get_object(object)?.pointee.head
        for _ in 0..<count {
            guard let current = field, let keyBytes = current.pointee.k else { throw disagreement(entrySpan) }
            let entry = entries[index]
            index += 1
            let span = SourceSpan(entry.start, entry.end)
            let key = String(cString: keyBytes.assumingMemoryBound(to: CChar.self))
            if !entry.hasEscapes, key.utf8.count != Int(entry.end - entry.start) - 2 { throw disagreement(span) }
            let value = current.pointee.v.map { OpaquePointer($0) }
            members.append(JSONMember(key: Located(key, at: span), value: try node(value)))
            field = current.pointee.next
        }
        return members
    }

    /// json-c keeps one value, the last, of a key that is repeated. The others are read anew, each
    /// from its own bytes.
    private mutating func membersWithDuplicates(
        _ object: OpaquePointer?, count: Int
    ) throws(JSONSyntaxError) -> [JSONMember] {
        let (members, keyCount) = try membersOneByOne(count: count) { join throws(JSONSyntaxError) in
            try join.node(reading: join.entrySpan)
        }
        guard keyCount == Int(json_object_object_length(object)) else { throw disagreement(entrySpan) }
        return members
    }

    /// The members of an object, each key read from its own bytes, and the number of keys.
    private mutating func membersOneByOne(
        count: Int, _ value: (inout JSONJoin) throws(JSONSyntaxError) -> JSONNode
    ) throws(JSONSyntaxError) -> (members: [JSONMember], keyCount: Int) {
        var members: [JSONMember] = []
        var firstPlaces: [String: SourceSpan] = [:]
        members.reserveCapacity(count)
        for _ in 0..<count {
            let keySpan = entrySpan
            let keyValue = try reread(keySpan)
            let key = Self.string(keyValue.pointer)
            index += 1
            let value = try value(&self)
            if let first = firstPlaces[key] {
                oddities.append(JSONOddity(kind: .duplicateKey(key, first: first), span: keySpan))
            } else {
                firstPlaces[key] = keySpan
            }
            members.append(JSONMember(key: Located(key, at: keySpan), value: value))
        }
        return (members, firstPlaces.count)
    }

    private mutating func node(reading span: SourceSpan) throws(JSONSyntaxError) -> JSONNode {
        let value = try reread(span)
        return try node(value.pointer)
    }

    private func reread(_ span: SourceSpan) throws(JSONSyntaxError) -> JSONCValue {
        do {
            return try JSONC.parse(UnsafeBufferPointer(rebasing: bytes[span.range]))
        } catch {
            throw JSONSyntaxError(error, in: span)
        }
    }

    private mutating func scalar(
        _ value: OpaquePointer?, _ kind: json_type, _ span: SourceSpan
    ) throws(JSONSyntaxError) -> JSONValue {
        switch kind {
        case json_type_null: return .null
        case json_type_boolean: return .bool(json_object_get_boolean(value) != 0)
        case json_type_int, json_type_double:
            guard let text = json_object_get_string(value) else { throw disagreement(span) }
            let number = String(cString: text)
            if !number.utf8.elementsEqual(bytes[span.range]) {
                oddities.append(JSONOddity(kind: .inexactNumber(readAs: number), span: span))
            }
            return .number(number)
        default: throw disagreement(span)
        }
    }

    /// A string value, NUL characters and all.
    private static func string(_ value: OpaquePointer?) -> String {
        guard let text = json_object_get_string(value) else { return "" }
        let length = Int(json_object_get_string_len(value))
        return text.withMemoryRebound(to: UInt8.self, capacity: length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
        }
    }

    private var entrySpan: SourceSpan {
        index < entries.count ? SourceSpan(entries[index].start, entries[index].end) : .at(0)
    }

    private func disagreement(_ span: SourceSpan) -> JSONSyntaxError {
        JSONSyntaxError(message: "two JSON readers take this differently", span: span)
    }
}
