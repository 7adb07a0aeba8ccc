import CJSONC

/// The writing of JSON: values are handed to json-c, which writes every byte.
enum JSONWriter {
    /// How the text is laid out.
    enum Layout: Sendable {
        /// On one line.
        case plain
        /// One value a line, indented by two spaces.
        case pretty

        fileprivate var flags: Int32 {
            switch self {
            case .plain: JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE
            case .pretty: JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE
            }
        }
    }

    /// An object that is being filled. It must not outlive the closure that it is handed to.
    struct Object {
        fileprivate let pointer: OpaquePointer?
        /// Number of containers around the object's members.
        fileprivate let depth: Int

        /// Adds a member.
        func add(_ key: String, _ value: String) { add(key, JSONWriter.string(value)) }

        /// Adds a member.
        func add(_ key: String, _ value: Int) { add(key, json_object_new_int64(Int64(value))) }

        /// Adds a member.
        func add(_ key: String, _ value: Bool) { add(key, json_object_new_boolean(value ? 1 : 0)) }

        /// Adds a member that is null where there is no value.
        func add(_ key: String, orNull value: String?) { add(key, value.map(JSONWriter.string) ?? nil) }

        /// Adds a member that is null.
        func addNull(_ key: String) { add(key, nil as OpaquePointer?) }

        /// Adds an object, which `fill` fills.
        func object(_ key: String, _ fill: (Object) -> Void) {
            let child = Object(pointer: json_object_new_object(), depth: depth + 1)
            fill(child)
            add(key, child.pointer)
        }

        /// Adds an array, which `fill` fills.
        func array(_ key: String, _ fill: (Array) -> Void) {
            let child = Array(pointer: json_object_new_array(), depth: depth + 1)
            fill(child)
            child.finish()
            add(key, child.pointer)
        }

        private func add(_ key: String, _ value: OpaquePointer?) {
            let status = json_object_object_add(pointer, key, value)
            precondition(status == 0, "json-c adds a member unless memory has run out")
        }
    }

    /// An array that is being filled. It must not outlive the closure that it is handed to.
    struct Array {
        fileprivate let pointer: OpaquePointer?
        fileprivate let depth: Int

        /// Appends a string.
        func append(_ value: String) { append(JSONWriter.string(value)) }

        /// Appends an object, which `fill` fills.
        func object(_ fill: (Object) -> Void) {
            let child = Object(pointer: json_object_new_object(), depth: depth + 1)
            fill(child)
            append(child.pointer)
        }

        /// Leaves the elements to `JSONStream.append`. The array must have no others.
        func streamed() {
            let mark = JSONWriter.streamMark + String(depth)
            append(mark)
            append(mark)
        }

        /// Versions of json-c differ in whether they break the line in an empty array; it shall be `[]`.
        fileprivate func finish() {
            guard json_object_array_length(pointer) == 0 else { return }
            let text = UnsafeMutableRawPointer(mutating: JSONWriter.emptyArray.utf8Start)
            json_object_set_serializer(pointer, json_object_userdata_to_json_string, text, nil)
        }

        private func append(_ value: OpaquePointer?) {
            let status = json_object_array_add(pointer, value)
            precondition(status == 0, "json-c appends an element unless memory has run out")
        }
    }

    /// The text of an object, which `fill` fills.
    static func object(_ layout: Layout = .pretty, _ fill: (Object) -> Void) -> String {
        let value = JSONCValue(pointer: json_object_new_object())
        fill(Object(pointer: value.pointer, depth: 1))
        return text(value, layout)
    }

    /// The text of an object as it stands `nesting` containers deep, without what is around it.
    static func element(_ layout: Layout, nesting: Int, _ fill: (Object) -> Void) -> String {
        let frame = nested(nesting, null: true, layout) { _ in }.utf8
        let word = "null".utf8
        let before = frame.firstIndex(of: UInt8(ascii: "n")).map { frame.distance(from: frame.startIndex, to: $0) } ?? 0
        let whole = nested(nesting, null: false, layout, fill)
        return String(Substring(whole.utf8.dropFirst(before).dropLast(frame.count - before - word.count)))
    }

    private static func nested(_ nesting: Int, null: Bool, _ layout: Layout, _ fill: (Object) -> Void) -> String {
        let root = JSONCValue(pointer: json_object_new_array())
        var innermost = root.pointer
        for _ in 1..<max(1, nesting) {
            let inner = json_object_new_array()
            json_object_array_add(innermost, inner)
            innermost = inner
        }
        let object = null ? nil : json_object_new_object()
        json_object_array_add(innermost, object)
        if let object { fill(Object(pointer: object, depth: nesting + 1)) }
        return text(root, layout)
    }

    private static func text(_ value: borrowing JSONCValue, _ layout: Layout) -> String {
        var length = 0
        guard let written = json_object_to_json_string_length(value.pointer, layout.flags, &length) else {
            preconditionFailure("json-c writes what it holds unless memory has run out")
        }
        return written.withMemoryRebound(to: UInt8.self, capacity: length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
        }
    }

    private static func string(_ value: String) -> OpaquePointer? {
        var value = value
        return value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                json_object_new_string_len($0.baseAddress, Int32(clamping: $0.count))
            }
        }
    }

    private static let emptyArray: StaticString = "[]"

    /// Stands where the elements of a streamed array will; no other text of a report begins so.
    static let streamMark = "\u{1}elements at "
}
