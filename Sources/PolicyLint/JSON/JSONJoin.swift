import CJSONC

/// Walks json-c's tree and the scanner's entries in step, and takes the texts of the one for the places of the other.
struct JSONJoin {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let entries: [JSONEntry]
    private var index = 0
    private var texts: [SketchedText] = []
    private var pool: TextPool
    private(set) var oddities: [JSONOddity] = []

    init(bytes: UnsafeBufferPointer<UInt8>, _ scanned: SpanScanner, pool: TextPool) {
        self.bytes = bytes
        entries = scanned.entries
        self.pool = pool
        texts.reserveCapacity(Int(scanned.textCount))
    }

    /// The tree of all that was read.
    var tree: JSONTree { JSONTree(entries: entries, texts: texts) }

    /// The pool, for those who read next.
    func giveBackPool() { pool.giveBack() }

    /// Reads the next entry, and all that it holds; `value` is json-c's reading of it.
    ///
    /// - Throws: `JSONSyntaxError` where json-c and the scanner disagree.
    mutating func read(_ value: OpaquePointer?) throws(JSONSyntaxError) {
        let entry = entries[index]
        index += 1
        let kind = json_object_get_type(value)
        switch entry.kind {
        case .string:
            guard kind == json_type_string else { throw disagreement(entry.span) }
            addString(value)
        case .array:
            guard kind == json_type_array, json_object_array_length(value) == Int(entry.count) else {
                throw disagreement(entry.span)
            }
            for element in 0..<Int(entry.count) { try read(json_object_array_get_idx(value, element)) }
        case .object:
            guard kind == json_type_object else { throw disagreement(entry.span) }
            try readMembers(value, count: Int(entry.count))
        case .number:
            guard kind == json_type_int || kind == json_type_double else { throw disagreement(entry.span) }
            try addNumber(value, entry.span)
        case .null:
            guard kind == json_type_null else { throw disagreement(entry.span) }
        case .false, .true:
            guard kind == json_type_boolean, (json_object_get_boolean(value) != 0) == (entry.kind == .true) else {
                throw disagreement(entry.span)
            }
        case .key: throw disagreement(entry.span)
        }
    }

    /// Reads the next entry, of which json-c gets pieces of at most `size` bytes, as far as there are such: its tree is
    /// many times as large as the text, and that of a large text never stands whole.
    ///
    /// - Throws: `JSONSyntaxError` where json-c refuses a piece, or the two disagree.
    mutating func read(inPiecesOf size: Int) throws(JSONSyntaxError) {
        let entry = entries[index]
        guard entry.span.count > size, entry.kind == .array || entry.kind == .object else { return try readAnew() }
        index += 1
        if entry.kind == .object {
            _ = try readMembersOneByOne(count: Int(entry.count)) { join throws(JSONSyntaxError) in
                try join.read(inPiecesOf: size)
            }
        } else {
            for _ in 0..<Int(entry.count) { try read(inPiecesOf: size) }
        }
    }

    private mutating func readMembers(_ object: OpaquePointer?, count: Int) throws(JSONSyntaxError) {
        guard json_object_object_length(object) == Int32(count) else {
            return try readMembersWithDuplicates(object, count: count)
        }
        var field = json_object_get_object(object)?.pointee.head
        for _ in 0..<count {
            let entry = entries[index]
            guard let current = field, let key = current.pointee.k else { throw disagreement(entry.span) }
            index += 1
            try addKey(key.assumingMemoryBound(to: UInt8.self), entry)
            try read(current.pointee.v.map { OpaquePointer($0) })
            field = current.pointee.next
        }
    }

    /// json-c keeps one value, the last, of a key that is repeated. The others are read anew, each
    /// from its own bytes.
    private mutating func readMembersWithDuplicates(_ object: OpaquePointer?, count: Int) throws(JSONSyntaxError) {
        let keyCount = try readMembersOneByOne(count: count) { join throws(JSONSyntaxError) in
            try join.readAnew()
        }
        guard keyCount == Int(json_object_object_length(object)) else { throw disagreement(entrySpan) }
    }

    /// Reads the members of an object, each key from its own bytes.
    ///
    /// - Returns: The number of keys.
    private mutating func readMembersOneByOne(
        count: Int, _ readValue: (inout JSONJoin) throws(JSONSyntaxError) -> Void
    ) throws(JSONSyntaxError) -> Int {
        var firstPlaces: [String: SourceSpan] = [:]
        for _ in 0..<count {
            let span = entrySpan
            let written = try reread(span)
            let number = texts.count
            addString(written.pointer)
            let key = texts[number].text
            index += 1
            try readValue(&self)
            if let first = firstPlaces[key] {
                oddities.append(JSONOddity(kind: .duplicateKey(key, first: first), span: span))
            } else {
                firstPlaces[key] = span
            }
        }
        return firstPlaces.count
    }

    /// Reads the next entry from its own bytes.
    private mutating func readAnew() throws(JSONSyntaxError) {
        let value = try reread(entrySpan)
        try read(value.pointer)
    }

    private func reread(_ span: SourceSpan) throws(JSONSyntaxError) -> JSONCValue {
        do {
            return try JSONC.parse(UnsafeBufferPointer(rebasing: bytes[span.range]))
        } catch {
            throw JSONSyntaxError(error, in: span)
        }
    }

    // MARK: Texts

    /// Adds a string, NUL characters and all.
    private mutating func addString(_ value: OpaquePointer?) {
        guard let text = json_object_get_string(value) else { return texts.append(SketchedText("")) }
        let count = Int(json_object_get_string_len(value))
        text.withMemoryRebound(to: UInt8.self, capacity: count) {
            pool.add(UnsafeBufferPointer(start: $0, count: count), to: &texts)
        }
    }

    /// Adds a key, which without escapes must be as long as what stands in the text.
    private mutating func addKey(_ key: UnsafePointer<UInt8>, _ entry: JSONEntry) throws(JSONSyntaxError) {
        var count = 0
        while key[count] != 0 { count += 1 }
        guard entry.hasEscapes || count == entry.span.count - 2 else { throw disagreement(entry.span) }
        pool.add(UnsafeBufferPointer(start: key, count: count), to: &texts)
    }

    /// Adds a number in json-c's writing.
    private mutating func addNumber(_ value: OpaquePointer?, _ span: SourceSpan) throws(JSONSyntaxError) {
        guard let text = json_object_get_string(value) else { throw disagreement(span) }
        let number = String(cString: text)
        if !number.utf8.elementsEqual(bytes[span.range]) {
            oddities.append(JSONOddity(kind: .inexactNumber(readAs: number), span: span))
        }
        texts.append(SketchedText(number))
    }

    private var entrySpan: SourceSpan { index < entries.count ? entries[index].span : .at(0) }

    private func disagreement(_ span: SourceSpan) -> JSONSyntaxError {
        JSONSyntaxError(message: "two JSON readers take this differently", span: span)
    }
}
